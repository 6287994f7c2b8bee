import { formatReference } from "#domain/reference";
import { timeOfDay } from "#domain/time-words";
import type { TriageRow } from "#services/triage/triage-view";
import { href } from "../../href.ts";
import { ClockWords } from "./clock-words.tsx";
import { FactChips } from "./fact-chips.tsx";
import { RatingTag } from "./rating-tag.tsx";

type QueueListProps = {
  rows: readonly TriageRow[];
  /** Names the list for those who jump between parts of a page. */
  label: string;
  /** What is offered beside each row: "Take this one" where it is free, or "Decide". */
  offers?: "take" | "decide" | undefined;
};

/** Contacts in the order they are given: columns on a wide screen, cards on a narrow one, one markup for both. */
export function QueueList({ rows, label, offers }: QueueListProps) {
  return (
    <ol className="app-queue" aria-label={label}>
      {rows.map((row) => (
        <li className="app-queue__row" key={row.reference}>
          <QueueRow row={row} offers={offers} />
        </li>
      ))}
    </ol>
  );
}

function QueueRow({ row, offers }: { row: TriageRow; offers: QueueListProps["offers"] }) {
  const { reference, child, holder } = row;
  const free = holder === null || !holder.live;
  return (
    <>
      <div className="app-queue__rating">
        <RatingTag rating={row.rating} />
        {row.waitsFor === "answer" && <span className="app-queue__state">Sent back with a question</span>}
        {row.waitsFor === "decision" && <span className="app-queue__state">Waiting for a manager</span>}
      </div>
      <div className="app-queue__child">
        <a className="govuk-link" href={href("hub.contact", { reference })}>
          <strong>{child.name}</strong>
          <span className="app-queue__age">, {child.age}</span>
        </a>
        <span className="app-queue__reference">{formatReference(reference)}</span>
        {row.otherChildren > 0 && (
          <span className="app-queue__more">
            and {row.otherChildren} other {row.otherChildren === 1 ? "child" : "children"}
          </span>
        )}
        {row.together > 1 && <span className="app-queue__more">{row.together} contacts, one household</span>}
      </div>
      <div className="app-queue__clock">
        {row.rate !== null && <ClockWords label="Rate by" face={row.rate} />}
        {row.gather !== null && <ClockWords label="Gather by" face={row.gather} />}
        <ClockWords label="Decide by" face={row.decide} />
      </div>
      <div className="app-queue__facts">
        <FactChips chips={row.chips} />
        {row.files > 0 && (
          <p className="app-queue__note">
            {row.files} {row.files === 1 ? "file" : "files"} with it: photos or papers.
          </p>
        )}
        {row.partial && <p className="app-queue__note">Sent early: more may follow.</p>}
        <p className="app-queue__note">{row.because}</p>
        {row.more.length > 0 && <More row={row} />}
      </div>
      <div className="app-queue__history">
        {row.newer !== null && <strong className="app-queue__newer">Newer contact: {row.newer}</strong>}
        {row.earlier === 0
          ? "No earlier contact known"
          : `${row.earlier} earlier ${row.earlier === 1 ? "contact" : "contacts"} in 12 months`}
      </div>
      <div className="app-queue__holder">
        <Holder holder={holder} />
        {offers === "take" && free && row.waitsFor !== "decision" && (
          <a className="govuk-link" href={href("hub.contact.take", { reference })}>
            Take this one<span className="govuk-visually-hidden">: {formatReference(reference)}</span>
          </a>
        )}
        {offers === "decide" && (
          <a className="govuk-link" href={href("hub.contact.decide", { reference })}>
            Decide<span className="govuk-visually-hidden">: {formatReference(reference)}</span>
          </a>
        )}
      </div>
    </>
  );
}

/** Closed until somebody wants it: seven facts a row are what an eye takes in. */
function More({ row: { more, chips, reference } }: { row: TriageRow }) {
  const all = [...more, ...chips.map(({ text, from }) => ({ label: text, text: `from: ${from}` }))];
  return (
    <details className="app-queue__more-facts">
      <summary>
        More<span className="govuk-visually-hidden"> about {formatReference(reference)}</span>
      </summary>
      <dl>
        {all.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Holder({ holder }: Pick<TriageRow, "holder">) {
  if (holder === null) return <span>Held by nobody</span>;
  if (!holder.live)
    return (
      <span>
        {holder.leftNotes
          ? `Held by nobody. ${holder.mine ? "You" : holder.name} left notes.`
          : `Held by nobody. ${holder.mine ? "Your" : `${holder.name}’s`} time ran out.`}
      </span>
    );
  return (
    <span>
      Held by {holder.mine ? <strong>you</strong> : holder.name} since {timeOfDay(holder.since)}
    </span>
  );
}
