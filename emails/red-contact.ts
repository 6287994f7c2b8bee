import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import { dayAndTime } from "#domain/time-words";
import type { Template } from "./layout.ts";

/** To the hub's duty inbox: something waits that cannot. */
export const redContact: Template = ({ reference, since }) => ({
  subject: `Red contact needs you now – ${formatReference(reference)}`,
  paragraphs: [
    `${formatReference(reference)} needs somebody now. It came on ${dayAndTime(since)}.`,
    "Sign in and take it, or ring a colleague who can.",
  ],
  open: { label: "Open the front door", path: href("hub.contact", { reference }) },
});
