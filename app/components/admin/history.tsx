import { dayAndTime } from "#domain/time-words";
import type { HistoryEntry } from "#services/directory/history";

const acts = { added: "Added", changed: "Changed", ended: "Ended" };

/** What was changed of one thing, newest first: who, when, why, and what it was before. */
export function History({ entries, empty }: { entries: readonly HistoryEntry[]; empty: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">History</h2>
      {entries.length === 0 && <p className="govuk-body">{empty}</p>}
      <ol className="govuk-list">
        {entries.map(({ id, act, at, by, reason, changed }) => (
          <li key={id} className="govuk-!-margin-bottom-5">
            <p className="govuk-body govuk-!-margin-bottom-1">
              <b>{`${acts[act]} by ${by}, ${dayAndTime(at)}`}</b>
            </p>
            <p className="govuk-body govuk-!-margin-bottom-1 app-written">{reason}</p>
            <ul className="govuk-list govuk-list--bullet">
              {changed.map(({ label, from, to }) => (
                <li key={label}>
                  {act === "added" ? `${label}: ${to}` : `${label}: ${to} (before: ${from})`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
