import type { Audience, DangerAnswer } from "./intake.ts";
import { answerTo, type Answers } from "./questions/answers.ts";
import { danger, type CalledAnswer } from "./questions/danger.ts";
import { meaningOf, type At } from "./questions/question.ts";

/**
 * Somebody said in a form that a child is or may be in danger, and was told to call. Until the form arrives, or somebody
 * finds out what became of it, the hub expects to hear from them. It holds nothing of what they wrote.
 */
export type ExpectedCall = { danger: Exclude<DangerAnswer, "no">; called999: CalledAnswer | null };

/** What a person on duty can find out about a call that was expected. */
export const callFindings = ["called", "joined", "no_call"] as const;
export type CallFinding = (typeof callFindings)[number];

/** How an expectation ends: by itself, when the form arrives or the danger is taken back, or by somebody. */
export const callEndings = ["form_arrived", "taken_back", ...callFindings] as const;
export type CallEnding = (typeof callEndings)[number];

export const callFindingWords: Record<CallFinding, string> = {
  called: "They called, and nothing more has to be recorded",
  joined: "It is part of a contact that we have",
  no_call: "No call came, and we cannot find out who it was",
};

export const callEndingWords: Record<CallEnding, string> = {
  ...callFindingWords,
  form_arrived: "The form arrived",
  taken_back: "They changed the answer: nobody is in danger",
};

/** From here on the duty screen calls it late: a form takes less than this to fill in. */
export const callLateMinutes = 15;

/** What a form's answers make the hub expect; null when nobody is said to be in danger. */
export function callExpected(answers: Answers, at: At): ExpectedCall | null {
  const said = meaningOf(danger, answerTo(answers, danger.id), at);
  if (said === null || said.danger === "no" || said.called999 === "not_needed") return null;
  return { danger: said.danger, called999: said.called999 ?? null };
}

export type CalledOrNot = CalledAnswer | null;

/** Who it was, as far as is known. */
export const expectedFromWords: Record<Audience, string> = {
  professional: "Somebody who works with children or families",
  public: "A member of the public",
  family: "A parent or carer",
  young_person: "A young person",
};

/** What they chose on the page that says to call 999. */
export const expectedSaidWords: Record<CalledAnswer | "unknown", string> = {
  called: "They say that they called 999.",
  called_council: "They say that they called us, and not 999.",
  cannot_call: "They say that they cannot call.",
  not_needed: "They looked at the signs of danger and said that none is true.",
  unknown: "They have not said whether they called 999.",
};
