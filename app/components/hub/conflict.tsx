import type { ReactNode } from "react";
import { dayAndTime } from "#domain/time-words";
import type { ChangedMeanwhile } from "#services/contacts/raise-version";
import { href } from "../../href.ts";
import { Button } from "../govuk/button.tsx";

/** A field as both sides have it. `theirs` is null where nothing stands in its place. */
export type ConflictField = { label: string; theirs: string | null; yours: string };

type ConflictProps = {
  reference: string;
  changed: Pick<ChangedMeanwhile, "changes">;
  fields: readonly ConflictField[];
  /** The same form with the same words and the version that stands now; left out when it cannot be sent any more. */
  editAndSave?: ReactNode;
};

/**
 * What is shown instead of saving when a contact changed while somebody wrote: their change, your text, and three ways
 * on. Nothing was saved and nothing is lost.
 */
export function ConflictSection({ reference, changed, fields, editAndSave }: ConflictProps) {
  const written = fields.filter(({ yours }) => yours !== "");
  return (
    <section aria-labelledby="conflict">
      <h2 className="govuk-heading-m" id="conflict">
        This changed while you were writing
      </h2>
      <p className="govuk-body">Nothing of yours was saved yet, and nothing is lost.</p>
      {changed.changes.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {changed.changes.map(({ at, who, what }) => (
            <li key={`${at.toISOString()} ${what}`}>
              {dayAndTime(at)}, {who}: <strong>{what}</strong>
            </li>
          ))}
        </ul>
      )}
      {written.map((field) => (
        <Compared key={field.label} field={field} />
      ))}
      <div className="govuk-button-group">
        {written.length > 0 && (
          <form method="post" action={href("hub.contact.notes", { reference })}>
            <input type="hidden" name="kind" value="kept_text" />
            <input
              type="hidden"
              name="text"
              value={written.map(({ label, yours }) => `${label}: ${yours}`).join("\n")}
            />
            <Button classes="govuk-button--secondary">Save mine as a note</Button>
          </form>
        )}
        <a className="govuk-link" href={href("hub.contact", { reference })}>
          Use theirs
        </a>
      </div>
      {editAndSave !== undefined && (
        <>
          <h2 className="govuk-heading-m">Edit and save</h2>
          {editAndSave}
        </>
      )}
    </section>
  );
}

export function Compared({ field: { label, theirs, yours } }: { field: ConflictField }) {
  const differs = theirs !== null && theirs !== yours;
  return (
    <dl className="app-compared">
      {theirs !== null && (
        <div className="app-compared__side">
          <dt>{label}: now on record</dt>
          <dd className="app-written">{differs ? <mark className="app-differs">{theirs}</mark> : theirs}</dd>
        </div>
      )}
      <div className="app-compared__side">
        <dt>{label}: what you wrote</dt>
        <dd className="app-written">{differs ? <mark className="app-differs">{yours}</mark> : yours}</dd>
      </div>
    </dl>
  );
}
