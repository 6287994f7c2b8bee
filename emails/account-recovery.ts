import { href } from "#app/href";
import { dayAndTime } from "#domain/time-words";
import type { AccountTemplate } from "./layout.ts";

/** To somebody for whom an administrator started a recovery. If they did not ask for it, they must be able to stop it. */
export const accountRecovery: AccountTemplate = ({ since, until }) => ({
  subject: "A new start for your front door account",
  paragraphs: [
    `An administrator began a recovery of your account on ${dayAndTime(since)}, and you were signed out everywhere.`,
    until &&
      `Set up your account anew before ${dayAndTime(until)}. You will get a code by email to this inbox.`,
    "If you did not ask for this, do not go on, and call us now.",
  ],
  open: { label: "Set up your account anew", path: href("account.join") },
});
