import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To a manager, or the hub's duty inbox. */
export const recommendationWaiting: Template = ({ reference, dueAt }) => ({
  subject: `Something is ready for you to decide – ${formatReference(reference)}`,
  paragraphs: [
    `A screener has finished with ${formatReference(reference)}, and it waits for a manager.`,
    dueAt && `It is due by ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Sign in to read it", path: href("hub.contact", { reference }) },
});
