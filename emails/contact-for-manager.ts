import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To one manager by themselves: nobody else of the hub has this contact in their queue, and the email does not say so. */
export const contactForManager: Template = ({ reference, dueAt }) => ({
  subject: `A contact waits for a manager – ${formatReference(reference)}`,
  paragraphs: [
    `${formatReference(reference)} waits for a manager to take it.`,
    dueAt && `It is due by ${dayAndTime(dueAt)}.`,
  ],
  open: { label: "Sign in to take it", path: href("hub.contact", { reference }) },
});
