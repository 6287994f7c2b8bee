import { Temporal } from "temporal-polyfill";
import { workingMinutesBetween } from "./clocks.ts";
import type { Settings } from "./settings.ts";
import { localMoment, workingDayAfter, type WorkingCalendar } from "./working-calendar.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = "January February March April May June July August September October November December".split(
  " ",
);
const london = { timeZone: "Europe/London" };

const dayName = (day: Temporal.PlainDate) => days[day.dayOfWeek - 1] ?? "";
const monthName = (day: Temporal.PlainDate) => months[day.month - 1] ?? "";

/** "3:40pm", "5pm", "midday", "midnight". */
export function clockTime(time: Temporal.PlainTime): string {
  if (time.minute === 0 && time.hour === 12) return "midday";
  if (time.minute === 0 && time.hour === 0) return "midnight";
  const minutes = time.minute === 0 ? "" : `:${String(time.minute).padStart(2, "0")}`;
  return `${time.hour % 12 || 12}${minutes}${time.hour < 12 ? "am" : "pm"}`;
}

export function timeOfDay(at: Date): string {
  return clockTime(localMoment(at, london).time);
}

function shortDay(day: Temporal.PlainDate, year: boolean): string {
  const date = `${dayName(day).slice(0, 3)} ${day.day} ${monthName(day).slice(0, 3)}`;
  return year ? `${date} ${day.year}` : date;
}

/** "Tue 24 Nov, 3:40pm"; with the year when `now` is given and falls in another one. */
export function dayAndTime(at: Date, now?: Date): string {
  const { day, time } = localMoment(at, london);
  const year = now !== undefined && localMoment(now, london).day.year !== day.year;
  return `${shortDay(day, year)}, ${clockTime(time)}`;
}

/** "today 3:40pm", "tomorrow 9:05am", "yesterday 5pm", else "Tue 24 Nov, 3:40pm". */
export function nearDayAndTime(at: Date, now: Date): string {
  const { day, time } = localMoment(at, london);
  const ahead = localMoment(now, london).day.until(day, { largestUnit: "days" }).days;
  const near = ahead === 0 ? "today" : ahead === 1 ? "tomorrow" : ahead === -1 ? "yesterday" : null;
  return near === null ? dayAndTime(at, now) : `${near} ${clockTime(time)}`;
}

/** "12 March 2022" from an ISO calendar date; what is not a date comes back as it is. */
export function longDate(isoDate: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) return isoDate;
  const [year, month, day] = isoDate.split("-").map(Number);
  const name = months[(month ?? 0) - 1];
  return name === undefined ? isoDate : `${day} ${name} ${year}`;
}

/** "March 2012", of "2012-03". */
export function monthAndYear(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${months[(number ?? 0) - 1] ?? ""} ${year ?? ""}`;
}

/** The local calendar date of an instant, as "2026-11-24". */
export function localDate(at: Date): string {
  return localMoment(at, london).day.toString();
}

/** "2h 10m", "40m", "3h"; never seconds. From two days on, "2 days 4h". */
export function duration(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  const [d, h, m] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  if (d >= 2) return h === 0 ? `${d} days` : `${d} days ${h}h`;
  const hours = d * 24 + h;
  if (hours === 0) return `${m}m`;
  return m === 0 ? `${hours}h` : `${hours}h ${m}m`;
}

/** plain: more than four hours. bold: four hours or less. soon: one hour or less. late: the time has passed. */
export const timeBands = ["plain", "bold", "soon", "late"] as const;
export type TimeBand = (typeof timeBands)[number];

export type TimeLeft = {
  band: TimeBand;
  /** "2h 10m left", "2h 10m of opening time left" or "Late by 40m". */
  words: string;
  /** A tag at the start of the row, or null. */
  tag: "Soon" | "Late" | null;
  /** Working or elapsed minutes as asked; below zero when late. */
  minutes: number;
};

/**
 * How long is left, in words. Time left is opening time, which is what somebody has to work in; time late is always
 * elapsed time, because a child waits through the night too. Where the two differ, between now and a deadline after the
 * next close, the words say which it is. Pass no calendar for a clock that runs on elapsed time.
 */
export function timeLeft(due: Date, now: Date, calendar: WorkingCalendar | null): TimeLeft {
  const elapsed = (due.getTime() - now.getTime()) / 60_000;
  if (elapsed < 0) {
    // "Late by 0m" would read as a mistake: the first minute late counts as one.
    const late = Math.max(1, Math.floor(-elapsed));
    return { band: "late", words: `Late by ${duration(late)}`, tag: "Late", minutes: -late };
  }
  const minutes = calendar === null ? Math.floor(elapsed) : workingMinutesBetween(now, due, calendar);
  const band = minutes > 240 ? "plain" : minutes > 60 ? "bold" : "soon";
  const ahead = calendar === null ? 0 : workingDaysAhead(due, now, calendar);
  const counted = minutes < Math.floor(elapsed) ? `${duration(minutes)} of opening time` : duration(minutes);
  const words = ahead >= 2 ? `${ahead} working days left` : `${counted} left`;
  return { band, words, tag: band === "soon" ? "Soon" : null, minutes };
}

/** Counted up to 60; no clock of the hub is longer. */
function workingDaysAhead(due: Date, now: Date, calendar: WorkingCalendar): number {
  const last = localMoment(due, calendar).day;
  let day = localMoment(now, calendar).day;
  for (let count = 0; count < 60; count++) {
    day = workingDayAfter(day, 1, calendar);
    if (day.since(last).days > 0) return count;
  }
  return 60;
}

/** "Monday to Friday, 8:30am to 5pm", for every page that promises when somebody reads. */
export function openingHoursInWords(hours: Settings["openingHours"]): string {
  const open = [...hours.days].sort((a, b) => a - b);
  const names = open.map((day) => days[day - 1] ?? "");
  const [first, last] = [names[0] ?? "", names.at(-1) ?? ""];
  const inARow = open.every((day, i) => i === 0 || day === (open[i - 1] ?? 0) + 1);
  const when =
    names.length > 2 && inARow
      ? `${first} to ${last}`
      : names.length > 1
        ? `${names.slice(0, -1).join(", ")} and ${last}`
        : first;
  const at = (time: string) => clockTime(Temporal.PlainTime.from(time));
  return `${when}, ${at(hours.opens)} to ${at(hours.closes)}`;
}

/**
 * "3", "3:25" or "11": twelve hours lie between what it can mean. Four digits ("03:25", "11:05") are of the 24-hour
 * clock, in which times are also kept.
 */
export const lacksHalfOfDay = (typed: string): boolean =>
  /^(?:[1-9](?:[:.][0-5]\d)?|1[01])\s*\.?(?:m\.?)?$/i.test(typed.normalize("NFKC").trim());

/**
 * A time as people type it ("3:40pm", "15.40", "3 pm", "midday"); null when it is not one. "3:40" alone is none either:
 * in the night, or at school's end? Nobody is to guess when a child goes home.
 */
export function parseClockTime(typed: string): Temporal.PlainTime | null {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  if (text === "midday" || text === "noon") return new Temporal.PlainTime(12);
  if (text === "midnight") return new Temporal.PlainTime(0);
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?(?:m\.?)?$/.exec(text);
  if (!found || lacksHalfOfDay(text)) return null;
  const half = found[3];
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? "0")];
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return null;
  // A bare "12" or "15" is a number and not yet a time.
  if (!half && found[2] === undefined) return null;
  return new Temporal.PlainTime(half ? (hour % 12) + (half === "p" ? 12 : 0) : hour, minute);
}
