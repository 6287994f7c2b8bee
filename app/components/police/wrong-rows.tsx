import { fieldLabel } from "#domain/police/notice";
import { gradeWords } from "#domain/police/read-values";
import type { ShownRow } from "#services/police/read-batch";
import { href } from "../../href.ts";
import { Table } from "../govuk/table.tsx";

/** Rows that cannot be sent, the highest grade first: which field, what is wrong with it, and how it is mended. */
export function WrongRows({ batchId, rows }: { batchId: string; rows: readonly ShownRow[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">Rows to put right</h2>
      <p className="govuk-body">
        They are not sent until somebody puts them right. Those that are graded high stand first.
      </p>
      <div className="app-scroll" role="region" aria-label="Rows to put right" tabIndex={0}>
        <Table
          firstCellIsHeader
          columns={[
            { head: "Row" },
            { head: "Grade" },
            { head: "Field" },
            { head: "What is wrong" },
            { head: "How to put it right" },
          ]}
          rows={rows.flatMap((row) =>
            row.problems.map(({ field, wrong, mend }, at) => ({
              key: `${row.id} ${field} ${at}`,
              cells: [
                <a key="row" className="govuk-link" href={href("police.row", { id: batchId, row: row.id })}>
                  {`Row ${row.number}`}
                </a>,
                row.grade === null ? "Not known" : gradeWords[row.grade],
                fieldLabel(field),
                wrong,
                mend,
              ],
            })),
          )}
        />
      </div>
    </>
  );
}
