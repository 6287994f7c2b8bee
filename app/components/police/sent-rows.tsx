import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { ShownRow } from "#services/police/read-batch";
import { href } from "../../href.ts";
import { Table } from "../govuk/table.tsx";

type SentRowsProps = { batchId: string; rows: readonly ShownRow[]; wrong: number };

/** What became of each row that was sent: our reference beside the force's own. */
export function SentRows({ batchId, rows, wrong }: SentRowsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">{`${rows.length} sent${wrong === 0 ? "" : `, ${wrong} to put right`}`}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={href("police.receipt", { id: batchId })} download>
          Download the receipt (CSV)
        </a>
      </p>
      <div className="app-scroll" role="region" aria-label="What was sent" tabIndex={0}>
        <Table
          firstCellIsHeader
          columns={[
            { head: "Row" },
            { head: "Your reference" },
            { head: "Our reference" },
            { head: "We decide by" },
          ]}
          rows={rows.map(({ id, number, forceReference, contactReference, decideBy, state }) => ({
            key: id,
            cells: [
              String(number),
              forceReference,
              `${formatReference(contactReference ?? "")}${state === "added" ? ", added to what came before" : ""}`,
              decideBy === null ? "" : dayAndTime(decideBy),
            ],
          }))}
        />
      </div>
    </>
  );
}
