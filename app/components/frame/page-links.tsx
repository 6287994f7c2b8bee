/** Links to the parts of a list that is longer than a page; nothing when it is not. */
export function PageLinks({
  page,
  pages,
  to,
}: {
  page: number;
  pages: number;
  to: (page: number) => string;
}) {
  if (pages < 2) return null;
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
