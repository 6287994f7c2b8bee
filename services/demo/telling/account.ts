import type { Household, HouseholdChild } from "../family/household.ts";
import type { Sender } from "../senders/sender.ts";
import { schoolFor } from "../family/places.ts";

const pronouns = {
  M: { he: "he", him: "him", his: "his", himself: "himself", He: "He", His: "His" },
  F: { he: "she", him: "her", his: "her", himself: "herself", He: "She", His: "Her" },
};

/** Words for people whom a passer-by cannot name. */
const strangers = {
  mother: "the mother",
  father: "the father",
  partner: "her boyfriend",
  child: "the child",
};

/** Fills the gaps of a story with one family, as this sender would say it. */
export function fillIn(
  text: string,
  { household, child, sender }: { household: Household; child: HouseholdChild; sender: Sender },
): string {
  const knows = sender.knows >= 0.5;
  const adult = (relationship: string) => household.adults.find((one) => one.relationship === relationship);
  const named = (person: { first: string; last: string } | undefined, stranger: string) =>
    person && knows ? `${person.first} ${person.last}` : stranger;
  const sibling = household.children.find((one) => one !== child && one.age >= 0);
  const gaps: Record<string, string> = {
    ...(child.age < 0 ? pronouns.M : pronouns[child.sex]),
    child: child.age < 0 ? "the baby" : knows ? child.first : strangers.child,
    sibling: sibling && knows ? sibling.first : "the other child",
    mother: named(adult("mother"), strangers.mother),
    father: named(adult("father"), strangers.father),
    partner: named(adult("partner of mother"), strangers.partner),
    school: schoolFor(household.home.district, child.age, household.family.number).name,
  };
  return text
    .replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)
    .replace(
      /(^|[.!?]\s+"?)(the |her )/g,
      (_, before: string, word: string) => before + word[0]?.toUpperCase() + word.slice(1),
    );
}
