import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { ShownRow } from "#services/police/read-batch";
import { Table } from "../govuk/table.tsx";

/** What became of each row that was sent: our reference beside the force's own. */
export function SentRows({ rows }: { rows: readonly ShownRow[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">What was sent</h2>
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
