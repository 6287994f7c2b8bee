import { outcomeFacts, outcomeLabel, outcomes } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import type { FormChild } from "#services/decisions/read-form-page";
import type { Problems } from "../../http/form.ts";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";
import { Radios } from "../govuk/radios.tsx";

type ChooseOutcomeProps = {
  child: FormChild;
  reference: string;
  version: number;
  problems: Problems | null;
  words: Pick<Settings, "familyCafLabel">;
};

/** Chooses which outcome to write for one child. Posted, because an outcome must not stand in an address. */
export function ChooseOutcome({ child, reference, version, problems, words }: ChooseOutcomeProps) {
  return (
    <form method="post" action={href("hub.contact.recommend", { reference })} noValidate>
      <input type="hidden" name="do" value="choose" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="child" value={child.id} />
      <Radios
        name="outcome"
        idPrefix={`${child.id}-outcome`}
        error={problems?.fields[`${child.id}-outcome`]}
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
