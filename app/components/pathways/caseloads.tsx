import { complexRule, type Caseload } from "#domain/caseload";
import { Table } from "../govuk/table.tsx";
import { WarningText } from "../govuk/warning-text.tsx";

/** What each worker of a team has, with what the council wants at most: above it the page says so and bars nothing. */
export function Caseloads({ loads, aspiration }: { loads: readonly Caseload[]; aspiration: number }) {
  if (loads.length === 0) return null;
  const above = loads.filter(({ open }) => open > aspiration).map(({ name }) => name);
  return (
    <>
      <div
        className="app-scroll"
        tabIndex={0}
        role="region"
        aria-label="What the workers of the team have now"
      >
        <Table
          caption="What the workers of the team have now"
          captionClasses="govuk-table__caption--m"
          columns={[
            { head: "Worker" },
            { head: "Children", numeric: true },
            { head: "Of them complex", numeric: true },
          ]}
          rows={loads.map(({ workerId, name, open, complex }) => ({
            key: workerId ?? name,
            cells: [name, open, complex],
          }))}
          firstCellIsHeader
        />
      </div>
      <p className="govuk-body-s">
        {complexRule} {`One worker has ${aspiration} children at most, as an aspiration.`}
      </p>
      {above.length > 0 && (
        <WarningText>{`Above ${aspiration}: ${above.join(", ")}. You can still give them a child.`}</WarningText>
      )}
    </>
  );
}
