import { formatReference } from "#domain/reference";
import { nearDayAndTime } from "#domain/time-words";
import type { DiscussionRow } from "#services/strategy/list-discussions";
import { href } from "../../href.ts";
import { missingWords } from "./discussion-forms.ts";
import { ClockWords } from "../hub/clock-words.tsx";

type DiscussionListProps = {
  rows: readonly DiscussionRow[];
  asAt: Date;
  label: string;
  /** Says what this person's own organisation answered. */
  answers?: boolean;
};

/** Strategy discussions in the order in which they must be held: columns on a wide screen, cards on a narrow one. */
export function DiscussionList({ rows, asAt, label, answers = false }: DiscussionListProps) {
  return (
    <ol className="app-work" aria-label={label}>
      {rows.map((row) => (
        <li className="app-work__row" key={row.id}>
          <div className="app-work__clock">
            {row.heldAt === null ? (
              <ClockWords label="Hold it by" face={row.hold} />
            ) : (
              `Held ${nearDayAndTime(row.heldAt, asAt)}`
            )}
          </div>
          <div className="app-work__child">
            <a className="govuk-link" href={href("strategy.discussion", { id: row.id })}>
              <strong>{row.children.map(({ name, age }) => `${name}, ${age}`).join("; ")}</strong>
            </a>
            <span className="app-work__reference">{formatReference(row.reference)}</span>
          </div>
          <div className="app-work__why">
            {row.meetingAt === null ? "No time is set yet" : `Starts ${nearDayAndTime(row.meetingAt, asAt)}`}
            {row.heldAt === null && row.missing.length > 0 && (
              <strong className="app-work__missing">{missingWords(row.missing)}</strong>
            )}
          </div>
          <div className="app-work__family">
            {row.chair === null ? "Nobody chairs it yet" : `Chair: ${row.chair}`}
          </div>
          <div className="app-work__owner">{answers ? answerWords(row) : lockedWords(row)}</div>
        </li>
      ))}
    </ol>
  );
}

function answerWords({ answer, heldAt }: DiscussionRow): string {
  if (answer === "coming") return "You said that somebody comes";
  if (answer === "somebody_else") return "You said that somebody else comes for you";
  if (answer === "not_coming") return "You said that nobody can come";
  return heldAt === null ? "You have not answered yet" : "You did not answer";
}

const lockedWords = ({ heldAt, lockedAt }: DiscussionRow) =>
  lockedAt !== null ? "Recorded" : heldAt === null ? "Open" : "Waits to be agreed";
