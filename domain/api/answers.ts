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

const count = (title: string) => z.int().meta({ title });

export const openCasesTaken = z.strictObject({
  asAt: moment({ title: "As at" }),
  cases: count("Cases of the list that were taken"),
  opened: count("Of these, not open before"),
  changed: count("Of these, said otherwise before"),
  closed: count("Cases that were open and are not in the list"),
  workersUnknown: count("Cases whose worker’s email nobody of the council has here"),
  noneClosed: z.boolean().meta({
    title: "Nothing was closed",
    description: "One of the cases has no number, so that nobody can say which are not in the list.",
  }),
  refused: z
    .array(
      z.strictObject({
        line: count("Which case of the list, counted from 1"),
        field: z.string().meta({ title: "Field" }),
        says: z.string().meta({ title: "What to send instead" }),
      }),
    )
    .meta({ title: "Cases that could not be taken, and stay as they were" }),
});
