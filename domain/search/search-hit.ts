import { Temporal } from "temporal-polyfill";
import { swapDayAndMonth } from "../match-keys.ts";
import { nameWords, nearlyTheSame, soundAlike, surnameParts } from "../names.ts";
import { sameByNickname } from "../nicknames.ts";
import type { Search } from "./read-search.ts";

/** Why somebody was found, as words for their card, the strongest first; and how much it counts, which no page shows. */
const facts = {
  reference: { words: "reference same", counts: 200 },
  nhs: { words: "NHS number same", counts: 120 },
  upn: { words: "pupil number same", counts: 120 },
  phone: { words: "phone same", counts: 60 },
  born: { words: "date of birth same", counts: 50 },
  born_swapped: { words: "day and month of birth swapped", counts: 30 },
  born_near: { words: "date of birth one day off", counts: 25 },
  name: { words: "name same", counts: 20 },
  name_short: { words: "name is a short form or another spelling", counts: 15 },
  name_similar: { words: "name one slip apart", counts: 12 },
  name_sounds: { words: "name sounds the same", counts: 10 },
  postcode: { words: "postcode same", counts: 25 },
  school: { words: "school same", counts: 20 },
  // What was asked for and is not so.
  name_differs: { words: "another name differs", counts: -15 },
  born_differs: { words: "date of birth differs", counts: -25 },
} as const;
export type SearchFact = keyof typeof facts;

export const searchFactWords = (fact: SearchFact): string => facts[fact].words;
export const speaksAgainst = (fact: SearchFact): boolean => facts[fact].counts < 0;

/** Somebody as a contact describes them, as far as a dump may show it. */
export type Sought = {
  firstName: string | null;
  lastName: string | null;
  alsoKnownAs: string | null;
  dateOfBirth: string | null;
  postcode: string | null;
};

export type SearchHit = { facts: SearchFact[]; counts: number };

/** What only a keyed hash can compare was compared by the database. */
export const foundByKinds = ["reference", "nhs", "upn", "phone", "school"] as const;
export type FoundBy = Partial<Record<(typeof foundByKinds)[number], true>>;

/** Dates that a slip makes of one: its day and month swapped, a day before and after. */
export function datesNear(born: string): { swapped: string | null; near: readonly string[] } {
  const date = Temporal.PlainDate.from(born);
  const near = [-1, 1].map((days) => date.add({ days }).toString());
  const swapped = swapDayAndMonth(born);
  return { swapped, near };
}

/** Whether somebody is among those whom a search looks for, and why. Null when nothing of it is so. */
export function searchHit(search: Search, by: FoundBy, one: Sought): SearchHit | null {
  const found: SearchFact[] = foundByKinds.filter((kind) => by[kind]);
  // The words of a school are the school's.
  const names = nameFacts(search.words, one).filter((fact) => !by.school || fact !== "name_differs");
  const born = bornFact(search.born, one.dateOfBirth);
  const place = search.postcode !== null && search.postcode === one.postcode ? (["postcode"] as const) : [];
  const others = [...found, ...(born !== null && !speaksAgainst(born) ? [born] : []), ...place];
  // "Mary Okafor" asks for somebody who is called both: every Mary would be no answer, unless more speaks for one.
  const called = names.length > 0 && !names.includes("name_differs");
  if (others.length === 0 && !called) return null;
  const all = [...others, ...names, ...(born !== null && speaksAgainst(born) ? [born] : [])];
  const counts = all.reduce((sum, fact) => sum + facts[fact].counts, 0);
  const order = Object.keys(facts);
  return {
    facts: [...new Set(all)].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    counts,
  };
}

function bornFact(asked: string | null, born: string | null): SearchFact | null {
  if (asked === null || born === null) return null;
  if (asked === born) return "born";
  const { swapped, near } = datesNear(asked);
  if (swapped === born) return "born_swapped";
  return near.includes(born) ? "born_near" : "born_differs";
}

/** One fact for each word that was typed; the order of the words says nothing. */
function nameFacts(words: readonly string[], one: Sought): SearchFact[] {
  const given = [...nameWords(one.firstName), ...nameWords(one.alsoKnownAs)];
  const all = [...given, ...nameWords(one.lastName), ...surnameParts(one.lastName)];
  return words.map((word) => {
    if (all.includes(word)) return "name";
    if (given.some((name) => sameByNickname(name, word))) return "name_short";
    if (all.some((name) => nearlyTheSame(name, word))) return "name_similar";
    return all.some((name) => name[0] === word[0] && soundAlike(name, word)) ? "name_sounds" : "name_differs";
  });
}
