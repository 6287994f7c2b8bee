import { dayAndTime } from "#domain/time-words";
import type { OpenAddressChange } from "#services/directory/address-changes";
import { href } from "../../href.ts";
import type { FormState } from "../../http/admin-form.ts";
import { Button } from "../govuk/button.tsx";
import { Input } from "../govuk/input.tsx";
import { InsetText } from "../govuk/inset-text.tsx";
import { ReasonBox } from "./reason-box.tsx";

type AddressFormProps = {
  action: string;
  form: FormState;
  /** Where notices go now; null where they go nowhere. */
  standing: string | null;
  waiting: OpenAddressChange | null;
};

/** Where notices go, what waits for a second person, and the form that proposes another address. */
export function AddressForm({ action, form, standing, waiting }: AddressFormProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Address for notices</h2>
      <p className="govuk-body">{standing === null ? "Nowhere: no notice can be sent." : standing}</p>
      {waiting !== null ? (
        <InsetText>
          {`${waiting.by} proposed ${waiting.newEmail}, ${dayAndTime(waiting.at)}: ${waiting.reason}. `}
          {waiting.mine ? "Another administrator confirms it. " : "You can confirm or refuse it. "}
          <a className="govuk-link" href={href("admin.addresses")}>
            Addresses that wait
          </a>
        </InsetText>
      ) : (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="do" value="address" />
          <Input
            {...form.field("newEmail")}
            label="Another address"
            hint="An inbox that several people read. Nothing goes there until another administrator confirms it, and the inbox before is told then"
            type="email"
            spellcheck={false}
            autocomplete="off"
          />
          <ReasonBox form={form} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Propose it
          </Button>
        </form>
      )}
    </>
  );
}
