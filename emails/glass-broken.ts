import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the records officer, at once. Who opened it and why is behind sign-in. */
export const glassBroken: Template = ({ reference, since }) => ({
  subject: `A restricted record was opened – ${formatReference(reference)}`,
  paragraphs: [
    `Somebody who is not cleared opened ${formatReference(reference)} in an emergency on ${dayAndTime(since)}.`,
    "Sign in, read why, and say within 24 hours whether it was needed.",
  ],
  open: { label: "Review it", path: href("records.opened") },
});

/** To the records officer and every manager, when a day has passed. */
export const glassUnreviewed: Template = ({ reference, since }) => ({
  subject: `Nobody has reviewed an opened record – ${formatReference(reference)}`,
  paragraphs: [
    `${formatReference(reference)} was opened in an emergency on ${dayAndTime(since)}, and nobody has said whether it was needed.`,
    "It has to be reviewed now.",
  ],
  open: { label: "Review it", path: href("records.opened") },
});
