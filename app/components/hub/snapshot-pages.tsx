import type { SnapshotPage } from "#domain/questions/submission";
import { SummaryList } from "../govuk/summary-list.tsx";

/** Pages of a form as the sender saw them, in the sender's order. */
export function SnapshotPages({ pages }: { pages: readonly SnapshotPage[] }) {
  if (pages.length === 0) return <p className="govuk-body">There are no answers.</p>;
  return (
    <>
      {pages.map((page) => (
        <section key={`${page.questionId} ${page.item ?? ""}`}>
          <h2 className="govuk-heading-m">
            {page.title}
            {page.item !== null && ` (${page.item})`}
          </h2>
          {page.entries.length === 0 ? (
            <p className="govuk-body">Not answered.</p>
          ) : (
            <SummaryList
              rows={page.entries.map(({ label, value }) => ({
                key: label === page.title ? "Answer" : label,
                value: <span className="app-written">{value}</span>,
              }))}
            />
          )}
        </section>
      ))}
    </>
  );
}
