import { dayAndTime } from "#domain/time-words";
import type { NoteView } from "#services/contacts/load-notes";
import { noteKindWords } from "./note-form.tsx";

/** Notes as they were typed, newest first. */
export function NoteList({
  notes,
  heading: Heading = "h3",
}: {
  notes: readonly NoteView[];
  heading?: "h2" | "h3";
}) {
  if (notes.length === 0) return <p className="govuk-body">Nothing was written yet.</p>;
  return (
    <ul className="govuk-list app-notes">
      {notes.map((note) => (
        <li className="app-notes__note" key={note.id}>
          <Heading className="govuk-heading-s app-notes__head">
            {noteKindWords[note.kind]}, {dayAndTime(note.at)}, {note.by}
          </Heading>
          <p className="govuk-body app-written">{note.text}</p>
        </li>
      ))}
    </ul>
  );
}
