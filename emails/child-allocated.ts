import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import type { Template } from "./layout.ts";

/** To a worker whom their team gave a child to. */
export const childAllocated: Template = ({ reference }) => ({
  subject: `New work was given to you – ${formatReference(reference)}`,
  paragraphs: [`Your team gave you new work. Its reference is ${formatReference(reference)}.`],
  open: { label: "Sign in to read it", path: href("account.sign-in") },
});
