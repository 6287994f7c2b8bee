/**
 * What speaks for or against two descriptions being one child, as codes to keep and words to show. `speaks` is what the
 * page groups by; bands are decided in matching.ts.
 */
export const matchFacts = {
  nhs_same: { words: "NHS number same", speaks: "for" },
  nhs_differs: { words: "NHS number differs", speaks: "against" },
  upn_same: { words: "pupil number same", speaks: "for" },
  upn_differs: { words: "pupil number differs", speaks: "against" },
  first_same: { words: "first name same", speaks: "for" },
  first_nickname: { words: "first name is a short form or another spelling", speaks: "for" },
  first_sounds: { words: "first name sounds the same", speaks: "for" },
  first_similar: { words: "first name one slip apart", speaks: "for" },
  first_differs: { words: "first name differs", speaks: "against" },
  known_as: { words: "known by the other's name", speaks: "for" },
  last_same: { words: "surname same", speaks: "for" },
  last_part: { words: "part of a surname same", speaks: "for" },
  last_sounds: { words: "surname sounds the same", speaks: "for" },
  last_similar: { words: "surname one slip apart", speaks: "for" },
  last_differs: { words: "surname differs", speaks: "against" },
  names_swapped: { words: "first name and surname swapped", speaks: "for" },
  dob_same: { words: "date of birth same", speaks: "for" },
  dob_swapped: { words: "day and month swapped", speaks: "for" },
  dob_two_parts: { words: "two of day, month and year of birth same", speaks: "for" },
  dob_differs: { words: "date of birth differs", speaks: "against" },
  due_fits: { words: "born around the date the baby was due", speaks: "for" },
  due_same: { words: "baby due around the same date", speaks: "for" },
  age_fits: { words: "age fits", speaks: "for" },
  age_differs: { words: "age does not fit", speaks: "against" },
  house_same: { words: "same house", speaks: "for" },
  phone_same: { words: "same phone", speaks: "for" },
  postcode_same: { words: "same postcode", speaks: "for" },
  sex_differs: { words: "sex differs", speaks: "against" },
  could_be_twin: {
    words: "could be a twin: same birthday and family, another first name",
    speaks: "against",
  },
} as const satisfies Record<string, { words: string; speaks: "for" | "against" }>;

export type MatchFact = keyof typeof matchFacts;

export function matchFactWords(fact: MatchFact): string {
  return matchFacts[fact].words;
}

export function isMatchFact(value: string): value is MatchFact {
  return Object.hasOwn(matchFacts, value);
}
