import type { Audience } from "../intake.ts";
import { answerTo, fieldOf, withAnswer, type Answers } from "./answers.ts";
import { findYou } from "./find-you.ts";
import { meaningOf, type At } from "./question.ts";
import { talkToYou } from "./talk-to-you.ts";

/** Whether a young person left us any way to answer: the one that they chose, with what it takes. */
export function canAnswerYoung(answers: Answers, at: At): boolean {
  const talk = meaningOf(talkToYou, answerTo(answers, talkToYou.id), at);
  const found = meaningOf(findYou, answerTo(answers, findYou.id), at);
  if (talk === null) return false;
  const has = {
    ...{ call: talk.phone, text: talk.phone, school: found?.school ?? null },
    ...{ trusted: found?.trusted ?? null, i_call: null },
  } as const;
  return talk.chosen.some((way) => has[way] !== null);
}

const cannotAnswer = "cannot-answer";

/** What stays of the answers of a form that was sent: nothing of what was typed, only what its receipt has to say. */
export const leftOfForm = (audience: Audience, answers: Answers, at: At): Answers =>
  audience === "young_person" && !canAnswerYoung(answers, at)
    ? withAnswer({}, cannotAnswer, { said: "yes" })
    : {};

/** Whether the receipt says that nobody can answer. */
export const saysCannotAnswer = (left: Answers): boolean =>
  fieldOf(answerTo(left, cannotAnswer), "said") === "yes";
