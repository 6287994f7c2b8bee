import { parseEmailAddress } from "../email-address.ts";
import { parseNhsNumber, parseUpn } from "../identifiers.ts";
import { parsePostcode } from "../postcode.ts";
import type {
  Birth,
  Submission,
  SubmittedAddress,
  SubmittedAdult,
  SubmittedChild,
} from "../questions/submission.ts";
import { movedDate } from "../questions/typed-date.ts";
import type { SourceCode } from "../questions/you.ts";
import type { ContactBody } from "./contact-body.ts";
import { snapshotOfBody } from "./snapshot-of-body.ts";

type Child = ContactBody["children"][number];
type Adult = NonNullable<ContactBody["adults"]>[number];

/** Who sends: what the directory says of the organisation whose key it is, whatever the body says. */
export type SendingOrganisation = { name: string; sourceCode: SourceCode };

/** What a partner's system sent, as every contact is kept. It hangs on nothing but what was sent. */
export function submissionOf(body: ContactBody, organisation: SendingOrganisation): Submission {
  const { name, job, email, phone, reachable } = body.sender;
  const worries = body.worries ?? [];
  return {
    audience: "professional",
    language: "en",
    danger: body.danger,
    called999: body.called999,
    nextEvent: body.nextEvent && {
      kind: body.nextEvent.kind,
      at: body.nextEvent.at && new Date(body.nextEvent.at).toISOString(),
      time: null,
      detail: body.nextEvent.detail,
    },
    childNow: body.childNow,
    children: body.children.map(childOf),
    adults: (body.adults ?? []).map(adultOf),
    householdKnown: body.householdKnown ?? false,
    address: body.address && addressOf(body.address),
    seenAt: body.seenAt,
    otherPlaces: body.otherPlaces,
    // Words without their code count as one: what somebody wrote is never dropped.
    worries:
      body.otherWorry === null || worries.includes("something_else")
        ? worries
        : [...worries, "something_else"],
    otherWorry: body.otherWorry,
    positionOfTrust: worries.includes("position_of_trust"),
    whatHappened: body.whatHappened,
    effect: body.effect,
    goingWell: body.goingWell,
    alreadyTried: body.alreadyTried,
    parents: body.parents && { ...body.parents, untoldReasons: body.parents.untoldReasons ?? [] },
    safeContact: body.safeContact,
    helpers: body.helpers ?? [],
    referrer: {
      ...{ name, job, phone, reachable, organisation: organisation.name },
      email: email === null ? null : parseEmailAddress(email),
      sourceCode: organisation.sourceCode,
    },
    snapshot: snapshotOfBody(body, organisation.name),
    partial: false,
  };
}

const unbornOf = (child: Child) => child.unborn === true || child.dueDate !== null;

function childOf(child: Child): SubmittedChild {
  const { firstName, lastName, knownAs, description, school, relationship, livesWithChild } = child;
  return {
    ...{ firstName, lastName, knownAs, description, school, relationship, livesWithChild },
    birth: birthOf(child),
    // The census knows no sex of a child who is not born.
    sex: unbornOf(child) ? "U" : (child.sex ?? "U"),
    nhsNumber: child.nhsNumber === null ? null : parseNhsNumber(child.nhsNumber),
    upn: child.upn === null ? null : parseUpn(child.upn),
    standing: child.standing ?? "subject",
    mayBeRisk: child.mayBeRisk ?? false,
    facts: null,
  };
}

function birthOf(child: Child): Birth {
  if (unbornOf(child)) return { kind: "unborn", dueDate: child.dueDate };
  if (child.dateOfBirth !== null) return { kind: "born", date: child.dateOfBirth };
  if (child.age !== null) return { kind: "about", years: child.age, words: String(child.age) };
  if (child.ageInWords !== null) return { kind: "about", years: null, words: child.ageInWords };
  return { kind: "not_known" };
}

const adultOf = (adult: Adult): SubmittedAdult => ({
  name: adult.name,
  relationship: adult.relationship,
  birth: adult.dateOfBirth === null ? { kind: "not_known" } : { kind: "born", date: adult.dateOfBirth },
  livesWithChild: adult.livesWithChild ?? "not_known",
  parentalResponsibility: adult.parentalResponsibility ?? "not_known",
  mayBeRisk: adult.mayBeRisk ?? false,
});

function addressOf({ lines, postcode }: NonNullable<ContactBody["address"]>): SubmittedAddress | null {
  const known = postcode === null ? null : parsePostcode(postcode);
  // What does not look like a postcode is still a clue, so it stays as a line of the address.
  const kept = known === null && postcode !== null ? [...lines, postcode] : lines;
  return kept.length === 0 && known === null ? null : { lines: kept, postcode: known };
}

export type BodyProblem = { path: readonly (string | number)[]; message: string };

/** Dates that cannot be, on the day on which they are sent: what only a calendar can tell. */
export function impossibleDates(body: ContactBody, today: string): BodyProblem[] {
  const problems: BodyProblem[] = [];
  const born = (date: string | null, path: readonly (string | number)[]) => {
    if (date === null || (date <= today && date >= movedDate(today, { years: -120 }))) return;
    problems.push({ path, message: "Send a date of birth that has been, and no longer ago than 120 years" });
  };
  body.children.forEach(({ dateOfBirth, dueDate }, at) => {
    born(dateOfBirth, ["children", at, "dateOfBirth"]);
    if (dueDate === null) return;
    const [from, to] = [movedDate(today, { days: -31 }), movedDate(today, { months: 10 })];
    if (dueDate >= from && dueDate <= to) return;
    const message = "Send a due date of the next ten months, or of the last one";
    problems.push({ path: ["children", at, "dueDate"], message });
  });
  (body.adults ?? []).forEach(({ dateOfBirth }, at) => born(dateOfBirth, ["adults", at, "dateOfBirth"]));
  return problems;
}
