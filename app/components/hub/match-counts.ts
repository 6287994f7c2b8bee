import { matchBands } from "#domain/matching";
import type { Matches } from "#services/contacts/read-matches";
import { noRecordWords } from "./newer-list.tsx";

/** "1 sure, 1 likely, 1 possible" */
export function matchesInWords({ matches, newer }: Pick<Matches, "matches" | "newer">): string {
  if (matches.length === 0) return `${noRecordWords(newer)}.`;
  return matchBands
    .map((band) => `${matches.filter((match) => match.band === band).length} ${band}`)
    .join(", ");
}
