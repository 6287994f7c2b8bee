import type { WorkRow } from "#services/pathways/pathway-view";
import { safeContactLines } from "./safe-contact-words.ts";

/** Before anybody rings or visits: the first thing on the page. */
export function SafeContact({ safeContact }: Pick<WorkRow, "safeContact">) {
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
      </ul>
    </section>
  );
}
