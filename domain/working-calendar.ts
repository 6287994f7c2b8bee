import { Temporal } from "temporal-polyfill";
import { bankHolidays } from "./bank-holidays.ts";
import type { Settings } from "./settings.ts";

export type LocalMoment = { day: Temporal.PlainDate; time: Temporal.PlainTime };

/** When the hub is open, in local time. Every deadline is counted on one of these. */
export type WorkingCalendar = {
  timeZone: string;
  opens: Temporal.PlainTime;
  closes: Temporal.PlainTime;
  days: ReadonlySet<number>;
  holidays: ReadonlySet<string>;
};

type HoursSettings = Pick<Settings, "timeZone" | "openingHours" | "extraBankHolidays">;

const built = new WeakMap<HoursSettings, WorkingCalendar>();

/** The calendar that these settings describe. Built once per settings object: deadlines are counted per row. */
export function calendarOf(settings: HoursSettings): WorkingCalendar {
  const known = built.get(settings);
  if (known) return known;
  const calendar: WorkingCalendar = {
    timeZone: settings.timeZone,
    opens: Temporal.PlainTime.from(settings.openingHours.opens),
    closes: Temporal.PlainTime.from(settings.openingHours.closes),
    days: new Set(settings.openingHours.days),
    holidays: new Set([...bankHolidays, ...settings.extraBankHolidays]),
  };
  built.set(settings, calendar);
  return calendar;
}

const moments = new WeakMap<Date, { timeZone: string; moment: LocalMoment }>();

/** Remembered by the instant itself, which nobody changes: the rules ask for the same one half a dozen times over. */
export function localMoment(at: Date, { timeZone }: { timeZone: string }): LocalMoment {
  const known = moments.get(at);
  if (known?.timeZone === timeZone) return known.moment;
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const moment = { day: zoned.toPlainDate(), time: zoned.toPlainTime() };
  moments.set(at, { timeZone, moment });
  return moment;
}

/**
 * The instant of a local day and time. A time that the clocks skip in March becomes the hour after; one that happens
 * twice in October is the first of the two.
 */
export function instantOf(
  day: Temporal.PlainDate,
  time: Temporal.PlainTime,
  calendar: { timeZone: string },
): Date {
  return new Date(day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: time }).epochMilliseconds);
}

export function isWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return calendar.days.has(day.dayOfWeek) && !calendar.holidays.has(day.toString());
}

/** The working day that comes `count` working days after this day; the day itself is never counted. */
export function workingDayAfter(
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let found = day;
  for (let left = count; left > 0; left--) {
    do found = found.add({ days: 1 });
    while (!isWorkingDay(found, calendar));
  }
  return found;
}

/** Opening hours include the minute of opening and not the minute of closing. */
export function isOpen(at: Date, calendar: WorkingCalendar): boolean {
  const { day, time } = localMoment(at, calendar);
  return isWorkingDay(day, calendar) && !isBefore(time, calendar.opens) && isBefore(time, calendar.closes);
}

/** The next time the doors open, strictly after `at`, also while the hub is open. */
export function nextOpening(at: Date, calendar: WorkingCalendar): Date {
  const { day, time } = localMoment(at, calendar);
  const today = isWorkingDay(day, calendar) && isBefore(time, calendar.opens);
  return instantOf(today ? day : workingDayAfter(day, 1, calendar), calendar.opens, calendar);
}

/** The next close of the hub, strictly after `at`: today's while it is open, else that of the next working day. */
export function nextClosing(at: Date, calendar: WorkingCalendar): Date {
  const { day, time } = localMoment(at, calendar);
  const today = isWorkingDay(day, calendar) && isBefore(time, calendar.closes);
  return instantOf(today ? day : workingDayAfter(day, 1, calendar), calendar.closes, calendar);
}

export function isBefore(a: Temporal.PlainTime, b: Temporal.PlainTime): boolean {
  return Temporal.PlainTime.compare(a, b) < 0;
}
