import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the designated officers, at once. Who it is about is behind sign-in. */
export const ladoOpened: Template = ({ reference, since }) => ({
  subject: `A record waits for the designated officer – ${formatReference(reference)}`,
  paragraphs: [
    `The front door opened a record for the designated officer on ${dayAndTime(since)}, beside ${formatReference(reference)}.`,
    "Sign in, read it and take it up within one working day.",
  ],
  open: { label: "Read it", path: href("lado.list") },
});

/** To the designated officers and whoever opened it, when the day has passed. */
export const ladoUntaken: Template = ({ reference, since }) => ({
  subject: `Nobody has taken up a record – ${formatReference(reference)}`,
  paragraphs: [
    `A record for the designated officer was opened on ${dayAndTime(since)}, beside ${formatReference(reference)}, and nobody has taken it up.`,
    "It has to be taken up now. If you opened it, phone the designated officer.",
  ],
  open: { label: "Sign in", path: href("account.sign-in") },
});
