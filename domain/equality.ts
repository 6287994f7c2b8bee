import { z } from "zod";
import { oneOrNone } from "./questions/choices.ts";

/**
 * What may be asked of whoever sent a form about themselves, once it is sent: to see whom we reach and whom not. Answers are
 * counted by month and kept with nothing that says who gave them or about which form.
 */
export const equalityQuestions = {
  age: ["under_25", "25_44", "45_64", "65_over"],
  sex: ["female", "male", "other"],
  ethnicity: ["asian", "black", "mixed", "white", "other"],
  disability: ["yes", "no"],
} as const;

export type EqualityQuestion = keyof typeof equalityQuestions;
export const equalityNames = Object.keys(equalityQuestions) as EqualityQuestion[];

export const equalitySchema = z.object({
  age: oneOrNone(equalityQuestions.age),
  sex: oneOrNone(equalityQuestions.sex),
  ethnicity: oneOrNone(equalityQuestions.ethnicity),
  disability: oneOrNone(equalityQuestions.disability),
});
export type EqualityAnswers = z.output<typeof equalitySchema>;

/** Fewer than this could be somebody: a count of them is not shown. */
const shownFrom = 6;

/** A count as it may be seen. */
export const countShown = (count: number): string =>
  count === 0 ? "0" : count < shownFrom ? `Fewer than ${shownFrom}` : String(count);
