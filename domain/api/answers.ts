import { z } from "zod";
import { referenceAlphabet, referenceLength } from "../reference.ts";
import { moment } from "./fields.ts";

/** How far a contact has come. Which decision was made is never told to a machine. */
const contactStatuses = ["received", "being-screened", "decision-made"] as const;

/** The reference of a contact, as machines write it. */
export const reference = z.string().meta({
  title: "Reference",
  pattern: `^[${referenceAlphabet}]{${referenceLength}}$`,
  examples: ["7KQ4M2XD"],
  description: "What both sides call the contact by. Shown to people as 7KQ4 M2XD.",
});
const receivedAt = moment({ title: "When it reached us", examples: ["2026-11-23T15:40:00.000Z"] });
const decideBy = moment({ title: "By when the hub decides", examples: ["2026-11-24T15:40:00.000Z"] });

export const contactReceipt = z.strictObject({ reference, receivedAt, decideBy });
export type ContactReceipt = z.output<typeof contactReceipt>;

export const contactStatus = z.strictObject({
  reference,
  status: z.enum(contactStatuses).meta({
    title: "How far it has come",
    description: "Never which decision was made: for that, somebody at the hub speaks to the sender.",
  }),
  receivedAt,
  decideBy,
});
export type ContactStatus = z.output<typeof contactStatus>;
