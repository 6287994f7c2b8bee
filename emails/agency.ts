import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the duty inbox of an agency that is asked something. Whom it is about, and what is asked, is behind sign-in. */
export const agencyAsked: Template = ({ reference, dueAt }) => ({
  subject: `A question for your agency – ${formatReference(reference)}`,
  paragraphs: [
    `The front door asks your agency what it knows. The reference is ${formatReference(reference)}.`,
    dueAt && `An answer is needed by ${dayAndTime(dueAt)}.`,
    "Sign in to read it and to answer. If you find nothing, saying so takes two taps and helps too.",
  ],
  open: { label: "Sign in to answer", path: href("partner.home") },
});

/** To whoever holds the contact; or, once it is decided, to who decided and to who has the work. */
export const agencyAnswered: Template = ({ reference, dueAt }) => ({
  subject: `An agency answered – ${formatReference(reference)}`,
  paragraphs: [
    `An agency that was asked about ${formatReference(reference)} has answered.`,
    dueAt && `The decision is due on ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Read it", path: href("hub.contact.requests", { reference }) },
});
