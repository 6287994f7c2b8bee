import { inventedLandline, inventedMobile } from "../family/identifiers.ts";
import type { Household, HouseholdChild } from "../family/household.ts";
import { nameGroups } from "../family/names/index.ts";
import { practiceFor, schoolFor } from "../family/places.ts";
import { drawGroup, drawSurname } from "../family/surname.ts";
import type { Random } from "../random.ts";
import type { Sender, SenderKind } from "./sender.ts";
import { senderFacts } from "./sender-facts.ts";

/** Somebody of this kind who would know this family. */
export function drawSender(
  random: Random,
  kind: SenderKind,
  household: Household,
  child: HouseholdChild,
): Sender {
  const facts = senderFacts[kind];
  const common = {
    kind,
    sourceCode: facts.sourceCode,
    audience: facts.audience,
    channel: facts.channel,
    knows: facts.knows,
  };
  const serial = random.whole(0, 999);
  if (facts.jobs.length === 0) {
    const [parent] = household.adults;
    const own =
      kind === "family" && parent ? { name: `${parent.first} ${parent.last}`, phone: parent.phone } : null;
    const name = kind === "anonymous" ? "Not given" : (own?.name ?? drawName(random));
    const phone = kind === "anonymous" ? null : (own?.phone ?? inventedMobile(serial));
    return { ...common, name, phone, job: null, organisation: null, email: null, reachable: null };
  }
  const work = workOf(kind, household, child);
  const name = drawName(random);
  const mailbox = name
    .toLowerCase()
    .normalize("NFKD")
    .replace("ł", "l")
    .replace(/[^a-z ]/g, "")
    .trim()
    .replace(/ +/g, ".");
  return {
    ...common,
    name,
    job: random.pick(facts.jobs),
    organisation: work.organisation,
    email: `${mailbox}@${work.domain}`,
    phone: inventedLandline(serial),
    reachable: random.chance(0.4)
      ? random.pick(["After 2pm", "Not between 9 and 11am", "Any time until 4pm"])
      : null,
  };
}

function drawName(random: Random): string {
  const group = drawGroup(random);
  const given = random.chance(0.7) ? nameGroups[group].women : nameGroups[group].men;
  return `${random.pick(given)} ${drawSurname(random, group)}`;
}

function workOf(kind: SenderKind, { home, family }: Household, child: HouseholdChild) {
  const { work } = senderFacts[kind];
  if (work !== null) return work;
  if (kind === "gp") {
    const practice = practiceFor(home.district);
    return { organisation: practice, domain: `${practice.toLowerCase().replace(/[^a-z]+/g, "-")}.example` };
  }
  const age = kind === "nursery" ? 3 : Math.max(5, child.age);
  const school = schoolFor(home.district, age, family.number);
  return { organisation: school.name, domain: school.domain };
}
