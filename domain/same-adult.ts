import { compareNames, type Likeness } from "./compare-names.ts";
import { swapDayAndMonth } from "./match-keys.ts";
import { nameWords } from "./names.ts";

/** Why an adult of one contact may be an adult of another, as words to show. It leads to a family and makes no child of two. */
export const adultFacts = {
  name_same: "name same",
  name_close: "name sounds the same or is one slip apart",
  born_same: "date of birth same",
  born_swapped: "day and month of birth swapped",
  home_same: "children of both at one address",
} as const;
export type AdultFact = keyof typeof adultFacts;

export type AdultSaid = { name: string; dateOfBirth: string | null };

/**
 * Whether two adults may be one. A name alone is half of everybody: it takes a birth date as well, or where one is not
 * known a home that the children share. Null where nothing says so, or a birth date says otherwise.
 */
export function sameAdult(a: AdultSaid, b: AdultSaid, oneHome: boolean): AdultFact[] | null {
  const { first, last, facts } = compareNames(named(a), named(b));
  if (!isAlike(first) || !isAlike(last)) return null;
  const name: AdultFact =
    first === "same" && last === "same" && !facts.includes("known_as") ? "name_same" : "name_close";
  if (a.dateOfBirth !== null && b.dateOfBirth !== null) {
    const home: AdultFact[] = oneHome ? ["home_same"] : [];
    if (a.dateOfBirth === b.dateOfBirth) return [name, "born_same", ...home];
    return name === "name_same" && swapDayAndMonth(a.dateOfBirth) === b.dateOfBirth
      ? [name, "born_swapped", ...home]
      : null;
  }
  return name === "name_same" && oneHome ? [name, "home_same"] : null;
}

const isAlike = (likeness: Likeness): boolean => likeness === "same" || likeness === "close";

/** "Ngozi Adichie" in one box: the first word is the first name. One word alone says too little. */
function named({ name }: AdultSaid) {
  const [firstName = null, ...rest] = nameWords(name);
  return { firstName, lastName: rest.length === 0 ? null : rest.join(" "), alsoKnownAs: null };
}
