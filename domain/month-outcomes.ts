import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { outcomes, type Outcome } from "./outcome.ts";

/** A contact about several children counts once: as the most that was decided for one of them, the last of these. */
export const countedAs: readonly Outcome[] = [
  ...(["information_only", "advice", "family_caf", "already_open"] as const),
  ...(["transfer", "assessment", "strategy_discussion"] as const),
];

/** What became of the contacts that came in one month. */
export type MonthOutcomes = {
  /** Such as "2012-03". */
  month: string;
  contacts: number;
  undecided: number;
} & Record<Outcome, number>;

/** Advice by the advice team, and what it passed on as a Family CAF. */
export const advised = (month: MonthOutcomes): number => month.advice + month.family_caf;
export const referred = (month: MonthOutcomes): number => month.assessment + month.strategy_discussion;
export const elsewhere = (month: MonthOutcomes): number => month.transfer + month.already_open;

export const emptyMonth = (month: string): MonthOutcomes => ({
  ...{ month, contacts: 0, undecided: 0 },
  ...(Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>),
});

const monthSchema = z.object({
  month: z.coerce.number().int().min(1).max(12),
  year: z.coerce.number().int().min(2000).max(2100),
});

/** A month and those before it, the newest first, such as "2012-03". */
export const monthsEndingWith = (last: Temporal.PlainYearMonth, how: number): string[] =>
  Array.from({ length: how }, (_, back) => last.subtract({ months: back }).toString());

/** As many months as are told at once. */
const monthsTold = 12;

/**
 * The months up to the one that was typed, the newest first; up to this month where nothing was.
 * @returns null when what was typed is no month
 */
export function monthsUpTo(
  typed: { month: string | null; year: string | null },
  today: string,
): string[] | null {
  const empty = !typed.month && !typed.year;
  const read = monthSchema.safeParse(typed);
  if (!empty && !read.success) return null;
  const last =
    empty || !read.data ? Temporal.PlainYearMonth.from(today) : Temporal.PlainYearMonth.from(read.data);
  return monthsEndingWith(last, monthsTold);
}
