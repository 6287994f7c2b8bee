import { teamNeeds, teamNeedWords } from "#domain/team-needs";
import type { FormState } from "../../http/admin-form.ts";
import { Checkboxes } from "../govuk/checkboxes.tsx";
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
      <Checkboxes
        name="needs"
        idPrefix={form.field("needs").id}
        legend={{ text: "Is it there for one need alone?", classes: "govuk-fieldset__legend--s" }}
        hint="With a tick it takes no other children, and before any other team. Without one it takes every need"
        error={form.problems?.fields["needs"]}
        values={form.values("needs")}
        items={teamNeeds.map((value) => ({ value, text: teamNeedWords[value] }))}
      />
    </>
  );
}
