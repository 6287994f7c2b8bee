import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the manager of a worker who has not acknowledged in time, and for Red then to the service manager. */
export const caseUnacknowledged: Template = ({ reference, dueAt }) => ({
  subject: `Nobody has acknowledged new information – ${formatReference(reference)}`,
  paragraphs: [
    `The hub has new information on an open case of your workers. Its reference is ${formatReference(reference)}.`,
    dueAt && `It was to be acknowledged by ${dayAndTime(dueAt)}, and nobody has.`,
    "Ring the worker. If they are away, act yourself, and record who acted.",
  ],
  open: { label: "Sign in to read and acknowledge it", path: href("account.sign-in") },
});
