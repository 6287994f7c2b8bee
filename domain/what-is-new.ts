import type { ContactFacts } from "./contact-facts.ts";
import { worryWords } from "./fact-chips.ts";
import type { Worry } from "./questions/worries.ts";

type Told = Pick<ContactFacts, "worries">;

const list = (worries: readonly Worry[]) => worries.map((worry) => lower(worryWords[worry])).join(", ");

/** "FGM" stays as it is; every other label starts a sentence in its list and none in ours. */
const lower = (words: string) =>
  /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/**
 * What this contact says that earlier ones did not, by comparing what was ticked: categories and facts, no reading of
 * what anybody wrote. `earlier` holds what could be opened; null means that nobody looked yet.
 */
export function whatIsNew(now: Told, earlier: readonly Told[] | null): string[] {
  if (earlier === null) return ["Not compared with earlier contacts yet."];
  if (earlier.length === 0) return ["No earlier contact about these children is known."];
  const before = new Set(earlier.flatMap(({ worries }) => worries));
  const fresh = now.worries.filter((worry) => !before.has(worry));
  const again = now.worries.filter((worry) => before.has(worry));
  const gone = [...before].filter((worry) => !now.worries.includes(worry));
  return [
    ...(fresh.length > 0 ? [`First report of: ${list(fresh)}.`] : ["No worry of a new kind."]),
    ...(again.length > 0 ? [`Reported before: ${list(again)}.`] : []),
    ...(gone.length > 0 ? [`Earlier contacts were also about: ${list(gone)}.`] : []),
  ];
}
