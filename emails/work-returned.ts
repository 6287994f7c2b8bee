import { href } from "#app/href";
import { formatReference } from "#domain/reference";
import type { Template } from "./layout.ts";

/** To the hub: a team gave work back, and it is the hub's again. */
export const workReturned: Template = ({ reference }) => ({
  subject: `Work has come back to you – ${formatReference(reference)}`,
  paragraphs: [
    `A team has returned work on ${formatReference(reference)}. The hub owns it until a manager sends it on or decides again.`,
  ],
  open: { label: "Sign in to read why", path: href("landing") },
});
