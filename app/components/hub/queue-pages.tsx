import type { TriageFilter } from "#services/triage/triage-filter";
import { href } from "../../href.ts";

/** Links to the parts of a list that is longer than a page; nothing when it is not. */
export function QueuePages({ filter, page, pages }: { filter: TriageFilter; page: number; pages: number }) {
  if (pages < 2) return null;
  const to = (number: number) =>
    href("hub.triage", {}, { ...(filter === "all" ? {} : { show: filter }), page: String(number) });
  return (
    <nav aria-label="Pages of the list" className="app-pages">
      {page > 1 && (
        <a className="govuk-link" href={to(page - 1)} rel="prev">
          Before
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a className="govuk-link" href={to(page + 1)} rel="next">
          After
        </a>
      )}
    </nav>
  );
}
