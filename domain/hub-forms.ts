import { z } from "zod";
import { linkKinds } from "./beyond-household.ts";
import { challengeOutcomes } from "./challenge.ts";
import { callFindings } from "./expected-call.ts";
import { ratingCodes } from "./rating.ts";
import { glassFindings, restrictionKinds } from "./restriction.ts";
import { referrerReasons } from "./referrer-room.ts";
import { openReasons } from "./search/open-reasons.ts";
import { addressReasons } from "./secret-address.ts";
import { textMessages, typedText } from "./questions/typed-text.ts";

const lineAtMost = 300;
const noteAtMost = 20_000;

/** One line that somebody writes beside a choice. */
const line = (required?: string) => typedText(lineAtMost, required);

/** What a form says about text that cannot be kept; every other message is words already. */
export function hubFormWords(message: string): string {
  if (message === textMessages.tooLong) return "This is too long. Say it in fewer words";
  if (message === textMessages.control) return "There is a character here that cannot be kept. Type it again";
  return message;
}

export const ratingSchema = z.object({
  rating: z.enum(ratingCodes, "Choose Red, Amber, Green or Blue"),
  reason: line("Say why in one line"),
});

/** Notes that can be chosen on the form, and the text that a conflict keeps. */
const noteKinds = ["note", "call", "correction", "kept_text"] as const;

export const noteSchema = z.object({
  kind: z.enum(noteKinds, "Say what it is"),
  text: typedText(noteAtMost, "Write something to keep"),
});

/** Whether a reason is needed is found out by the service: it depends on what waits at that moment. */
export const reasonSchema = z.object({ reason: line() });

export const callFindingSchema = z.object({
  finding: z.enum(callFindings, "Choose what became of it"),
  /** Of the contact that it is part of; the service says whether there is one. */
  reference: line(),
});

export const askSenderSchema = z.object({
  text: typedText(2_000, "Write what you ask"),
  hours: z.enum(["2", "4", "24"], "Choose until when").transform(Number),
});

export const senderCallSchema = z.object({
  call: z.enum(["it-is-them", "told"], "Say what came of it"),
});

export const answerChallengeSchema = z.object({
  outcome: z.enum(challengeOutcomes, "Choose what you answer"),
  text: typedText(4_000, "Write what you say to them"),
});

export const referrerSchema = z.object({
  because: z.enum(referrerReasons, "Say why you open it"),
});

export const addressSchema = z.object({
  because: z.enum(addressReasons, "Say why you open it"),
});

export const openSchema = z.object({
  because: z.enum(openReasons, "Say why you open it"),
});

export const restrictSchema = z.object({
  childId: z.uuid("Choose which child"),
  kind: z.enum(restrictionKinds, "Choose why"),
  staffEmail: line(),
  reason: line("Say in one line what makes it necessary"),
});

export const nameSchema = z.object({
  staffEmail: line("Type the work email of whoever may know of it"),
  reason: line("Say in one line why they have to know"),
});

/** Whether a reason is needed depends on which of the two it is: the service says. */
export const liftSchema = z.object({ id: z.uuid(), what: z.enum(["ask", "lift", "keep"]), reason: line() });

export const emergencySchema = z.object({ reference: line("Type the reference"), reason: line() });

export const reviewSchema = z.object({
  id: z.uuid(),
  finding: z.enum(glassFindings, "Say whether it was needed"),
  note: line("Say in one line what you found"),
});

const matchAnswers = ["same", "not_same", "take_back"] as const;

/** What is done on the page of a family; the service says what else a form needs. */
export const bundleSchema = z.object({ other: line("Choose a contact"), reason: line() });
export const linkSchema = z.object({
  childId: z.uuid("Choose the child"),
  kind: z.enum(linkKinds, "Choose how they are linked"),
  other: line("Type the reference of the other child’s contact"),
  otherName: line(),
  reason: line(),
});
export const endLinkSchema = z.object({ linkId: z.uuid() });

export const caseAnswerSchema = z.object({
  caseId: z.uuid(),
  childId: z.uuid(),
  answer: z.enum(matchAnswers, "Say whether it is the same child"),
  reason: line(),
});

export const matchSchema = z.object({
  matchId: z.uuid(),
  answer: z.enum(matchAnswers, "Say whether it is the same child"),
  reason: line(),
});

export const adultAnswerSchema = z.object({
  adultId: z.uuid(),
  otherId: z.uuid(),
  answer: z.enum(matchAnswers, "Say whether it is the same adult"),
  reason: line(),
});

const shiftActs = ["give", "accept", "decline", "seen"] as const;

/** Which of the rest is needed depends on what is done: the service says. */
export const shiftSchema = z.object({
  act: z.enum(shiftActs),
  /** Of the hand-over; of the contact where one is given. */
  id: line(),
  to: line(),
  line: line(),
  reason: line(),
});
