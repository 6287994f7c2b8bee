import { outcomeFacts, outcomeLabel, outcomes } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import type { FormChild } from "#services/decisions/read-form-page";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";

type ChooseOutcomeProps = {
  child: FormChild;
  reference: string;
  words: Pick<Settings, "familyCafLabel">;
};

/** Chooses which outcome to write for one child; nothing is kept until its form is sent. */
export function ChooseOutcome({ child, reference, words }: ChooseOutcomeProps) {
  return (
    <form method="get" action={href("hub.contact.recommend", { reference })}>
      <input type="hidden" name="child" value={child.id} />
      <Radios
        name="outcome"
        idPrefix={`${child.id}-outcome`}
        legend={{
          text: `What do you recommend for ${child.name}, ${child.age}?`,
          classes: "govuk-fieldset__legend--m",
        }}
        items={outcomes.map((outcome) => ({
          value: outcome,
          text: outcomeLabel(outcome, words),
          hint: outcomeFacts[outcome].meaning,
        }))}
      />
      <Button classes="govuk-button--secondary">Write it for {child.name}</Button>
    </form>
  );
}
