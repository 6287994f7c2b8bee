import { slipsBetween } from "../names.ts";
import type { NameWord, Traits } from "./traits.ts";

export const familyLevels = ["same", "part", "slip", "sound", "near", "differs", "blank"] as const;
export const givenLevels = [
  "same",
  "nickname",
  "middle",
  "slip",
  "sound",
  "initial",
  "near",
  "differs",
  "blank",
] as const;
export const middleLevels = ["same", "differs", "blank"] as const;
export const orderLevels = ["straight", "swapped"] as const;

/** How alike two names are, and the word that both have: a rare one says more. */
export type FamilyLevel = { level: (typeof familyLevels)[number]; word: string | null };
export type GivenLevel = { level: (typeof givenLevels)[number]; word: string | null };

export type NameLevels = {
  family: FamilyLevel;
  given: GivenLevel;
  middle: { level: (typeof middleLevels)[number]; word: string | null };
  /** First name and surname in each other's place. */
  order: (typeof orderLevels)[number];
};

export function nameLevels(a: Traits, b: Traits): NameLevels {
  const { family, given, order } =
    a.lone || b.lone ? { ...loneLevels(a, b), order: "straight" as const } : inOrder(a, b);
  return { family, given, order, middle: middleLevel(a.given, b.given, given.word) };
}

function inOrder(a: Traits, b: Traits): Pick<NameLevels, "family" | "given" | "order"> {
  const family = familyLevel(a.family, a.surname, b.family, b.surname);
  const given = givenLevel(a.given, b.given);
  const straight = { family, given, order: "straight" as const };
  const [firstA, firstB] = [a.given[0], b.given[0]];
  if (!firstA || !firstB || (family.level !== "differs" && given.level !== "differs")) return straight;
  const asFamily = familyLevel([firstA], firstA.word, b.family, b.surname);
  const asGiven = familyLevel(a.family, a.surname, [firstB], firstB.word);
  if (!isWellAlike(asFamily) || !isWellAlike(asGiven)) return straight;
  const level = asGiven.level === "slip" ? "slip" : "same";
  return { family: asFamily, given: { level, word: asGiven.word }, order: "swapped" };
}

const isWellAlike = ({ level }: FamilyLevel) => level === "same" || level === "part" || level === "slip";

/** The best first. */
const fits: readonly string[] = [
  "same",
  "part",
  "nickname",
  "middle",
  "slip",
  "sound",
  "initial",
  "near",
  "blank",
  "differs",
];
const fitsBetter = (one: string, other: string) => fits.indexOf(one) < fits.indexOf(other);

function loneLevels(a: Traits, b: Traits): Pick<NameLevels, "family" | "given"> {
  const blank = { level: "blank", word: null } as const;
  const [word, other] = a.lone ? [a.lone, b] : [b.lone, a];
  if (!word) return { family: blank, given: blank };
  if (other.lone) {
    const family = familyLevel([word], word.word, [other.lone], other.lone.word);
    // One may be the first name and the other the surname.
    return { family: family.level === "differs" ? blank : family, given: blank };
  }
  const family = familyLevel([word], word.word, other.family, other.surname);
  const given = givenLevel([word], other.given);
  return fitsBetter(given.level, family.level) ? { family: blank, given } : { family, given: blank };
}

function familyLevel(
  a: readonly NameWord[],
  surnameA: string,
  b: readonly NameWord[],
  surnameB: string,
): FamilyLevel {
  if (a.length === 0 || b.length === 0) return { level: "blank", word: null };
  if (surnameA === surnameB) return { level: "same", word: surnameA };
  if (a.some(({ word }) => word.length > 1 && has(b, word))) return { level: "part", word: null };
  const found = a.flatMap((one) => b.map((other) => closeness(one, other)));
  return { level: found.reduce((best, one) => (fitsBetter(one, best) ? one : best), "differs"), word: null };
}

function givenLevel(a: readonly NameWord[], b: readonly NameWord[]): GivenLevel {
  const [first, other] = [a[0], b[0]];
  if (!first || !other) return { level: "blank", word: null };
  const isLetter = first.word.length === 1 || other.word.length === 1;
  if (first.word === other.word && !isLetter) return { level: "same", word: first.word };
  if (sharesOne(first.nicknames, other.nicknames)) return { level: "nickname", word: null };
  if ([first, other].some(({ word }) => word.length > 1 && has(a, word) && has(b, word)))
    return { level: "middle", word: null };
  if (isLetter && first.word[0] === other.word[0]) return { level: "initial", word: null };
  return { level: closeness(first, other), word: null };
}

function middleLevel(
  a: readonly NameWord[],
  b: readonly NameWord[],
  used: string | null,
): NameLevels["middle"] {
  const [moreA, moreB] = [a, b].map((list) => list.filter(({ word }) => word !== used));
  const blank = { level: "blank", word: null } as const;
  if (a.length < 2 || b.length < 2 || !moreA?.length || !moreB?.length) return blank;
  // The first in the alphabet, so that it is the same one from both sides.
  const [same] = moreA.flatMap(({ word }) => (has(moreB, word) ? [word] : [])).sort();
  if (same !== undefined) return { level: "same", word: same };
  const alike = moreA.some((one) => moreB.some((other) => givenLevel([one], [other]).level !== "differs"));
  return alike ? blank : { level: "differs", word: null };
}

/** One slip of the keyboard, a second in a long word; the same sound; or so near that it may be a third slip. */
function closeness(a: NameWord, b: NameWord): "slip" | "sound" | "near" | "differs" {
  const [shortest, longest] = [a.word.length, b.word.length].sort((x, y) => x - y) as [number, number];
  if (longest < 3 || longest > 60) return "differs";
  const slips = slipsBetween(a.word, b.word, longest >= 8 ? 3 : 2);
  if (slips === 1 || (slips === 2 && longest >= 7)) return "slip";
  if (sharesOne(a.sounds, b.sounds)) return "sound";
  if ((slips === 2 && longest >= 5) || (slips === 3 && longest >= 8)) return "near";
  const begins = a.word.startsWith(b.word) || b.word.startsWith(a.word);
  return shortest >= 4 && begins ? "near" : "differs";
}

const has = (list: readonly NameWord[], wanted: string) => list.some(({ word }) => word === wanted);
const sharesOne = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));
