import { Temporal } from "temporal-polyfill";
import { timeOfDay } from "./time-words.ts";

/** How many decisions in how long make somebody tired of deciding, and from when in the day anybody is. */
export const tiring = { decisions: 12, hours: 2, from: "16:30" } as const;

/**
 * A quiet line for somebody who has decided much in a row, or decides late in the day. It blocks nothing.
 * @param made when their decisions of the last `tiring.hours` were signed
 * @returns null when there is nothing to say
 */
export function manyDecisions(made: readonly Date[], now: Date): string | null {
  const [first] = [...made].sort((a, b) => a.getTime() - b.getTime());
  if (first === undefined) return null;
  const local = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO("Europe/London").toPlainTime();
  const late = Temporal.PlainTime.compare(local, tiring.from) >= 0;
  if (made.length < tiring.decisions && !late) return null;
  const count = made.length === 1 ? "1 decision" : `${made.length} decisions`;
  return `You have made ${count} since ${timeOfDay(first)}.`;
}
