import type { Outcome } from "./outcome.ts";

/**
 * What somebody who sent a contact is told when nothing else is written: enough to know that it was read, and never
 * what the family would not want them to know. It is read behind sign-in; the email only says that there is something.
 */
const standard: Record<Outcome, string> = {
  information_only:
    "We read what you told us and have kept it on record. We are not doing anything more now. If you see or hear anything new, tell us again: it is never a bother.",
  advice:
    "We read what you told us. Our advice team will speak to the family or to you about who can help. If anything changes, tell us again.",
  family_caf:
    "We read what you told us. We think that early help with the family's agreement is right, and have passed it on. Please stay involved: you may be asked to take part.",
  assessment:
    "We read what you told us. A social worker will assess what help is needed, and may speak to you.",
  strategy_discussion: "We read what you told us and are taking action. We may need to speak to you soon.",
  transfer: "We read what you told us. Another council is responsible and has been told.",
  already_open: "We read what you told us and have passed it to the worker who knows the child.",
};

/** What the referrer is told: what the manager wrote, else the standard words of the outcome. */
export function feedbackWords(outcome: Outcome, written: string): string {
  return written === "" ? standard[outcome] : written;
}
