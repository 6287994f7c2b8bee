import { formatReference } from "#domain/reference";
import { nearDayAndTime } from "#domain/time-words";
import type { CameBack } from "#services/agencies/list-come-back";
import { href } from "../../href.ts";

const words: Record<CameBack["what"], string> = {
  reply: "answered",
  question: "asks something back",
  late: "has not answered in time",
};

/** What came back to somebody on the contacts that they hold. */
export function CameBackList({ rows, asAt }: { rows: readonly CameBack[]; asAt: Date }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">From agencies</h2>
      <ul className="govuk-list">
        {rows.map(({ reference, organisation, what, since }) => (
          <li key={`${reference} ${organisation} ${what} ${since.toISOString()}`}>
            <a className="govuk-link" href={href("hub.contact.requests", { reference })}>
              {formatReference(reference)}
            </a>
            : {organisation} {words[what]}, {nearDayAndTime(since, asAt)}
          </li>
        ))}
      </ul>
    </>
  );
}
