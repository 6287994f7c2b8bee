import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

const open = { label: "Your forms", path: href("track.home") };
const howTo = "Open your forms, give your work email and type the code that we send to it.";

/** To whoever sent the form. It never says what was decided: many people read a school's inbox. */
export const decisionMade: Template = ({ reference }, { phones }) => ({
  subject: `There is an update – ${formatReference(reference)}`,
  paragraphs: [
    `There is an update on the form that you sent us. Its reference is ${formatReference(reference)}.`,
    `${howTo} Or call us on ${phones.day} and say the reference.`,
    "If you disagree when you have read it, tell us there: somebody else will look again.",
  ],
  open,
});

/** The same to whoever has not read it for some days. */
export const decisionUnread: Template = ({ reference }, { phones }) => ({
  subject: `Reminder: an update is waiting – ${formatReference(reference)}`,
  paragraphs: [
    `There is an update on the form that you sent us, and nobody has read it yet. Its reference is ${formatReference(reference)}.`,
    `${howTo} Or call us on ${phones.day} and say the reference.`,
  ],
  open,
});

/** To whoever sent the form. What is asked is read behind the code. */
export const questionAsked: Template = ({ reference, dueAt }, { phones }) => ({
  subject: `We have a question – ${formatReference(reference)}`,
  paragraphs: [
    `We have a question about the form that you sent us. Its reference is ${formatReference(reference)}.`,
    dueAt && `An answer helps most before ${dayAndTime(dueAt)}.`,
    `${howTo} Or call us on ${phones.day} and say the reference. Do not answer by email.`,
  ],
  open,
});

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

/** To whoever asked for it. */
export const challengeAnswered: Template = ({ reference }, { phones }) => ({
  subject: `You have an answer – ${formatReference(reference)}`,
  paragraphs: [
    `You asked us to look again. There is an answer about ${formatReference(reference)}.`,
    `${howTo} Or call us on ${phones.day} and say the reference.`,
  ],
  open,
});
