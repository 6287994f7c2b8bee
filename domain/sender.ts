import { z } from "zod";
import { parseEmailAddress } from "./email-address.ts";
import type { Answer } from "./questions/answers.ts";

/** An address at work, as it is typed on the pages of senders. */
export const workAddressSchema = z.object({
  email: z
    .string()
    .transform(parseEmailAddress)
    .refine((email) => email !== null)
    .transform((email) => email as string),
});

/** What is kept of somebody who sends from outside; `sender.particulars`. */
export type SenderParticulars = {
  email: string;
  /** What they last wrote about themselves, to be written for them the next time; null before the first. */
  you: Answer | null;
};

/** Hours that a proven address is remembered in a browser: a working day with its evening. */
export const senderHours = 20;

/**
 * After how long without a change a form that is not sent is called to mind, one after another; and once more when it
 * has a day left. Hours.
 */
const reminders = [2, 24] as const;
const lastDayHours = 24;
/** Where a child was said to be in danger, two hours are too long. */
const dangerHours = 1 / 6;

export type WaitingForm = { updatedAt: Date; expiresAt: Date; reminded: number; inDanger: boolean };

/**
 * How many reminders a form has had when the one that is due now is sent; null when none is due.
 * @param form.reminded those that were sent already
 */
export function reminderDue(
  { updatedAt, expiresAt, reminded, inDanger }: WaitingForm,
  now: Date,
): number | null {
  const idle = (now.getTime() - updatedAt.getTime()) / 3_600_000;
  const left = (expiresAt.getTime() - now.getTime()) / 3_600_000;
  if (left <= 0) return null;
  const hours = [inDanger ? dangerHours : reminders[0], reminders[1]];
  const due = left <= lastDayHours ? hours.length + 1 : hours.filter((after) => idle >= after).length;
  return due > reminded ? due : null;
}
