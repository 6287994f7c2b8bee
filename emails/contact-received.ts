import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To whoever sent the form, at a work address. */
export const contactReceived: Template = ({ reference, since, dueAt }, { phones }) => ({
  subject: `We received your form – ${formatReference(reference)}`,
  paragraphs: [
    `We received your form on ${dayAndTime(since)}. Its reference is ${formatReference(reference)}.`,
    dueAt && `A manager will have decided what to do next by ${dayAndTime(dueAt)}.`,
    `To add something, or to see what became of it, open your forms, give your work email and type the code that we send to it. Or call us on ${phones.day} and say the reference.`,
    `If the worry grows, call at once: ${phones.day}, or ${phones.night} when we are closed. If somebody is in danger now, call 999.`,
  ],
  open: { label: "Your forms", path: href("track.home") },
});
