import { apiScopes, overlapDays, overlapWords, scopeWords, type Overlap } from "#domain/api/keys";
import type { ListedKey } from "#services/api/list-keys";
import type { FormState } from "../../http/admin-form.ts";
import { Button } from "../govuk/button.tsx";
import { Checkboxes } from "../govuk/checkboxes.tsx";
import { Details } from "../govuk/details.tsx";
import { Input } from "../govuk/input.tsx";
import { Radios } from "../govuk/radios.tsx";
import { Select } from "../govuk/select.tsx";
import { ReasonBox } from "./reason-box.tsx";

type KeyForm = { action: string; form: FormState; newId: string };
type Listed = Pick<ListedKey, "id" | "name" | "hint">;

/** The id is in the form, so that sending it twice makes one key. */
const Hidden = ({ what, newId }: { what: string; newId: string }) => (
  <>
    <input type="hidden" name="do" value={what} />
    <input type="hidden" name="id" value={newId} />
  </>
);

const WhichKey = ({ form, keys }: { form: FormState; keys: readonly Listed[] }) => (
  <Select
    {...form.field("key")}
    label="Which key"
    items={[
      { value: "", text: "Choose" },
      ...keys.map(({ id, name, hint }) => ({ value: id, text: `${name} (${hint}…)` })),
    ]}
  />
);

export function MakeKeyForm({ action, form, newId }: KeyForm) {
  return (
    <form method="post" action={action} noValidate>
      <h2 className="govuk-heading-m">Make a key</h2>
      <Hidden what="make" newId={newId} />
      <Input
        {...form.field("name")}
        label="Which system will have it"
        hint="Such as “Records of Mill Road Primary”"
        spellcheck={false}
        autocomplete="off"
      />
      <Checkboxes
        name="scopes"
        idPrefix={form.field("scopes").id}
        legend={{ text: "What it may be used for" }}
        values={form.values("scopes")}
        error={form.problems?.fields["scopes"]}
        items={apiScopes.map((scope) => ({ value: scope, text: scopeWords[scope] }))}
      />
      <ReasonBox form={form} />
      <Button preventDoubleClick>Make the key</Button>
    </form>
  );
}

export function ReplaceKeyForm({ action, form, newId, keys }: KeyForm & { keys: readonly Listed[] }) {
  return (
    <Details summary="Replace a key" open={form.problems !== undefined}>
      <form method="post" action={action} noValidate>
        <Hidden what="replace" newId={newId} />
        <WhichKey form={form} keys={keys} />
        <Radios
          name="overlap"
          legend={{ text: "How long is the old one still good?" }}
          value={form.value("overlap")}
          error={form.problems?.fields["overlap"]}
          items={(Object.keys(overlapDays) as Overlap[]).map((value) => ({
            value,
            text: overlapWords[value],
          }))}
        />
        <ReasonBox form={form} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Replace it
        </Button>
      </form>
    </Details>
  );
}

export function EndKeyForm({ action, form, keys }: KeyForm & { keys: readonly Listed[] }) {
  return (
    <Details summary="End a key" open={form.problems !== undefined}>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="do" value="end" />
        <p className="govuk-body">It lets nobody in any more, from this moment on.</p>
        <WhichKey form={form} keys={keys} />
        <ReasonBox form={form} />
        <Button classes="govuk-button--warning" preventDoubleClick>
          End it
        </Button>
      </form>
    </Details>
  );
}
