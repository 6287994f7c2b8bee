import { outcomeFacts, outcomeLabel, outcomes } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import type { FormChild } from "#services/decisions/read-form-page";
import type { Problems } from "../../http/form.ts";
import { href } from "../../href.ts";
import { ErrorMessage } from "../govuk/error-message.tsx";

type ChooseOutcomeProps = {
  child: FormChild;
  reference: string;
  version: number;
  problems: Problems | null;
  words: Pick<Settings, "familyCafLabel">;
};

/**
 * Chooses which outcome to write for one child: one press opens its record, and nothing is recommended by it. Posted,
 * because an outcome must not stand in an address.
 */
export function ChooseOutcome({ child, reference, version, problems, words }: ChooseOutcomeProps) {
  const id = `${child.id}-outcome`;
  const error = problems?.fields[id];
  return (
    <form method="post" action={href("hub.contact.recommend", { reference })} noValidate>
      <input type="hidden" name="do" value="choose" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="child" value={child.id} />
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          What do you recommend for {child.name}, {child.age}?
        </legend>
        {error !== undefined && <ErrorMessage id={id}>{error}</ErrorMessage>}
        <ul className="govuk-list app-choices">
          {outcomes.map((outcome) => (
            <li key={outcome}>
              <button
                type="submit"
                name="outcome"
                value={outcome}
                className="govuk-button govuk-button--secondary"
                aria-describedby={`${id}-${outcome}`}
              >
                {outcomeLabel(outcome, words)}
              </button>
              <p className="govuk-hint" id={`${id}-${outcome}`}>
                {outcomeFacts[outcome].meaning}
              </p>
            </li>
          ))}
        </ul>
      </fieldset>
    </form>
  );
}
