import { formatReference } from "#domain/reference";
import type { Template } from "./layout.ts";

/** To whoever sent the form. It never says what was decided: many people read a school's inbox. */
export const decisionMade: Template = ({ reference }, { phones }) => ({
  subject: `There is an update – ${formatReference(reference)}`,
  paragraphs: [
    `There is an update on the form that you sent us. Its reference is ${formatReference(reference)}.`,
    `To hear it, call us on ${phones.day} and say the reference. If you have an account, sign in to read it.`,
    "If you disagree when you have heard it, tell us in the same call: somebody else will look again.",
  ],
});
