import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the team that will meet a family. */
export const familyWaiting: Template = ({ reference, since, dueAt }) => ({
  subject: `A family is waiting for you – ${formatReference(reference)}`,
  paragraphs: [
    `A family has been waiting for your team since ${dayAndTime(since)}. The reference is ${formatReference(reference)}.`,
    dueAt && `Somebody from your team should have spoken to them by ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Sign in to accept it", path: href("account.sign-in") },
});
