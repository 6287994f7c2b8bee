import type { FormState } from "../../http/admin-form.ts";
import { Input } from "../govuk/input.tsx";

/** What a team is called, and which children are routed to it. */
export function TeamFields({ form }: { form: FormState }) {
  return (
    <>
      <Input {...form.field("name")} label="Name" spellcheck={false} autocomplete="off" />
      <Input
        {...form.field("fromAge")}
        label="Youngest age"
        hint="In whole years; -1 is unborn"
        classes="govuk-input--width-2"
        autocomplete="off"
      />
      <Input {...form.field("toAge")} label="Oldest age" classes="govuk-input--width-2" autocomplete="off" />
      <Input
        {...form.field("areas")}
        label="Postcodes"
        hint="Their beginnings, such as AB1, AB2. Empty is everywhere. The narrowest fit takes a child"
        spellcheck={false}
        autocomplete="off"
      />
    </>
  );
}
