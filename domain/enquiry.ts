import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { maxEnquiries } from "./contact.ts";
import { box, dateField, maybe, timeField } from "./decision-fields.ts";
import type { Problem, Read } from "./decision-problems.ts";
import { instantOf, type WorkingCalendar } from "./working-calendar.ts";

/**
 * Further enquiries: no outcome but a hold with questions. The decision clock keeps running, the contact shows as "not
 * decided", and after two of them somebody higher looks.
 */
export const enquirySchema = z.object({
  need: box("Say exactly what we need to know"),
  from: box("Say who is asked"),
  whyNotSafe: box("Say why a decision is not safe without it"),
  safeMeanwhile: box("Say what keeps the child safe until then"),
  reviewOn: dateField("Enter the date on which you look again"),
  reviewAt: timeField("Enter the time at which you look again"),
  manager: maybe(),
});
export type Enquiry = z.infer<typeof enquirySchema>;

export type EnquiryFacts = {
  decideBy: Date;
  /** Enquiries about this contact so far. */
  earlier: number;
};

/** Reads a hold for further enquiries, with the moment of review. A review past the deadline names a manager. */
export function readEnquiry(
  draft: Readonly<Record<string, unknown>>,
  facts: EnquiryFacts,
  now: Date,
  calendar: WorkingCalendar,
): Read<Enquiry & { review: Date }> {
  if (facts.earlier >= maxEnquiries) {
    return refused({
      field: "",
      message: "There were two enquiries already. Ask a manager to decide or to take this over",
    });
  }
  const parsed = enquirySchema.safeParse(draft);
  if (!parsed.success) {
    return refused(
      ...parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ""), message: issue.message })),
    );
  }
  const { reviewOn, reviewAt, manager } = parsed.data;
  const review = instantOf(Temporal.PlainDate.from(reviewOn), Temporal.PlainTime.from(reviewAt), calendar);
  if (review.getTime() <= now.getTime())
    return refused({ field: "reviewOn", message: "Choose a time that is still to come" });
  if (review.getTime() > facts.decideBy.getTime() && manager === "") {
    return refused({ field: "manager", message: "This passes the deadline. Name the manager who agreed" });
  }
  return { ok: true, value: { ...parsed.data, review } };
}

function refused(...problems: Problem[]): { ok: false; problems: Problem[] } {
  return { ok: false, problems };
}
