import { matchBands } from "#domain/matching";
import type { Matches } from "#services/contacts/read-matches";
import { noRecordWords } from "./newer-list.tsx";

/** "1 sure, 1 likely, 1 possible" */
export function matchesInWords({ matches, newer }: Pick<Matches, "matches" | "newer">): string {
  if (matches.length === 0) return `${noRecordWords(newer)}.`;
  // A twin is of the family and not a possible same child.
  const [twins, others] = [true, false].map((twin) =>
    matches.filter(({ facts }) => facts.includes("could_be_twin") === twin),
  );
  const counts = matchBands.map(
    (band) => `${others?.filter((match) => match.band === band).length ?? 0} ${band}`,
  );
  const some = twins?.length ?? 0;
  return [...counts, ...(some === 0 ? [] : [`${some} who could be a twin, brother or sister`])].join(", ");
}
