import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import type { Template } from "./layout.ts";

/** To the duty inbox of the team that has work whose deadline passed, or to whoever answers for it above them. */
export const workLate: Template = ({ reference }) => ({
  subject: `A deadline of your team passed – ${formatReference(reference)}`,
  paragraphs: [
    `Something that was due on ${formatReference(reference)} is not recorded as done. Do it now, or record that it is done.`,
  ],
  open: { label: "Sign in to see what is due", path: href("account.sign-in") },
});
