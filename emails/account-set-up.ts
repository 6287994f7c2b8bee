import { dayAndTime } from "#domain/time-words";
import type { AccountTemplate } from "./layout.ts";

/** To somebody whose account was just set up, or set up anew: if it was not them, they have to hear of it. */
export const accountSetUp: AccountTemplate = ({ since }) => ({
  subject: "Your front door account was set up",
  paragraphs: [
    `Your account was set up on ${dayAndTime(since)}, with a new password or passkey.`,
    "If that was not you, call us now.",
  ],
});
