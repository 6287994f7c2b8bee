import { z } from "zod";
import { dangerAnswers } from "./intake.ts";
import { typedText } from "./questions/typed-text.ts";
import { senderWords } from "./wording/sender.ts";

const words = senderWords.en.sent;
const longest = 4_000;

export const answerQuestionSchema = z.object({
  text: typedText(longest, words.answerWrong),
  danger: z.enum(dangerAnswers, words.dangerWrong),
});

export const addMoreSchema = z.object({
  text: typedText(longest, words.moreWrong),
  danger: z.enum(dangerAnswers, words.dangerWrong),
  /** Made with the page: what is sent twice is added once. */
  key: z.uuid(words.moreWrong),
});

export const raiseChallengeSchema = z.object({ text: typedText(longest, words.challengeWrong) });
