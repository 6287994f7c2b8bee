import { Temporal } from "temporal-polyfill";
import { localDate } from "./time-words.ts";

/** Whole days, both ends included, as ISO dates; and the day after the last of them. */
export type Period = { from: string; until: string; dayAfter: string };

const usualDays = 7;
/** More than a month at once nobody reads, and it would take a page too long to work out. */
export const periodDaysAtMost = 31;

/**
 * The period that somebody typed into two fields; the last week where nothing is typed or it cannot be taken.
 * @returns the period, and problems by field
 */
export function periodOf(
  typed: { from: string | null; until: string | null },
  now: Date,
): { period: Period; problems: Readonly<Record<string, string>> } {
  const today = Temporal.PlainDate.from(localDate(now));
  const [from, until] = [dateOf(typed.from), dateOf(typed.until)];
  const problems: Record<string, string> = {};
  if (from === "none") problems["from"] = help;
  if (until === "none") problems["until"] = help;
  const last = until === "none" || until === null ? today : until;
  const first = from === "none" || from === null ? last.subtract({ days: usualDays - 1 }) : from;
  if (Temporal.PlainDate.compare(first, last) > 0)
    problems["until"] = "The last day must not be before the first";
  else if (first.until(last).days >= periodDaysAtMost)
    problems["from"] = `Ask for ${periodDaysAtMost} days or fewer at once`;
  const taken = Object.keys(problems).length === 0 ? { first, last } : usual(today);
  return {
    period: {
      from: taken.first.toString(),
      until: taken.last.toString(),
      dayAfter: taken.last.add({ days: 1 }).toString(),
    },
    problems,
  };
}

const help = "Type a year, a month and a day, such as 2026-11-27";

const usual = (today: Temporal.PlainDate) => ({
  first: today.subtract({ days: usualDays - 1 }),
  last: today,
});

/** Null when nothing was typed, "none" when it is no day. */
function dateOf(typed: string | null): Temporal.PlainDate | "none" | null {
  const text = typed?.trim() ?? "";
  if (text === "") return null;
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return "none";
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return "none";
  }
}
