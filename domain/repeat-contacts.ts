import { Temporal } from "temporal-polyfill";
import type { Outcome } from "./outcome.ts";
import { localDate, longDate } from "./time-words.ts";

/** A decision that made a contact a referral: it opened social work. */
export const referralOutcomes: readonly Outcome[] = ["assessment", "strategy_discussion"];

export type ToldBefore = {
  receivedAt: Date;
  /** When social work was opened after it; null where it was not. */
  referredAt: Date | null;
};

/**
 * Whether children come again, in words: contacts before this one, and whether one of them went to social work, within so
 * many months. It counts what is known to be about them: what is only likely is in the matches.
 */
export function repeatContacts(earlier: readonly ToldBefore[], receivedAt: Date, months: number): string[] {
  const since = Temporal.PlainDate.from(localDate(receivedAt)).subtract({ months }).toString();
  const within = (at: Date) => localDate(at) >= since && at.getTime() < receivedAt.getTime();
  const told = earlier.filter((one) => within(one.receivedAt)).length;
  const [last] = earlier
    .flatMap(({ referredAt }) => (referredAt !== null && within(referredAt) ? [referredAt] : []))
    .sort((a, b) => b.getTime() - a.getTime());
  const span = `the ${months} months before it`;
  return [
    told === 0
      ? `Not a repeat contact: none about these children is known from ${span}.`
      : `Repeat contact: ${told} earlier ${told === 1 ? "one" : "ones"} about these children in ${span}.`,
    ...(last === undefined
      ? []
      : [`Re-referral, if it goes to social work: they had it last from ${longDate(localDate(last))}.`]),
  ];
}
