import type { FormState } from "../../http/admin-form.ts";
import { Input } from "../govuk/input.tsx";

/** Who of the force can be asked. */
export function AskingFields({ form }: { form: FormState }) {
  return (
    <>
      <Input
        {...form.field("officer")}
        label="Officer for questions"
        hint="Rank and name"
        classes="govuk-!-width-two-thirds"
        autocomplete="name"
      />
      <Input
        {...form.field("email")}
        label="Their work email address"
        classes="govuk-!-width-two-thirds"
        type="email"
        spellcheck={false}
        autocomplete="email"
      />
      <Input
        {...form.field("phone")}
        label="Their telephone (optional)"
        type="tel"
        autocomplete="tel"
        classes="govuk-input--width-20"
      />
    </>
  );
}
