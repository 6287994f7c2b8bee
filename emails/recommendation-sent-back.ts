import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the screener whose work a manager has asked about. */
export const recommendationSentBack: Template = ({ reference, dueAt }) => ({
  subject: `A manager has a question – ${formatReference(reference)}`,
  paragraphs: [
    `A manager has sent ${formatReference(reference)} back to you with a question.`,
    dueAt && `Its time has not stopped: it is due by ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Sign in to read the question", path: href("hub.contact", { reference }) },
});
