import { nameWords, surnameParts } from "./names.ts";

/** What says that two contacts may be about one household. Codes: they are kept beside what a person confirmed. */
export const householdFacts = {
  child_said: "somebody said that a child is the same",
  child_sure: "a child is surely the same",
  child_likely: "a child is likely the same",
  same_child_named: "a child of the same name and date of birth",
  same_adult: "an adult of the same name and date of birth",
  same_phone: "the same phone",
  surname_and_address: "the same surname at the same address",
} as const;
export type HouseholdFact = keyof typeof householdFacts;

type Named = { name: string; dateOfBirth: string | null };

/** One contact, as far as it says who lives together. */
export type HouseholdSaid = {
  children: readonly { firstName: string | null; lastName: string | null; dateOfBirth: string | null }[];
  adults: readonly Named[];
  /** Keyed hashes; null or empty where it says none. */
  addresses: readonly string[];
  phones: readonly string[];
};

const bare = (name: string): string => nameWords(name).sort().join(" ");

const marks = (people: readonly Named[]): string[] =>
  people.flatMap(({ name, dateOfBirth }) =>
    dateOfBirth === null || bare(name) === "" ? [] : [`${bare(name)} ${dateOfBirth}`],
  );

const childMarks = ({ children }: HouseholdSaid): string[] =>
  marks(
    children.flatMap(({ firstName, lastName, dateOfBirth }) =>
      firstName === null || lastName === null ? [] : [{ name: `${firstName} ${lastName}`, dateOfBirth }],
    ),
  );

const surnames = ({ children }: HouseholdSaid): string[] =>
  children.flatMap(({ lastName }) => (lastName === null ? [] : surnameParts(lastName)));

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/**
 * Why two contacts may be about one household; empty where nothing does. An address by itself never does: refuges,
 * hostels and flats have many families. What matching and people said about their children is added by whoever asks.
 */
export function sharedHousehold(a: HouseholdSaid, b: HouseholdSaid): HouseholdFact[] {
  const facts: HouseholdFact[] = [];
  if (meet(childMarks(a), childMarks(b))) facts.push("same_child_named");
  if (meet(marks(a.adults), marks(b.adults))) facts.push("same_adult");
  if (meet(a.phones, b.phones)) facts.push("same_phone");
  if (meet(a.addresses, b.addresses) && meet(surnames(a), surnames(b))) facts.push("surname_and_address");
  return facts;
}

/** Where somebody of a family lives, as somebody said. */
export const homes = ["home", "elsewhere", "not_said"] as const;
export type Home = (typeof homes)[number];

export const homeOf = (livesWithChild: "yes" | "no" | "not_known"): Home =>
  livesWithChild === "yes" ? "home" : livesWithChild === "no" ? "elsewhere" : "not_said";
