import { z } from "zod";
import { dangerAnswers } from "./intake.ts";
import { oneOf } from "./questions/choices.ts";
import { typedText } from "./questions/typed-text.ts";

/** What somebody sends who adds to a form of theirs. Messages are keys of the page's words. */
export const additionSchema = z.object({
  reference: typedText(40, "reference"),
  words: typedText(200, "words"),
  danger: oneOf(dangerAnswers, "danger"),
  text: typedText(4000, "text"),
  /** Of our own page; whoever leaves it out sends nothing. */
  key: z.uuid("text"),
});
