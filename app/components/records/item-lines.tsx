import type { AccessItem } from "#domain/access";

/** What one thing says, a term and a text a line. */
export function ItemLines({ lines }: Pick<AccessItem, "lines">) {
  if (lines.length === 0) return null;
  return (
    <ul className="govuk-list">
      {lines.map(({ label, text }, at) => (
        <li key={at} className="app-written">
          {label === "" ? text : `${label}: ${text}`}
        </li>
      ))}
    </ul>
  );
}
