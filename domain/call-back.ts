import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { dangerAnswers, type DangerAnswer } from "./intake.ts";
import { oneOf } from "./questions/choices.ts";
import { typedText } from "./questions/typed-text.ts";
import {
  instantOf,
  isBefore,
  isWorkingDay,
  localMoment,
  workingDayAfter,
  type WorkingCalendar,
} from "./working-calendar.ts";

/**
 * Somebody who works with children asks to be called and advised, before they refer anybody. No child is named; what
 * comes of it is advice, or a phone contact.
 */
export const callBackTopics = [
  "whether_to_refer",
  "what_to_tell",
  "early_help",
  "sharing",
  "position_of_trust",
  "other",
] as const;
export type CallBackTopic = (typeof callBackTopics)[number];

export const callBackTopicWords: Record<CallBackTopic, string> = {
  whether_to_refer: "Whether to refer a child",
  what_to_tell: "What to say to the parents, and whether they have to agree",
  early_help: "Which help there is for a family that wants it",
  sharing: "What I may share, and with whom",
  position_of_trust: "A worry about somebody who works with children",
  other: "Something else",
};

/** How a call that the hub owes ends. */
export const callBackEndings = ["advice", "written_down", "not_needed", "not_reached"] as const;
export type CallBackEnding = (typeof callBackEndings)[number];

/** What whoever calls can say came of it; "try again" leaves it owed. */
export const callBackFindings = ["advice", "written_down", "try_again", "not_needed", "not_reached"] as const;
export type CallBackFinding = (typeof callBackFindings)[number];

export const callBackFindingWords: Record<CallBackFinding, string> = {
  advice: "I gave advice, and no child was named",
  written_down: "It is about a child: write it down as a phone contact now",
  try_again: "I could not reach them: it is tried again",
  not_needed: "They do not need the call any more",
  not_reached: "They cannot be reached, and nobody tries again",
};

/** Nobody gives up on a call before it was tried this often. */
const triesBeforeGivingUp = 2;

export const findingsAfter = (tries: number): readonly CallBackFinding[] =>
  callBackFindings.filter((finding) => finding !== "not_reached" || tries >= triesBeforeGivingUp);

/** A half of a working day in which the hub calls. */
export type CallBackSlot = { code: string; from: Date; until: Date };

/** Less than this is not promised: whoever calls has to finish what they do. */
const leastMinutes = 60;

/** What may be chosen: the halves of today that are left, and of the next working day. */
export function callBackSlots(now: Date, calendar: WorkingCalendar): CallBackSlot[] {
  const { day } = localMoment(now, calendar);
  const days = [...(isWorkingDay(day, calendar) ? [day] : []), workingDayAfter(day, 1, calendar)];
  return days
    .flatMap((one) => halvesOf(one, calendar))
    .map((slot) => ({ ...slot, from: slot.from < now ? now : slot.from }))
    .filter(({ from, until }) => until.getTime() - from.getTime() >= leastMinutes * 60_000);
}

function halvesOf(day: Temporal.PlainDate, calendar: WorkingCalendar): CallBackSlot[] {
  const { opens, closes } = calendar;
  const noon = opens.with({ hour: 12, minute: 0 });
  const slot = (name: string, from: Temporal.PlainTime, until: Temporal.PlainTime): CallBackSlot => ({
    code: `${day.toString()}.${name}`,
    ...{ from: instantOf(day, from, calendar), until: instantOf(day, until, calendar) },
  });
  return [
    ...(isBefore(opens, noon) ? [slot("morning", opens, isBefore(noon, closes) ? noon : closes)] : []),
    ...(isBefore(noon, closes) ? [slot("afternoon", isBefore(opens, noon) ? noon : opens, closes)] : []),
  ];
}

/** When it is tried again: the next half day that has not begun. */
export function nextTry(now: Date, calendar: WorkingCalendar): Pick<CallBackSlot, "from" | "until"> {
  const next = callBackSlots(now, calendar).find(({ from }) => from > now);
  if (next === undefined) throw new Error("a working day without a half");
  return next;
}

/** Where a child may be in danger nobody waits for a half day: it is late from the start. */
export const owedFrom = (
  danger: DangerAnswer,
  slot: Pick<CallBackSlot, "from" | "until">,
  now: Date,
): Pick<CallBackSlot, "from" | "until"> => (danger === "no" ? slot : { from: now, until: now });

/** Messages are keys of the page's words. */
export const callBackSchema = z.object({
  danger: oneOf(dangerAnswers, "danger"),
  name: typedText(200, "name"),
  organisation: typedText(200, "organisation"),
  phone: typedText(100, "phone"),
  about: oneOf(callBackTopics, "about"),
  slot: typedText(40, "slot"),
  /** Of our own page; whoever leaves it out sends nothing. */
  key: z.uuid("key"),
});
export type AskedCallBack = z.output<typeof callBackSchema>;

export const callBackFindingSchema = z.object({
  finding: z.enum(callBackFindings, "Choose what came of it"),
});
