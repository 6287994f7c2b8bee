import { z } from "zod";
import { notToldReasons, requestBases, shareAnswers } from "./agency-request.ts";
import { typedText } from "./questions/typed-text.ts";

/** What somebody of the hub types to ask agencies. Which rules of the rating it meets, the service says. */
export const askAgenciesSchema = z
  .object({
    agency: z.array(z.uuid()).min(1, "Choose at least one agency").max(30, "Ask 30 agencies at most at once"),
    covers: z.array(z.uuid()).min(1, "Choose at least one person").max(60),
    worry: typedText(300, "Say in one line what the worry is"),
    due: z.string("Choose by when they answer").max(40),
    basis: z.enum(requestBases, "Choose why you may ask"),
    managersReason: typedText(500),
    familyTold: z.enum(["yes", "no"], "Say whether the family was told"),
    notToldBecause: z.enum(notToldReasons, "Say why the family was not told").optional(),
    proportionate: typedText(500, "Say why asking is no more than is needed"),
    share: z.enum(shareAnswers, "Say whether what they answer may be shared with the family"),
  })
  .refine(({ familyTold, notToldBecause }) => familyTold === "yes" || notToldBecause !== undefined, {
    path: ["notToldBecause"],
    error: "Say why the family was not told",
  });
export type AskAgencies = z.infer<typeof askAgenciesSchema>;

/** The questions to one agency; its box may be emptied by nobody. */
export const questionsSchema = typedText(2_000, "Write what you ask them");
export const questionsField = (organisationId: string) => `questions-${organisationId}`;

/** What an agency asks back, and what it is told. */
export const askBackSchema = z.object({ text: typedText(2_000, "Write what you have to know") });
export const tellAgencySchema = z.object({ question: z.uuid(), text: typedText(2_000, "Write your answer") });
