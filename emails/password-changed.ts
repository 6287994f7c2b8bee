import { dayAndTime } from "#domain/time-words";
import type { AccountTemplate } from "./layout.ts";

/** To somebody whose password was changed: if it was not them, they have to hear of it. */
export const passwordChanged: AccountTemplate = ({ since }) => ({
  subject: "The password of your front door account was changed",
  paragraphs: [
    `Your password was changed on ${dayAndTime(since)}. You were signed out everywhere else.`,
    "If that was not you, call us now.",
  ],
});
