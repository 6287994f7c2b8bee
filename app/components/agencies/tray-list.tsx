import { formatReference } from "#domain/reference";
import { nearDayAndTime } from "#domain/time-words";
import type { Tray } from "#services/agencies/list-tray";
import { href } from "../../href.ts";
import { ClockWords } from "../hub/clock-words.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";
import { NoTraceForm } from "./no-trace-form.tsx";

/** "2 waiting (1 Red) · next due today 12:40pm". */
export function trayInShort({ open, answered, asAt }: Tray): string {
  const [next] = open;
  if (next === undefined) {
    const [last] = answered;
    const closed = last ? ` The last one was answered ${nearDayAndTime(last.closedAt, asAt)}.` : "";
    return `Nothing is asked of your organisation now.${closed}`;
  }
  const red = open.filter(({ rating }) => rating === "R").length;
  return `${open.length} waiting${red > 0 ? ` (${red} Red)` : ""} · next due ${nearDayAndTime(next.due.dueAt, asAt)}`;
}

/** What an organisation is asked, the first that is due on top, each with the answer that most of them get. */
export function TrayList({ tray }: { tray: Tray }) {
  return (
    <>
      {tray.open.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What the hub asks you</h2>
          <ol className="govuk-list app-notes" aria-label="What your organisation is asked">
            {tray.open.map((row) => (
              <li className="app-notes__note" key={row.id}>
                <div className="app-work-head">
                  <RatingTag rating={row.rating} />
                  <span>{formatReference(row.reference)}</span>
                  <ClockWords label="Reply by" face={row.due} />
                  <span>{row.status}</span>
                </div>
                <p className="govuk-body govuk-!-margin-bottom-2">
                  <a className="govuk-link" href={href("partner.request", { id: row.id })}>
                    <strong>{row.people.map(({ name, birth }) => `${name}, ${birth}`).join("; ")}</strong>
                  </a>
                </p>
                <p className="govuk-body app-written">{row.worry}</p>
                <NoTraceForm id={row.id} formKey={row.formKey} systems={tray.systems} suffix={row.id} />
              </li>
            ))}
          </ol>
          {tray.more && (
            <p className="govuk-body">There are more: answer these first, and the next ones show.</p>
          )}
        </>
      )}
      {tray.answered.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Answered in the last week</h2>
          <ul className="govuk-list govuk-list--bullet">
            {tray.answered.map((row) => (
              <li key={row.id}>
                <a className="govuk-link" href={href("partner.request", { id: row.id })}>
                  {formatReference(row.reference)}
                </a>
                : {row.status}, {nearDayAndTime(row.closedAt, tray.asAt)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
