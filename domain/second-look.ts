import { z } from "zod";
import { levelField, oneOf, sentence } from "./decision-fields.ts";
import { outcomes } from "./outcome.ts";

/** Why a decision is looked at again: one of a few at random, or a police notice that no manager signed. */
export const drawnBecause = ["sample", "notice"] as const;
export type DrawnBecause = (typeof drawnBecause)[number];

export const drawnWords: Record<DrawnBecause, string> = {
  sample: "Drawn at random",
  notice: "A police notice that a second practitioner signed",
};

/** One in ten of the police notices that practitioners end is read again later (design 5.2a). */
const noticesOneIn = 10;

/**
 * Whether a decision is drawn for a second look, and why. By its id, so that nobody can steer it.
 * @param oneIn of how many other decisions one is drawn
 */
export function drawn(
  decisionId: string,
  { notice, oneIn }: { notice: boolean; oneIn: number },
): DrawnBecause | null {
  // The last twelve digits of a UUIDv7 are random; 2^48 is large enough that the remainder is even.
  const number = Number.parseInt(decisionId.slice(-12), 16);
  if (number % (notice ? noticesOneIn : oneIn) !== 0) return null;
  return notice ? "notice" : "sample";
}

/** What somebody would have decided who sees what the decider saw, and not what was decided. */
export const secondLookSchema = z.object({
  outcome: oneOf(outcomes, "Choose an outcome"),
  level: levelField,
  reason: sentence("Say in one sentence why"),
});
export type SecondLook = z.infer<typeof secondLookSchema>;
