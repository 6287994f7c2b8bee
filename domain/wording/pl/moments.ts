import type { Temporal } from "temporal-polyfill";
import type { Settings } from "../../settings.ts";
import { localMoment, type WorkingCalendar } from "../../working-calendar.ts";

const london = { timeZone: "Europe/London" };
const longDay = new Intl.DateTimeFormat("pl-PL", {
  weekday: "long",
  day: "numeric",
  month: "long",
  ...london,
});
const shortDay = new Intl.DateTimeFormat("pl-PL", {
  weekday: "short",
  day: "numeric",
  month: "short",
  ...london,
});
const date = new Intl.DateTimeFormat("pl-PL", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const dayNames = ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"];

/** 08:30 is "8:30". */
const hour = (time: string): string => time.replace(/^0/, "");
const clockTime = (time: Temporal.PlainTime): string =>
  `${time.hour}:${String(time.minute).padStart(2, "0")}`;
const timeOfDay = (at: Date): string => clockTime(localMoment(at, london).time);
const dayOf = (at: Date): string => longDay.format(at);

/** Names of days and months as Polish inflects them; sentences put them where no ending changes. */
export const moments = {
  longDate: (isoDate: string): string =>
    /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? date.format(new Date(`${isoDate}T00:00:00Z`)) : isoDate,
  clockTime,
  timeOfDay,
  dayAndTime: (at: Date): string => `${shortDay.format(at)}, ${timeOfDay(at)}`,
  timeOnDay: (at: Date): string => `${dayOf(at)}, ${timeOfDay(at)}`,
  callBackWindow: (decideBy: Date, { opens, closes }: WorkingCalendar): string =>
    `${dayOf(decideBy)}, między ${hour(opens.toString().slice(0, 5))} a ${hour(closes.toString().slice(0, 5))}`,
  callTime: ({ from, until }: { from: Date; until: Date }, now: Date): string => {
    const isToday = localMoment(from, london).day.equals(localMoment(now, london).day);
    const day = isToday ? "dzisiaj" : dayOf(from);
    return from <= now
      ? `${day}, przed ${timeOfDay(until)}`
      : `${day}, między ${timeOfDay(from)} a ${timeOfDay(until)}`;
  },
  openingHours: ({ days, opens, closes }: Settings["openingHours"]): string => {
    const open = [...days].sort((a, b) => a - b);
    const names = open.map((day) => dayNames[day - 1] ?? "");
    const inARow = open.every((day, i) => i === 0 || day === (open[i - 1] ?? 0) + 1);
    const when = names.length > 2 && inARow ? `${names[0] ?? ""}–${names.at(-1) ?? ""}` : names.join(", ");
    return `${when}, ${hour(opens)}–${hour(closes)}`;
  },
  number: (count: number): string => count.toLocaleString("pl-PL"),
};
