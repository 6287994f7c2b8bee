import type { FormState } from "../../http/admin-form.ts";
import { Input } from "../govuk/input.tsx";

/** Why something is changed: one line that stands in its history for good. */
export function ReasonBox({ form }: { form: FormState }) {
  return (
    <Input
      {...form.field("reason")}
      label="Why, in one line"
      hint="It stays in the history. Name no child and no family"
      autocomplete="off"
    />
  );
}
