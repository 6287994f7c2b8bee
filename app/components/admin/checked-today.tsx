import type { Settings } from "#domain/settings";
import { longDate } from "#domain/time-words";
import { Button } from "../govuk/button.tsx";

/** The helplines with when each was checked, and a button for the one that was checked just now. */
export function CheckedToday({ lines, action }: { lines: Settings["helplines"]; action: string }) {
  if (lines.length === 0) return null;
  return (
    <ul className="govuk-list">
      {lines.map(({ id, name, number, checkedOn }) => (
        <li key={id} className="govuk-!-margin-bottom-4">
          <form method="post" action={action}>
            <p className="govuk-body govuk-!-margin-bottom-1">
              <b>{name}</b>, {number}.{" "}
              {checkedOn === null ? "Nobody has checked it yet." : `Checked on ${longDate(checkedOn)}.`}
            </p>
            <Button classes="govuk-button--secondary govuk-!-margin-bottom-1" name="checked" value={id}>
              Checked today<span className="govuk-visually-hidden">: {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
