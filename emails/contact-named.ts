import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import type { Template } from "./layout.ts";

/** To somebody by themselves. Why, and what it is about, is behind sign-in. */
export const contactNamed: Template = ({ reference }) => ({
  subject: `You may read a contact – ${formatReference(reference)}`,
  paragraphs: [
    `You were named as somebody who may read ${formatReference(reference)}. Few others may.`,
    "Do not speak of it where others hear, and do not pass this email on.",
  ],
  open: { label: "Sign in", path: href("account.sign-in") },
});
