import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import type { Template } from "./layout.ts";

/** To the hub: the hourly look found something that nobody has. */
export const childUnowned: Template = ({ reference }) => ({
  subject: `Nobody has ${formatReference(reference)}`,
  paragraphs: [
    `Every hour the service looks for work that nobody owns. It found some on ${formatReference(reference)}.`,
    "The duty page says what. Please look now: nobody else will come across it.",
  ],
  open: { label: "Open the duty page", path: href("hub.duty") },
});
