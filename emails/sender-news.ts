import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To whoever holds the contact, or to the hub. */
export const questionAnswered: Template = ({ reference, dueAt }) => ({
  subject: `A question was answered – ${formatReference(reference)}`,
  paragraphs: [
    `Whoever sent ${formatReference(reference)} has answered a question.`,
    dueAt && `The decision is due on ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Read it", path: href("hub.contact.sender", { reference }) },
});

/** To the hub's managers. */
export const challengeRaised: Template = ({ reference, dueAt }) => ({
  subject: `Somebody asks for a second look – ${formatReference(reference)}`,
  paragraphs: [
    `Whoever sent ${formatReference(reference)} asks for a second look. A manager who has not signed it before answers.`,
    dueAt && `An answer is due on ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Read it", path: href("hub.contact.sender", { reference }) },
});
