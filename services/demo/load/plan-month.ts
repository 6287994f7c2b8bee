import { Temporal } from "temporal-polyfill";
import { randomFrom } from "../random.ts";
import { atWork, shuffledMonth, type Plan, type PlannedContact } from "./plan-load.ts";

const dayMs = 86_400_000;

/**
 * That month of a real front door, as it was: all of its contacts within one calendar month, each about a family of its own,
 * and all decided.
 * @param month such as "2012-03"
 */
export function planMonth(seed: string, month: string): Plan {
  const random = randomFrom(`${seed}/month`);
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const [from, until] = [first, first.add({ months: 1 })].map(
    (day) => day.toZonedDateTime("Europe/London").epochMilliseconds,
  ) as [number, number];
  const outcomes = shuffledMonth(random);
  const times = outcomes
    .map(() => Math.max(from, atWork(random, from + random.next() * (until - from - dayMs), until - dayMs)))
    .sort((a, b) => a - b);
  const planned = outcomes.map((outcome, family): PlannedContact => {
    const at = new Date(times[family] ?? from);
    return { family, telling: 0, last: true, firstAt: at, at, outcome, open: false };
  });
  return { count: planned.length, at: (i) => planned[i] as PlannedContact };
}
