import { matchKeys, type MatchKey } from "../match-keys.ts";
import { emptySubject } from "../match-subject.ts";
import { namesOfGroups } from "../nicknames.ts";
import { datesNear } from "./search-hit.ts";
import type { Search } from "./read-search.ts";

type Named = { firstName: string | null; lastName: string | null };

/** Two of the words that were typed, or the only one, in either place. */
function namesIn(words: readonly string[]): Named[] {
  const pairs = words.flatMap((one, at) => words.slice(at + 1).map((other) => [one, other] as const));
  const [only = null] = words;
  const places = words.length === 1 ? [[only, null] as const] : pairs;
  return places.flatMap(([firstName, lastName]) => [
    { firstName, lastName },
    { firstName: lastName, lastName: firstName },
  ]);
}

/**
 * The keys that whoever is looked for would have, with the slips that people make in a date.
 * @param alike names of the dictionary that look like the only one that was typed
 */
export function keysToSearch(search: Search, alike: readonly string[]): MatchKey[] {
  const { words, born, postcode, nhsNumber, upn, phone } = search;
  const said = { ...emptySubject, postcode, nhsNumber, upn, phones: phone === null ? [] : [phone] };
  const { swapped, near } = born === null ? { swapped: null, near: [] } : datesNear(born);
  const dates = born === null ? [null] : [born, ...(swapped === null ? [] : [swapped]), ...near];
  const names = words.length === 0 ? [{ firstName: null, lastName: null }] : namesIn(words);
  const keys = dates.flatMap((dateOfBirth) =>
    names.flatMap((name) => matchKeys({ ...said, ...name, dateOfBirth })),
  );
  // A name alone is looked for as it is spelled, as it may be spelled, and as what it is short for.
  const [only] = words;
  const spelled = only !== undefined && words.length === 1 ? [only, ...namesOfGroups(only), ...alike] : [];
  const all = [
    ...keys.filter(({ kind }) => kind !== "name"),
    ...spelled.map((value) => ({ kind: "name" as const, value })),
  ];
  return [...new Map(all.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}
