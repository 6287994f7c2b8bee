import { z } from "zod";
import { assessmentOutcomes } from "../assessment.ts";

/** What the case-management system says about an assessment. */
export const assessmentBody = z.strictObject({
  referral: z.uuid().meta({ title: "The number of the referral, as its page here shows it" }),
  outcome: z.enum(assessmentOutcomes).meta({ title: "What the assessment found" }),
  finishedOn: z.iso.date().meta({ title: "The day on which it was finished" }),
});

export const assessmentTaken = z.strictObject({
  referral: z.uuid().meta({ title: "The number of the referral" }),
  outcome: z.enum(assessmentOutcomes).meta({ title: "The outcome that stands" }),
  recordedAt: z.iso.datetime().meta({ title: "When it was taken first" }),
});
export type AssessmentTaken = z.output<typeof assessmentTaken>;

export const exampleAssessment = {
  referral: "0196f5c2-7d1a-7c3e-9a51-3f2b6c8d9e10",
  outcome: "child_in_need",
  finishedOn: "2026-11-20",
};
