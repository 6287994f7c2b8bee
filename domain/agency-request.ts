import { addElapsed, bragDeadline } from "./clocks.ts";
import type { OrganisationKind } from "./organisation.ts";
import type { Rating } from "./rating.ts";
import type { Settings } from "./settings.ts";
import { duration, nearDayAndTime } from "./time-words.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** Why an agency may be asked. Codes: the audit holds them. */
export const requestBases = ["protect", "agreement", "crime"] as const;
export type RequestBasis = (typeof requestBases)[number];
export const requestBasisWords: Record<RequestBasis, string> = {
  protect: "To find out whether a child needs protection or help (Children Act 1989, sections 17 and 47)",
  agreement: "The family has agreed that we ask",
  crime: "To prevent or find out about a crime",
};

/** Why a family was not told that others are asked about them. */
export const notToldReasons = ["child_at_risk", "other_at_risk", "police_inquiry", "delay"] as const;
export type NotToldReason = (typeof notToldReasons)[number];
export const notToldWords: Record<NotToldReason, string> = {
  child_at_risk: "It could put a child at more risk",
  other_at_risk: "It could put somebody else at risk of harm",
  police_inquiry: "It could get in the way of the police, or evidence could be lost",
  delay: "Reaching them first would take longer than is safe",
};

/** Whether the family may read what is answered. */
export const shareAnswers = ["yes", "ask_first", "no"] as const;
export type ShareAnswer = (typeof shareAnswers)[number];
export const shareWords: Record<ShareAnswer, string> = {
  yes: "What you answer may be shared with the family",
  ask_first: "We ask you before we share what you answer with the family",
  no: "What you answer is not shared with the family",
};

/** The same, as whoever asks chooses it. */
export const shareChoiceWords: Record<ShareAnswer, string> = {
  yes: "Yes",
  ask_first: "Only after we have asked them",
  no: "No",
};

/** What an agency can answer. Each of them, once it is whole, ends the waiting. */
export const replyKinds = ["no_trace", "known", "not_sharing", "wrong_agency"] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** The kinds of organisation that can be asked; the council asks itself in other ways. */
export const answeringKinds = [
  "police",
  "health",
  "education",
  "probation",
  "housing",
  "early_help",
  "voluntary",
  "other",
] as const satisfies readonly Exclude<OrganisationKind, "council">[];
export type AnsweringKind = (typeof answeringKinds)[number];

const always = "When did you last see or speak to them, and what was said or seen?";
const protects = "What protects the children?";

/** What each kind of agency is asked unless the asker writes something else. */
export const defaultQuestions: Record<AnsweringKind, string> = {
  police: [
    "What is known of violence, control or crime at this address or between these people?",
    "Is anybody on bail, wanted, or managed as an offender?",
    "What should somebody who visits know?",
  ].join("\n"),
  health: [
    always,
    "Are there missed appointments, injuries, or worries about growth or development?",
    "Is there anything about a parent’s health that bears on the children’s care?",
    protects,
  ].join("\n"),
  education: [
    "How are the children in school: attendance, mood, friends, anything that has changed?",
    "What has a child said, and to whom?",
    "How do the parents work with you?",
    protects,
  ].join("\n"),
  probation: [
    "Is anybody in the home supervised, and for what?",
    "Are there conditions about children or about this address?",
    "What should somebody who visits know?",
  ].join("\n"),
  housing: [
    "Who lives at the address, and since when?",
    "Are there complaints, damage, arrears or a move to come?",
    always,
  ].join("\n"),
  early_help: ["Do you work with this family, and who leads it?", always, protects].join("\n"),
  voluntary: ["Do you work with this family, and how?", always, protects].join("\n"),
  other: ["Do you know these people, and how?", always, protects].join("\n"),
};

/** An answer has to be there this long before the decision is due, so that somebody can still read it. */
const minutesToRead = 60;

export type AskingFacts = {
  rating: Rating | null;
  /** When the first decision is due; null once every child has one. */
  decideBy: Date | null;
  now: Date;
};

/** The last moment for which an answer can be asked. */
export const latestReply = (decideBy: Date): Date => addElapsed(decideBy, { minutes: -minutesToRead });

/** Why nobody can be asked about a contact at all, in words; null when somebody can. */
export function whyNobodyIsAsked({ rating, decideBy, now }: AskingFacts): string | null {
  if (decideBy === null) return "Every child here has a decision: nobody is asked any more.";
  if (rating === null)
    return "Rate this contact first. Who may be asked, and by when, follows from the rating.";
  if (rating === "B")
    return "This contact is Blue: it is information, and nobody else is asked about the family. If you need to ask, the rating is wrong: change it, and say why.";
  if (latestReply(decideBy).getTime() <= now.getTime())
    return "The decision is due in less than an hour, or is late: a written answer would come too late. Ring them, and keep what they say as a call.";
  return null;
}

/** What an asker says that a basis rests on. */
export type Basing = {
  rating: Rating;
  basis: RequestBasis;
  /** A manager may ask about Green without the family's agreement, and says why. */
  manages: boolean;
  managersReason: string;
};

/** What is wrong with the basis of a request, by the field that it is said beside; null when it will do. */
export function whyNotOnThisBasis({ rating, basis, manages, managersReason }: Basing) {
  if (rating !== "G" || basis === "agreement") return null;
  if (!manages)
    return {
      field: "basis",
      text: "This contact is Green: others are asked only when the family agrees, or when a manager asks and says why",
    } as const;
  if (managersReason === "")
    return {
      field: "managersReason",
      text: "Say why others are asked about a Green contact without the family’s agreement",
    } as const;
  return null;
}

export type ReplyTime = { at: Date; words: string };

const fiveMinutes = 5 * 60_000;
/** Times that nobody can answer in are not offered. */
const shortestMinutes = 15;

/**
 * The times by which an answer can be asked: half of the hours that the rating gives, and all of them, neither of them
 * later than an hour before the decision is due. Soonest first.
 */
export function replyTimes(
  { rating, decideBy, now }: { rating: Rating; decideBy: Date; now: Date },
  settings: Pick<Settings, "bragHours">,
  calendar: WorkingCalendar,
): ReplyTime[] {
  const whole = bragDeadline(rating, now, settings, calendar);
  if (whole === null) return [];
  const last = latestReply(decideBy).getTime();
  const half = now.getTime() + (whole.getTime() - now.getTime()) / 2;
  const offered = [half, whole.getTime()].map((at) => {
    const rounded = Math.floor(Math.min(at, last) / fiveMinutes) * fiveMinutes;
    return rounded - now.getTime() >= shortestMinutes * 60_000 ? rounded : Math.min(at, last);
  });
  return [...new Set(offered)]
    .filter((at) => at > now.getTime())
    .sort((a, b) => a - b)
    .map((time) => {
      const at = new Date(time);
      const lasts = duration((time - now.getTime()) / 60_000);
      const why = time >= last - fiveMinutes ? ", an hour before the decision is due" : "";
      return { at, words: `By ${nearDayAndTime(at, now)}: in ${lasts}${why}` };
    });
}

/** What is wrong with a time by which an answer is asked; null when it will do. */
export function whyNotByThen(
  at: Date,
  facts: { rating: Rating; decideBy: Date; now: Date },
  settings: Pick<Settings, "bragHours">,
  calendar: WorkingCalendar,
): string | null {
  if (Number.isNaN(at.getTime())) return "Choose by when they answer";
  if (at.getTime() <= facts.now.getTime()) return "That time has passed. Choose a later one";
  if (at.getTime() > latestReply(facts.decideBy).getTime())
    return "That is later than an hour before the decision is due. Choose an earlier one";
  const whole = bragDeadline(facts.rating, facts.now, settings, calendar);
  return whole !== null && at.getTime() <= whole.getTime()
    ? null
    : "That is later than this rating gives. Choose an earlier one";
}

/** A person whom a request covers, as the agency is shown them: what they need to search, and no more. */
export type AskedPerson = { name: string; birth: string; address: string | null };

/** What a request says; sealed as one value. What the agency sees of it is `shownToAgency`. */
export type RequestContent = {
  people: readonly AskedPerson[];
  worry: string;
  questions: string;
  proportionate: string;
  familyTold: boolean;
  notToldBecause: NotToldReason | null;
  share: ShareAnswer;
  managersReason: string | null;
};

/** Why we ask, in our own words to each other, is not for the agency; everything else is. */
export function shownToAgency({ people, worry, questions, familyTold, share }: RequestContent) {
  return { people, worry, questions, familyTold, share };
}

export type RequestState = {
  dueAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  closedHow: ReplyKind | null;
  /** Replies that are not yet whole. */
  parts: number;
  chased: number;
};

const closedWords: Record<ReplyKind, string> = {
  no_trace: "No trace",
  known: "Full reply",
  not_sharing: "Not sharing",
  wrong_agency: "Wrong agency",
};

/** Where a request stands, in the words of the list: "Opened, late, chased ×2". */
export function requestStatusWords(state: RequestState, now: Date): string {
  if (state.closedHow !== null) return closedWords[state.closedHow];
  const reached = state.parts > 0 ? "Part reply" : state.openedAt !== null ? "Opened" : "Sent";
  const late = isLate(state, now) ? ["late"] : [];
  const chased = state.chased > 0 ? [`chased ×${state.chased}`] : [];
  return [reached, ...late, ...chased].join(", ");
}

/** Nothing whole came, and the time for it has passed. */
export const isLate = ({ dueAt, closedAt }: Pick<RequestState, "dueAt" | "closedAt">, now: Date): boolean =>
  closedAt === null && dueAt.getTime() < now.getTime();

type ChaseSettings = Pick<Settings, "requestChasePercent" | "requestChaseLateMinutes">;

/**
 * When an agency that has not answered is reminded next: once while there is time left, once when it has passed, and then
 * not any more, because the third time somebody has to ring.
 * @param chased how often it was reminded already
 */
export function nextChase(
  { askedAt, dueAt }: { askedAt: Date; dueAt: Date },
  chased: number,
  settings: ChaseSettings,
): Date | null {
  const allowed = dueAt.getTime() - askedAt.getTime();
  if (chased === 0) return new Date(askedAt.getTime() + (allowed * settings.requestChasePercent) / 100);
  return chased === 1 ? addElapsed(dueAt, { minutes: settings.requestChaseLateMinutes }) : null;
}
