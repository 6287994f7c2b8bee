import { Temporal } from "temporal-polyfill";
import { parseClockTime } from "./time-words.ts";
import { instantOf } from "./working-calendar.ts";

/** The instant of a date ("2026-11-24") and a clock time ("15:40", "3:40pm") in England; both were checked by a form. */
export function localInstant(isoDate: string, clockTime: string): Date {
  const time = parseClockTime(clockTime);
  if (time === null) throw new RangeError("not a clock time");
  return instantOf(Temporal.PlainDate.from(isoDate), time, { timeZone: "Europe/London" });
}

/** What the clock on the wall says in England: "09:05". */
export function localClock(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO("Europe/London")
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}
