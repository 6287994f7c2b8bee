import { clockTime } from "../time-words.ts";
import { localMoment } from "../working-calendar.ts";

const long = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "Europe/London",
});

/** "3:40pm on Tuesday 24 November": how a promise to somebody outside is written, day and clock time both. */
export const timeOnDay = (at: Date): string =>
  `${clockTime(localMoment(at, { timeZone: "Europe/London" }).time)} on ${long.format(at).replace(",", "")}`;
