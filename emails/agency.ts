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

/** To an agency that has not answered: while there is time left, and once more when it has passed. */
export const agencyChased: Template = ({ reference, dueAt }) => ({
  subject: `Not answered yet – ${formatReference(reference)}`,
  paragraphs: [
    `Your agency has not answered a question of the front door. The reference is ${formatReference(reference)}.`,
    dueAt && `The answer is needed by ${dayAndTime(dueAt)}. If that has passed, it still helps.`,
    "Sign in to answer. If it is not for you to answer, say so there, and it goes back.",
  ],
  open: { label: "Sign in to answer", path: href("partner.home") },
});

/** To whoever holds the contact. */
export const agencyAsksBack: Template = ({ reference, dueAt }) => ({
  subject: `An agency asks something back – ${formatReference(reference)}`,
  paragraphs: [
    `An agency that was asked about ${formatReference(reference)} cannot answer before it knows more.`,
    dueAt && `The decision is due on ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Read it", path: href("hub.contact.requests", { reference }) },
});

/** To an agency whose own question was answered. */
export const agencyTold: Template = ({ reference, dueAt }) => ({
  subject: `Your question is answered – ${formatReference(reference)}`,
  paragraphs: [
    `The front door has answered what your agency asked about ${formatReference(reference)}.`,
    dueAt && `Your own answer is needed by ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Sign in to read it", path: href("partner.home") },
});
