import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To an allocated worker or their team. */
export const caseInformation: Template = ({ reference, dueAt }) => ({
  subject: `New information on one of your cases – ${formatReference(reference)}`,
  paragraphs: [
    `The hub has new information on one of your cases. Its reference is ${formatReference(reference)}.`,
    dueAt && `Acknowledge it by ${dayAndTime(dueAt)}, or we will ring you.`,
  ],
  open: { label: "Sign in to read and acknowledge it", path: href("account.sign-in") },
});
