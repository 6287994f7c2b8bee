import { clockTime } from "../time-words.ts";
import { localMoment, type WorkingCalendar } from "../working-calendar.ts";

const long = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "Europe/London",
});

/** "3:40pm on Tuesday 24 November": how a promise to somebody outside is written, day and clock time both. */
export const timeOnDay = (at: Date): string =>
  `${clockTime(localMoment(at, { timeZone: "Europe/London" }).time)} on ${long.format(at).replace(",", "")}`;

/**
 * When a family that asked for help hears from us: on the day by which we decide, while we are open. "on Tuesday 24
 * November, between 8:30am and 5pm".
 */
export const callBackWindow = (decideBy: Date, { opens, closes }: WorkingCalendar): string =>
  `on ${long.format(decideBy).replace(",", "")}, between ${clockTime(opens)} and ${clockTime(closes)}`;

/** "today, before 5pm", "on Tuesday 24 November, between 8:30am and midday": when somebody is called. */
export function callTime({ from, until }: { from: Date; until: Date }, now: Date): string {
  const [start, end, today] = [from, until, now].map((at) => localMoment(at, { timeZone: "Europe/London" }));
  if (!start || !end || !today) throw new Error("three moments");
  const day = start.day.equals(today.day) ? "today" : `on ${long.format(from).replace(",", "")}`;
  if (from <= now) return `${day}, before ${clockTime(end.time)}`;
  return `${day}, between ${clockTime(start.time)} and ${clockTime(end.time)}`;
}
