import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { timeOfDay, dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To whoever holds the contact, or to the hub: while there is still time, with how much of it. */
export const decisionDue: Template = ({ reference, dueAt }) => ({
  subject:
    dueAt === null
      ? `A decision is due soon – ${formatReference(reference)}`
      : `Decision due at ${timeOfDay(dueAt)} – ${formatReference(reference)}`,
  paragraphs: [
    dueAt && `The decision about ${formatReference(reference)} is due by ${dayAndTime(dueAt)}.`,
    "If you cannot finish in time, hand it over or tell a manager now.",
  ],
  open: { label: "Sign in to go on with it", path: href("hub.contact", { reference }) },
});

/** To whoever holds the contact, and to the hub's managers. */
export const decisionLate: Template = ({ reference, dueAt }) => ({
  subject: `A decision is late – ${formatReference(reference)}`,
  paragraphs: [
    `The decision about ${formatReference(reference)} has not been made${dueAt === null ? "" : `; it was due by ${dayAndTime(dueAt)}`}.`,
    "Decide it now, or take it over. Whoever sent it has been told that it takes longer, where we may write to them.",
  ],
  open: { label: "Sign in to decide", path: href("hub.contact", { reference }) },
});
