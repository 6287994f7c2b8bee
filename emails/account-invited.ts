import { href } from "#app/href";
import { dayAndTime } from "#domain/time-words";
import type { AccountTemplate } from "./layout.ts";

/** To somebody who was invited. The link only leads to the page where they ask for a code. */
export const accountInvited: AccountTemplate = ({ until }, { authorityName }) => ({
  subject: "You are invited to the front door",
  paragraphs: [
    `${authorityName} has invited you to its front door, where agencies are asked for information.`,
    until && `Set up your account before ${dayAndTime(until)}. You will get a code by email to this inbox.`,
    "If you did not expect this, do nothing: without you no account is made.",
  ],
  open: { label: "Set up your account", path: href("account.join") },
});
