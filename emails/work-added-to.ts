import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import type { Template } from "./layout.ts";

/** To whoever has the work: what it is about has gone on since it was decided. */
export const workAddedTo: Template = ({ reference }) => ({
  subject: `Something was added to work that you have – ${formatReference(reference)}`,
  paragraphs: [
    `Somebody added something to ${formatReference(reference)} after it was decided. The hub looks at it.`,
    "Your record says when it came. If it may change what you do, call the hub and do not wait.",
  ],
  open: { label: "Sign in to see your work", path: href("account.sign-in") },
});
