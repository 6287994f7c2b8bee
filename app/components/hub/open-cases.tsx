import { matchBands } from "#domain/matching";
import type { ContactHead } from "#services/contacts/contact-head";
import type { Matches } from "#services/contacts/read-matches";
import { noRecordWords } from "./newer-list.tsx";

/** "1 sure, 1 likely, 1 possible" */
export function matchesInWords({ matches, newer }: Pick<Matches, "matches" | "newer">): string {
  if (matches.length === 0) return `${noRecordWords(newer)}.`;
  return matchBands
    .map((band) => `${matches.filter((match) => match.band === band).length} ${band}`)
    .join(", ");
}

/** What the case-management system says about children whom somebody has confirmed. */
export function OpenCases({ cases, head }: { cases: Matches["openCases"]; head: ContactHead }) {
  if (cases.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {cases.map((one) => (
        <li key={one.id}>
          <strong>{head.children.find(({ id }) => id === one.childId)?.name}</strong>:{" "}
          {one.socialWork ? "has an open case with social work" : "has an open case with early help"}
          {one.onPlan && ", on a plan"}
        </li>
      ))}
    </ul>
  );
}
