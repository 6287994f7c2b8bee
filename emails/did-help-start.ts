import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import type { Template } from "./layout.ts";

/** To whoever handed a family over, some weeks later. */
export const didHelpStart: Template = ({ reference }) => ({
  subject: `Ask whether it began – ${formatReference(reference)}`,
  paragraphs: [
    `Some weeks ago you handed ${formatReference(reference)} over. Ask whether it has begun, and write down what you hear.`,
  ],
  open: { label: "Sign in to write it down", path: href("account.sign-in") },
});
