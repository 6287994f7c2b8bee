import { organisationKindWords, type OrganisationKind } from "#domain/organisation";
import { sourceCodes } from "#domain/questions/you";
import type { FormState } from "../../http/admin-form.ts";
import { Input } from "../govuk/input.tsx";
import { Select } from "../govuk/select.tsx";

/** What an organisation is called, what it is, and how the census counts it. */
export function OrganisationFields({ form, kinds }: { form: FormState; kinds: readonly OrganisationKind[] }) {
  return (
    <>
      <Input {...form.field("name")} label="Name" spellcheck={false} autocomplete="off" />
      <Select
        {...form.field("kind")}
        label="Kind"
        items={[
          { value: "", text: "Choose" },
          ...kinds.map((kind) => ({ value: kind, text: organisationKindWords[kind] })),
        ]}
      />
      <Select
        {...form.field("cinCode")}
        label="Code of the children-in-need census"
        hint="What contacts from it are counted under"
        items={[{ value: "", text: "None" }, ...sourceCodes.map((code) => ({ value: code, text: code }))]}
      />
      <Input
        {...form.field("emailDomains")}
        label="Email domains of its own"
        hint="What comes after the @ in addresses that only its people have. Who sends from one may read here what was decided. Leave out any that others have too, such as nhs.net"
        spellcheck={false}
        autocomplete="off"
      />
    </>
  );
}
