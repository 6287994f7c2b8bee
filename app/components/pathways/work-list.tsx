import { formatReference } from "#domain/reference";
import { dayAndTime, duration } from "#domain/time-words";
import type { WorkRow } from "#services/pathways/pathway-view";
import type { ReactNode } from "react";
import { Tag } from "../govuk/tag.tsx";
import { ClockWords } from "../hub/clock-words.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";
import { agreedWords, kindWords } from "./work-words.ts";
import { safeContactLines } from "./safe-contact-words.ts";

type WorkListProps = {
  rows: readonly WorkRow[];
  /** Names the list for those who jump between parts of a page. */
  label: string;
  asAt: Date;
  familyCafLabel: string;
  /** Where a row leads. */
  to: (row: WorkRow) => string;
  /** What can be done with a row where it stands. */
  below?: ((row: WorkRow) => ReactNode) | undefined;
};

/** Pieces of work in the order they are given: columns on a wide screen, cards on a narrow one. */
export function WorkList({ rows, label, below, ...shown }: WorkListProps) {
  return (
    <ol className="app-work" aria-label={label}>
      {rows.map((row) => (
        <li className="app-work__row" key={row.id}>
          <Work row={row} {...shown} />
          <Below>{below?.(row)}</Below>
        </li>
      ))}
    </ol>
  );
}

function Below({ children }: { children?: ReactNode }) {
  return children == null ? null : <div className="app-work__below">{children}</div>;
}

type WorkProps = { row: WorkRow } & Pick<WorkListProps, "asAt" | "familyCafLabel" | "to">;

function Work({ row, asAt, familyCafLabel, to }: WorkProps) {
  const asksFamily = row.kind === "advice_episode" || row.kind === "caf_redirect";
  return (
    <>
      <div className="app-work__clock">
        {row.clock !== null && row.state !== "closed" && (
          <ClockWords label={row.clock.label} face={row.clock.face} />
        )}
        <span className="app-work__wait">
          {row.closedAt !== null
            ? `Closed ${dayAndTime(row.closedAt, asAt)}`
            : `${row.owner === null ? "Waiting" : "Open for"} ${duration((asAt.getTime() - row.since.getTime()) / 60_000)}`}
        </span>
      </div>
      <div className="app-work__child">
        <a className="govuk-link" href={to(row)}>
          <strong>{row.child.name}</strong>, {row.child.age}
        </a>
        <span className="app-work__reference">{formatReference(row.reference)}</span>
        <RatingTag rating={row.rating} />
      </div>
      <div className="app-work__why">
        <strong>{kindWords(row.kind, familyCafLabel)}</strong>
        {row.receivingAuthority !== null && <> to {row.receivingAuthority}</>}
        {row.addedAt !== null && row.state !== "closed" && (
          <p>
            <Tag colour="yellow">Added to</Tag> {dayAndTime(row.addedAt, asAt)}
          </p>
        )}
        <p>{row.reason}</p>
        {row.wants !== "" && asksFamily && (
          <p>
            {row.kind === "advice_episode" ? "To be advised" : "Asked for"}: {row.wants}
          </p>
        )}
      </div>
      <div className="app-work__family">
        {asksFamily && <p>Agreed to help: {agreedWords[row.agreed]}</p>}
        <SafeContactLines safeContact={row.safeContact} />
      </div>
      <div className="app-work__owner">
        <Owner row={row} />
        {row.worker !== null && <p>With {row.worker.mine ? <strong>you</strong> : row.worker.name}</p>}
        {row.complex.length > 0 && <p>Complex: {row.complex.join(", ")}</p>}
        {row.calls > 0 && <p>{row.calls === 1 ? "1 call" : `${row.calls} calls`} tried</p>}
      </div>
    </>
  );
}

function SafeContactLines({ safeContact }: Pick<WorkRow, "safeContact">) {
  return (
    <>
      {safeContactLines(safeContact).map(({ text, warns }) => (
        <p key={text}>{warns ? <strong>{text}</strong> : text}</p>
      ))}
    </>
  );
}

/** What an owner would have done: a transfer and a notice are not accepted here. */
const notYet = (kind: WorkRow["kind"]): string =>
  kind === "transfer"
    ? "Not confirmed yet"
    : kind === "case_notice"
      ? "Not acknowledged yet"
      : "Accepted by nobody yet";

function Owner({ row: { owner, team, kind, state } }: { row: WorkRow }) {
  return (
    <>
      <p>
        {owner === null ? (
          state === "closed" ? (
            ""
          ) : (
            notYet(kind)
          )
        ) : (
          <>Owned by {owner.mine ? <strong>you</strong> : owner.name}</>
        )}
      </p>
      <p>{team ?? "No team: with the hub"}</p>
    </>
  );
}
