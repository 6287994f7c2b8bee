import { Temporal } from "temporal-polyfill";
import type { Birth, ChildFacts, SubmittedAdult, SubmittedChild } from "#domain/questions/submission";
import type { FamilyAdult } from "../family/family.ts";
import type { Household, HouseholdChild } from "../family/household.ts";
import { nameGroups } from "../family/names/index.ts";
import { schoolFor } from "../family/places.ts";
import type { Random } from "../random.ts";
import type { Sender } from "../senders/sender.ts";
import type { Story } from "../stories/story.ts";
import { misspelt } from "./spelling.ts";

export type Teller = { random: Random; household: Household; sender: Sender; story: Story };

/** A child as this sender describes them: some know everything, some a first name and about how old. */
export function describeChild(
  { random, household, sender, story }: Teller,
  child: HouseholdChild,
  standing: "subject" | "household",
): SubmittedChild {
  const { knows } = sender;
  const heard = (name: string) => (random.chance((1 - knows) * 0.3 + 0.02) ? misspelt(random, name) : name);
  const expected = child.age < 0;
  const knowsFirst = random.chance(Math.min(1, knows + 0.45));
  const knowsLast = random.chance(Math.min(1, knows + 0.15));
  const health = sender.sourceCode.startsWith("3");
  const school =
    child.age >= 3 ? schoolFor(household.home.district, child.age, household.family.number) : null;
  const name =
    expected && !random.chance(0.1)
      ? { firstName: null, lastName: knowsLast ? child.last : null }
      : { firstName: knowsFirst ? heard(child.first) : null, lastName: knowsLast ? heard(child.last) : null };
  const nameless = name.firstName === null && name.lastName === null;
  return {
    ...name,
    knownAs: random.chance(knows * 0.8) ? child.knownAs : null,
    description: nameless ? (expected ? "Baby not born yet" : describe(child)) : null,
    birth: describeBirth(random, child, knows, household.day),
    sex: expected ? "U" : random.chance(knows + 0.4) ? child.sex : "U",
    nhsNumber: health && !expected && random.chance(0.85) ? child.nhsNumber : null,
    upn: sender.kind === "school" && school?.kind !== "nursery" && random.chance(0.35) ? child.upn : null,
    school: random.chance(knows * 0.8) ? (school?.name ?? null) : null,
    standing,
    relationship: standing === "household" ? (child.sex === "F" ? "sister" : "brother") : null,
    livesWithChild: standing === "household" ? "yes" : null,
    mayBeRisk: false,
    facts: standing === "subject" && random.chance(knows * 0.5) ? factsOf(household, child, story) : null,
  };
}

function describe({ sex, age }: HouseholdChild): string {
  const word = age < 2 ? "Baby" : age < 4 ? "Toddler" : sex === "M" ? "Boy" : "Girl";
  return `${word}, about ${Math.max(1, age)}, lives there`;
}

function describeBirth(random: Random, child: HouseholdChild, knows: number, day: Temporal.PlainDate): Birth {
  if (child.age < 0) return { kind: "unborn", dueDate: random.chance(knows) ? child.born.toString() : null };
  if (random.chance(knows)) {
    const { year, month, day: dayOfMonth } = child.born;
    // Some people swap day and month. What would then be still to come, the form refuses.
    const slip =
      dayOfMonth <= 12 && random.chance(0.01)
        ? child.born.with({ year, month: dayOfMonth, day: month })
        : child.born;
    const typed = Temporal.PlainDate.compare(slip, day) <= 0 ? slip : child.born;
    return { kind: "born", date: typed.toString() };
  }
  const about = Math.max(0, child.age + random.whole(-1, 1));
  return random.chance(0.9)
    ? { kind: "about", years: about, words: `about ${about}` }
    : { kind: "not_known" };
}

function factsOf({ family }: Household, child: HouseholdChild, story: Story): ChildFacts {
  const group = nameGroups[family.group];
  return {
    ethnicity: group.ethnicity,
    disabilities: child.disabilities.length > 0 ? child.disabilities : ["NONE"],
    firstLanguage: group.firstLanguage,
    specialNeeds: story.worries.includes("health_needs") ? "support" : null,
  };
}

export function describeAdult({ random, sender, story }: Teller, adult: FamilyAdult): SubmittedAdult {
  const knows = random.chance(sender.knows * 0.6);
  const feared = story.needs?.some((who) => adult.relationship.startsWith(who)) ?? false;
  return {
    name: sender.knows >= 0.5 ? `${adult.first} ${adult.last}` : `The ${adult.relationship}`,
    relationship: adult.relationship,
    birth: knows ? { kind: "born", date: adult.born.toString() } : { kind: "not_known" },
    livesWithChild: adult.livesThere ? "yes" : "no",
    parentalResponsibility:
      adult.relationship === "mother" ? "yes" : adult.relationship === "father" ? "not_known" : "no",
    mayBeRisk: feared && (story.untold === "risk" || story.untold === "police"),
  };
}
