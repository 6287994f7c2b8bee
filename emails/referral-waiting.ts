import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the duty inbox of the team that new work was sent to. */
export const referralWaiting: Template = ({ reference, since, dueAt }) => ({
  subject: `New work is waiting for your team – ${formatReference(reference)}`,
  paragraphs: [
    `${formatReference(reference)} was sent to your team on ${dayAndTime(since)}.`,
    dueAt && `Somebody has to accept it by name by ${dayAndTime(dueAt)}. Until then the hub still owns it.`,
  ],
  open: { label: "Sign in to accept it", path: href("account.sign-in") },
});
