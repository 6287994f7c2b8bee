import { z } from "zod";
import { parseEmailAddress } from "../email-address.ts";
import { parseNhsNumber, parseUpn } from "../identifiers.ts";
import { dangerAnswers, sexes } from "../intake.ts";
import { agreementAnswers, toldAnswers, untoldReasons } from "../questions/parents.ts";
import { safetyRisks } from "../questions/safety.ts";
import { nextEventKinds } from "../questions/soon.ts";
import { worryNames } from "../questions/worries.ts";
import { calendarDate, code, entriesAtMost, maybe, moment, words, yesOrNo } from "./fields.ts";

const known = ["yes", "no", "not_known"] as const;
const childStandings = ["subject", "household"] as const;

const child = z
  .strictObject({
    firstName: maybe(words(200, { title: "First name", examples: ["Mary"] })),
    lastName: maybe(words(200, { title: "Last name", examples: ["Okafor"] })),
    knownAs: maybe(words(200, { title: "Also known as" })),
    description: maybe(words(500, { title: "Description", description: "When no name is known." })),
    dateOfBirth: maybe(calendarDate({ title: "Date of birth", examples: ["2018-03-12"] })),
    age: maybe(
      z.int().min(0).max(25).meta({ title: "Age", description: "In whole years, when no date is known." }),
    ),
    ageInWords: maybe(words(100, { title: "Age in words", description: "When not even a number is known." })),
    unborn: maybe(yesOrNo({ title: "Not born yet" })),
    dueDate: maybe(calendarDate({ title: "Due date", description: "Of a child who is not born yet." })),
    sex: maybe(code(sexes, { title: "Sex", description: "U is not known, or not born yet." })),
    nhsNumber: maybe(words(40, { title: "NHS number" })),
    upn: maybe(words(40, { title: "Unique pupil number" })),
    school: maybe(words(200, { title: "School or nursery" })),
    standing: maybe(
      code(childStandings, {
        title: "Part in this contact",
        description:
          "subject: you are worried about this child, which is meant when it is left out. household: another child of the home.",
      }),
    ),
    relationship: maybe(words(200, { title: "Who they are to the first child" })),
    livesWithChild: maybe(code(known, { title: "Lives with the first child" })),
    mayBeRisk: maybe(yesOrNo({ title: "May be a risk to the others" })),
  })
  .superRefine((child, problems) => {
    const refuse = (path: string, message: string) =>
      problems.addIssue({ code: "custom", path: [path], message });
    const unborn = child.unborn === true || child.dueDate !== null;
    const named = child.firstName ?? child.lastName ?? child.knownAs ?? child.description;
    if (named === null && !unborn) refuse("firstName", "Send a name, or describe the child");
    const ages = [child.dateOfBirth, child.age, child.ageInWords, unborn ? true : null];
    if (ages.filter((one) => one !== null).length > 1)
      refuse("dateOfBirth", "Send one of dateOfBirth, age, ageInWords and dueDate");
    if (child.nhsNumber !== null && parseNhsNumber(child.nhsNumber) === null)
      refuse("nhsNumber", "Send a number whose check digit is right, or leave it out");
    if (child.upn !== null && parseUpn(child.upn) === null)
      refuse("upn", "Send a number whose check letter is right, or leave it out");
  });

const adult = z.strictObject({
  name: words(200, { title: "Name or description", examples: ["Grace Okafor"] }),
  relationship: maybe(words(200, { title: "Who they are to the child", examples: ["Mother"] })),
  dateOfBirth: maybe(calendarDate({ title: "Date of birth" })),
  livesWithChild: maybe(code(known, { title: "Lives with the child" })),
  parentalResponsibility: maybe(code(known, { title: "Has parental responsibility" })),
  mayBeRisk: maybe(yesOrNo({ title: "May be a risk to the child" })),
});

const address = z.strictObject({
  lines: z
    .array(words(200, { title: "Line" }))
    .max(6)
    .meta({ title: "Lines", examples: [["7 Mill Road", "Anytown"]] }),
  postcode: maybe(words(40, { title: "Postcode", examples: ["AB1 2CD"] })),
});

const nextEvent = z.strictObject({
  kind: code(nextEventKinds, { title: "What" }),
  at: maybe(moment({ title: "When", examples: ["2026-11-24T15:15:00Z"] })),
  detail: maybe(words(500, { title: "More about it" })),
});

const parents = z.strictObject({
  told: code(toldAnswers, { title: "Have been told of this" }),
  said: maybe(words(2000, { title: "What they said" })),
  agreeToSupport: maybe(code(agreementAnswers, { title: "Agree to support" })),
  untoldReasons: maybe(z.array(z.enum(untoldReasons)).max(10).meta({ title: "Why they were not told" })),
  untoldDetail: maybe(words(1000, { title: "More about why" })),
  childTold: maybe(code(["yes", "no", "too_young", "not_known"], { title: "The child has been told" })),
  childSaid: maybe(words(2000, { title: "What the child said" })),
});

const safeContact = z.strictObject({
  risks: z.array(z.enum(safetyRisks)).max(20).meta({ title: "What makes a call or a visit unsafe" }),
  detail: maybe(words(1000, { title: "More about it" })),
  interpreter: maybe(words(200, { title: "Interpreter" })),
  communication: maybe(words(500, { title: "Other needs" })),
});

const helper = z.strictObject({
  name: words(200, { title: "Name or job" }),
  agency: maybe(words(200, { title: "Organisation" })),
  contact: maybe(words(200, { title: "Telephone or email" })),
});

const sender = z
  .strictObject({
    name: words(200, { title: "Name", examples: ["Jo Reed"] }),
    job: maybe(words(200, { title: "Job" })),
    email: maybe(words(254, { title: "Work email address", examples: ["jo.reed@school.example"] })),
    phone: maybe(words(100, { title: "Telephone" })),
    reachable: maybe(words(200, { title: "When to reach them" })),
    yourReference: maybe(
      words(100, {
        title: "Your own reference",
        description: "It stays apart from what is said about the child.",
      }),
    ),
  })
  .superRefine(({ email, phone }, problems) => {
    if (email === null && phone === null)
      problems.addIssue({
        code: "custom",
        path: ["email"],
        message: "Send an email address or a telephone number",
      });
    if (email !== null && parseEmailAddress(email) === null)
      problems.addIssue({ code: "custom", path: ["email"], message: "Send one email address" });
  });

/** Groups of fields, with the page of the forms that asks the same: rules about a page then hold for both. */
export const parts = { child, adult, address, nextEvent, parents, safeContact, helper, sender };

/** What a partner's system sends about a child. The one source of the check, the description and the documentation. */
export const contactBody = z
  .strictObject({
    danger: code(dangerAnswers, {
      title: "Is a child in danger right now?",
      description: "If so, call 999 first: nobody reads this within seconds.",
    }),
    called999: maybe(code(["called", "cannot_call", "not_needed"], { title: "999 was called" })),
    children: z
      .array(child)
      .min(1)
      .max(entriesAtMost)
      .meta({ title: "Children", description: "At least one of them with the standing subject." }),
    adults: maybe(z.array(adult).max(entriesAtMost).meta({ title: "Adults of the family and home" })),
    householdKnown: maybe(yesOrNo({ title: "Everybody who lives there is named" })),
    address: maybe(address.meta({ title: "Where the child lives" })),
    seenAt: maybe(
      words(500, { title: "Where the child was seen", description: "When no address is known." }),
    ),
    otherPlaces: maybe(words(500, { title: "Other places where the child stays" })),
    childNow: maybe(words(200, { title: "Where the child is now" })),
    nextEvent: maybe(
      nextEvent.meta({
        title: "Next event",
        description: "Something about to happen that makes this urgent.",
      }),
    ),
    worries: maybe(z.array(z.enum(worryNames)).max(worryNames.length).meta({ title: "Worries" })),
    otherWorry: maybe(words(500, { title: "Another worry" })),
    whatHappened: words(4000, { title: "What has happened" }),
    effect: maybe(words(4000, { title: "How it affects the child" })),
    goingWell: maybe(words(4000, { title: "What is going well" })),
    alreadyTried: maybe(words(4000, { title: "What has been tried" })),
    parents: maybe(parents.meta({ title: "The parents or carers" })),
    safeContact: maybe(safeContact.meta({ title: "Keeping people safe" })),
    helpers: maybe(z.array(helper).max(entriesAtMost).meta({ title: "Who else helps the family" })),
    sender: sender.meta({
      title: "Who to ask",
      description: "Somebody at your organisation. Few people at the hub can open this.",
    }),
  })
  .superRefine(({ children }, problems) => {
    if (!children.some(({ standing }) => standing !== "household"))
      problems.addIssue({
        code: "custom",
        path: ["children"],
        message: "Send at least one child as subject",
      });
  });
export type ContactBody = z.output<typeof contactBody>;
