import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To whoever answers for it: what was handed over has nobody who said that they have it. */
export const handOverUnaccepted: Template = ({ reference, since, dueAt }) => ({
  subject: `Nobody has accepted ${formatReference(reference)}`,
  paragraphs: [
    `${formatReference(reference)} was handed over on ${dayAndTime(since)}, and nobody has said that they have it.`,
    dueAt && `It was to be accepted by ${dayAndTime(dueAt)}.`,
    "Ring whoever should have it, or sign in and take it.",
  ],
  open: { label: "Open the front door", path: href("hub.contact", { reference }) },
});
