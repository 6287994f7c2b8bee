import { formatReference } from "#domain/reference";
import type { ActionRow } from "#services/strategy/list-actions";
import { href } from "../../href.ts";
import { ClockWords } from "../hub/clock-words.tsx";

/** What a reader's own organisation is to do after strategy discussions. It is ended on the page of the discussion. */
export function ActionList({ rows }: { rows: readonly ActionRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">To do after strategy discussions: {rows.length}</h2>
      <ol className="app-work" aria-label="To do after strategy discussions">
        {rows.map((row) => (
          <li className="app-work__row" key={row.id}>
            <div className="app-work__clock">
              <ClockWords label="Due by" face={row.due} />
            </div>
            <div className="app-work__child">
              <a className="govuk-link" href={href("strategy.discussion", { id: row.discussionId })}>
                <strong>{row.child === null ? row.what : `See ${row.child}: ${row.what}`}</strong>
              </a>
              <span className="app-work__reference">{formatReference(row.reference)}</span>
            </div>
            <div className="app-work__owner">{row.who}</div>
          </li>
        ))}
      </ol>
    </>
  );
}
