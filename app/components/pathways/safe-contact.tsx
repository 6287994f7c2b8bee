import { safeTimes, type SafeCalling } from "#domain/safe-calling";
import type { WorkRow } from "#services/pathways/pathway-view";
import { safeContactLines } from "./safe-contact-words.ts";

/** Before anybody rings or visits: the first thing on the page. */
export function SafeContact({
  safeContact,
  calling = null,
}: Pick<WorkRow, "safeContact"> & { calling?: SafeCalling | null }) {
  const lines = safeContactLines(safeContact);
  return (
    <section
      className={
        lines.some(({ warns }) => warns) ? "app-safe-contact app-safe-contact--warns" : "app-safe-contact"
      }
      aria-labelledby="safe-contact"
    >
      <h2 className="govuk-heading-s" id="safe-contact">
        Before you call or visit
      </h2>
      <ul className="govuk-list">
        {lines.map(({ text, warns }) => (
          <li key={text} className="app-written">
            {warns ? <strong>{text}</strong> : text}
          </li>
        ))}
        {calling !== null && (
          <>
            <li className="app-written">
              <strong>Safe to call {safeTimes(calling)}</strong>
            </li>
            <li className="app-written">
              {calling.message === "no" ? (
                <strong>Leave no message</strong>
              ) : (
                "A message that says nothing about why may be left"
              )}
            </li>
            <li className="app-written">Safe number: {calling.number}</li>
          </>
        )}
      </ul>
    </section>
  );
}
