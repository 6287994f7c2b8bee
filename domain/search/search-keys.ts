import { matchKeys, type MatchKey, type MatchKeyKind } from "../match-keys.ts";
import { emptySubject } from "../match-subject.ts";
import { namesOfGroups } from "../nicknames.ts";
import { datesNear } from "./search-hit.ts";
import type { Search } from "./read-search.ts";

/** Two of the three parts of a date bring strangers together: that is for comparing, and no answer to a question. */
const unsaid: readonly MatchKeyKind[] = ["name", "birthday_name", "month_name", "year_day_name"];

type Named = { firstName: string | null; lastName: string | null };
/** Names of the dictionary that look like a word that was typed. */
export type Alike = ReadonlyMap<string, readonly string[]>;

/** Two of the words that were typed, or the only one, in either place; one of two may be spelled otherwise. */
function namesIn(words: readonly string[], alike: Alike): Named[] {
  const spelled = (word: string) => alike.get(word) ?? [];
  const pairs = words.flatMap((one, at) =>
    words
      .slice(at + 1)
      .flatMap((other) => [
        [one, other] as const,
        ...spelled(one).map((instead) => [instead, other] as const),
        ...spelled(other).map((instead) => [one, instead] as const),
      ]),
  );
  const [only = null] = words;
  const places = words.length === 1 ? [[only, null] as const] : pairs;
  return places.flatMap(([firstName, lastName]) => [
    { firstName, lastName },
    { firstName: lastName, lastName: firstName },
  ]);
}

/** The keys that whoever is looked for would have, with the slips that people make in a date. */
export function keysToSearch(search: Search, alike: Alike): MatchKey[] {
  const { words, born, postcode, nhsNumber, upn, phone, schools } = search;
  const said = { ...emptySubject, postcode, nhsNumber, upn, phones: phone === null ? [] : [phone] };
  const { swapped, near } = born === null ? { swapped: null, near: [] } : datesNear(born);
  const slips = swapped === null ? near : [swapped, ...near];
  const nobody = [{ firstName: null, lastName: null }];
  const names = words.length === 0 ? nobody : namesIn(words, alike);
  const asTyped = words.length === 0 ? [] : namesIn(words, new Map());
  const keys = [
    ...names.flatMap((name) => matchKeys({ ...said, ...name, dateOfBirth: born })),
    ...slips.flatMap((dateOfBirth) =>
      asTyped.flatMap((name) => matchKeys({ ...emptySubject, ...name, dateOfBirth })),
    ),
  ];
  // A name alone is looked for as it is spelled, as it may be spelled, and as what it is short for.
  const [only] = words;
  const single = only !== undefined && words.length === 1;
  const spelled = single ? [only, ...namesOfGroups(only), ...(alike.get(only) ?? [])] : [];
  const all = [
    ...keys.filter(({ kind }) => !unsaid.includes(kind)),
    ...spelled.map((value) => ({ kind: "name" as const, value })),
    ...schools.map((value) => ({ kind: "school" as const, value })),
  ];
  return [...new Map(all.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}
