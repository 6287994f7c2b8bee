import { z } from "zod";
import { assessmentOutcomes, closureReasons, consents } from "./assessment.ts";
import { box, dateField, maybe, maybeDate, oneOf } from "./decision-fields.ts";

/** Asks for each of these fields when it is empty. */
export function needed(
  record: Readonly<Record<string, unknown>>,
  fields: Record<string, string>,
  add: (issue: Issue) => void,
) {
  for (const [field, message] of Object.entries(fields)) {
    if (record[field] === "") add({ code: "custom", path: [field], message });
  }
}
type Issue = { code: "custom"; path: string[]; message: string };

/** What is written on an assessment. */
export const assessmentRecords = {
  consent: z
    .object({
      answer: oneOf(consents, "Say how the family answered"),
      who: maybe(),
      on: maybeDate(),
      because: maybe(),
    })
    .superRefine((record, context) => {
      const ask = (fields: Record<string, string>) =>
        needed(record, fields, (issue) => context.addIssue(issue));
      if (record.answer === "given")
        ask({ who: "Say who agreed", on: "Enter the date on which they agreed" });
      else ask({ because: "Say why it goes on without their agreement" });
    }),
  review: z
    .object({
      which: oneOf(["first", "second"], "Say which review this is"),
      held: oneOf(["done", "not_done"], "Say whether the assessment was reviewed"),
      found: maybe(),
      because: maybe(),
    })
    .superRefine((record, context) => {
      const ask = (fields: Record<string, string>) =>
        needed(record, fields, (issue) => context.addIssue(issue));
      if (record.held === "done") ask({ found: "Say what the review found, and what changes" });
      else ask({ because: "Say why there was no review, and how the assessment goes on" });
    }),
  assessment: z.object({
    outcome: oneOf(assessmentOutcomes, "Choose what the assessment found"),
    finishedOn: dateField("Enter the date on which it was finished"),
    found: box("Say what was found, and what happens next"),
    childSays: box("Say what the child says about it, or why you do not know"),
  }),
  ending: z.object({
    why: oneOf(closureReasons, "Choose why it is closed"),
    told: box("Say who told the family, and what"),
  }),
} as const;
