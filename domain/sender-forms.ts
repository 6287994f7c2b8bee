import { z } from "zod";
import { dangerAnswers } from "./intake.ts";
import { typedText } from "./questions/typed-text.ts";

/** Messages are keys of the words of `sent.errors` (wording/sender.ts). */
const longest = 4_000;

export const answerQuestionSchema = z.object({
  text: typedText(longest, "answer"),
  danger: z.enum(dangerAnswers, "danger"),
});

export const addMoreSchema = z.object({
  text: typedText(longest, "more"),
  danger: z.enum(dangerAnswers, "danger"),
  /** Made with the page: what is sent twice is added once. */
  key: z.uuid("more"),
});

export const raiseChallengeSchema = z.object({ text: typedText(longest, "challenge") });
