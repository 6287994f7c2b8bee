import { formatReference } from "#domain/reference";
import { longDate, dayAndTime, duration } from "#domain/time-words";
import { adviceStageWords } from "#domain/advice-stage";
import type { AdviceRow } from "#services/pathways/list-advice";
import { href } from "../../href.ts";
import { Tag } from "../govuk/tag.tsx";
import { RatingTag } from "../hub/rating-tag.tsx";
import { safeContactLines } from "./safe-contact-words.ts";
import { agreedWords, kindWords } from "./work-words.ts";

type HelpTableProps = { rows: readonly AdviceRow[]; caption: string; asAt: Date; familyCafLabel: string };

const heads = ["Family", "Stage", "What they asked for", "Agreement", "Safe contact", "Waiting", "Lead"];

/** Families as a table; on a narrow screen each row is a card that says what each part is. */
export function HelpTable({ rows, caption, asAt, familyCafLabel }: HelpTableProps) {
  return (
    <table className="govuk-table app-cards">
      <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {heads.map((head) => (
            <th scope="col" className="govuk-table__header" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr className="govuk-table__row" key={row.id}>
            <th scope="row" className="govuk-table__header">
              <Family row={row} familyCafLabel={familyCafLabel} />
            </th>
            {cellsOf(row, asAt).map((cell, index) => (
              <td className="govuk-table__cell" key={heads[index + 1]} data-head={heads[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Family({ row, familyCafLabel }: { row: AdviceRow; familyCafLabel: string }) {
  return (
    <>
      <a className="govuk-link" href={href("advice.pathway", { id: row.id })}>
        {row.child.name}
      </a>
      , {row.child.age}
      <span className="app-cards__more">
        {kindWords(row.kind, familyCafLabel)}, {formatReference(row.reference)}
      </span>
      <RatingTag rating={row.rating} />
    </>
  );
}

function cellsOf(row: AdviceRow, asAt: Date) {
  const safe = safeContactLines(row.safeContact);
  return [
    <>
      {adviceStageWords[row.stage]}
      {row.steppedUpAt !== null && row.stage !== "closed" && <Tag colour="orange">Stepped up</Tag>}
      {row.addedAt !== null && row.stage !== "closed" && <Tag colour="yellow">Added to</Tag>}
    </>,
    row.wants === "" ? row.reason : row.wants,
    <>
      {agreedWords[row.agreed]}
      {row.askBy !== null && row.agreed !== "yes" && <>, asked by {longDate(row.askBy)}</>}
    </>,
    safe.map(({ text, warns }) => (
      <span className="app-cards__more" key={text}>
        {warns ? <strong>{text}</strong> : text}
      </span>
    )),
    waitWords(row, asAt),
    <>
      {row.owner === null ? "Nobody yet" : row.owner.mine ? <strong>You</strong> : row.owner.name}
      {row.lead !== null && <span className="app-cards__more">Lead: {row.lead}</span>}
    </>,
  ];
}

function waitWords({ since, closedAt, startCheckDueAt, calls }: AdviceRow, asAt: Date): string {
  if (closedAt !== null) {
    const ask = startCheckDueAt !== null && startCheckDueAt <= asAt ? ". Ask whether it began" : "";
    return `Closed ${dayAndTime(closedAt, asAt)}${ask}`;
  }
  const tried = calls === 0 ? "" : `, ${calls === 1 ? "1 call" : `${calls} calls`}`;
  return `${duration((asAt.getTime() - since.getTime()) / 60_000)}${tried}`;
}
