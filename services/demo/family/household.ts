import { Temporal } from "temporal-polyfill";
import type { Family, FamilyAdult, FamilyChild } from "./family.ts";
import type { Home } from "./places.ts";

export type HouseholdChild = Omit<FamilyChild, "renamed"> & {
  /** Whole years; -1 for a child who is expected. */
  age: number;
};

/** A family as it is on one day: where it lives, who is there, who is expected, what everybody is called. */
export type Household = {
  family: Family;
  day: Temporal.PlainDate;
  home: Home;
  previousHome: Home | null;
  children: readonly HouseholdChild[];
  adults: readonly FamilyAdult[];
};

/** A pregnancy is known to others from about this long before the birth. */
const knownBeforeDays = 200;

export function householdOn(family: Family, day: Temporal.PlainDate): Household {
  const since = (other: Temporal.PlainDate) => Temporal.PlainDate.compare(day, other) >= 0;
  const lived = family.homes.filter(({ from }) => since(from));
  const [newest] = lived.slice(-1);
  const [first] = family.homes;
  const home = newest?.home ?? first?.home;
  if (!home) throw new Error("a family without a home");
  return {
    family,
    day,
    home,
    previousHome: lived.at(-2)?.home ?? null,
    children: family.children.flatMap(({ renamed, ...child }) => {
      const last = renamed !== null && since(renamed.from) ? renamed.last : child.last;
      const age = since(child.born) ? child.born.until(day, { largestUnit: "years" }).years : -1;
      const expected = age < 0 && day.until(child.born).days <= knownBeforeDays;
      return (age < 0 ? expected : age < 18) ? [{ ...child, last, age }] : [];
    }),
    adults: family.adults.filter(({ from }) => from === null || since(from)),
  };
}
