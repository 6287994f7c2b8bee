import { dayAndTime } from "#domain/time-words";
import type { AccountTemplate } from "./layout.ts";

/** To the inbox that notices went to before. Where they go now is not said: this one may be anybody's by now. */
export const addressChanged: AccountTemplate = ({ since }) => ({
  subject: "Front door notices no longer come to this inbox",
  paragraphs: [
    `On ${dayAndTime(since)} two administrators changed where the front door sends notices that came here before.`,
    "If you did not expect this, call us now: notices that you wait for may be going to somebody else.",
  ],
});
