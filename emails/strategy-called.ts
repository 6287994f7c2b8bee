import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the duty inbox of each agency that is needed at a meeting. When it is, and how to join, is behind sign-in. */
export const strategyCalled: Template = ({ reference, dueAt }) => ({
  subject: `Meeting called – please confirm – ${formatReference(reference)}`,
  paragraphs: [
    `You are needed at a meeting. Its reference is ${formatReference(reference)}.`,
    dueAt && `It will be held by ${dayAndTime(dueAt)}.`,
    "Sign in to see when it is and how to join, and to say whether you are coming and who will speak for you.",
  ],
  open: { label: "Sign in to confirm", path: href("account.sign-in") },
});
