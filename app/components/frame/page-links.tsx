import { filled, siteWords } from "#domain/wording/site";
import { useWords } from "../use-words.ts";

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
  const words = useWords(siteWords).pages;
  if (pages < 2) return null;
  return (
    <nav aria-label={words.label} className="app-pages">
      {page > 1 && (
        <a className="govuk-link" href={to(page - 1)} rel="prev">
          {words.before}
        </a>
      )}
      <span>{filled(words.place, { page: String(page), pages: String(pages) })}</span>
      {page < pages && (
        <a className="govuk-link" href={to(page + 1)} rel="next">
          {words.after}
        </a>
      )}
    </nav>
  );
}
