import { dayAndTime } from "#domain/time-words";
import type { AccountTemplate } from "./layout.ts";

/** To somebody who signed in from a browser that we have not seen before. */
export const newDevice: AccountTemplate = ({ since }) => ({
  subject: "A new sign-in to your front door account",
  paragraphs: [
    `Somebody signed in to your account on ${dayAndTime(since)}, in a browser that has not been used for it before.`,
    "If it was you, there is nothing to do. If it was not you, call us now: we can end it at once.",
  ],
});
