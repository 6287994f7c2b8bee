import type { Temporal } from "temporal-polyfill";
import type { WrittenLanguage } from "../intake.ts";
import type { Settings } from "../settings.ts";
import { clockTime, dayAndTime, longDate, openingHoursInWords, timeOfDay } from "../time-words.ts";
import type { WorkingCalendar } from "../working-calendar.ts";
import { callBackWindow, callTime, timeOnDay } from "./promise.ts";
import { moments as pl } from "./pl/moments.ts";

/** How days, times and numbers are written for whoever reads a public page or an email from us. */
type Words = {
  /** 2016-03-04 is "4 March 2016". */
  longDate: (isoDate: string) => string;
  /** A time on the clock, of no day: "3:15pm". */
  clockTime: (time: Temporal.PlainTime) => string;
  timeOfDay: (at: Date) => string;
  dayAndTime: (at: Date) => string;
  timeOnDay: (at: Date) => string;
  callBackWindow: (decideBy: Date, calendar: WorkingCalendar) => string;
  callTime: (call: { from: Date; until: Date }, now: Date) => string;
  openingHours: (hours: Settings["openingHours"]) => string;
  number: (count: number) => string;
};

export const momentWords: Record<WrittenLanguage, Words> = {
  en: {
    ...{ longDate, clockTime, timeOfDay, timeOnDay, callBackWindow, callTime },
    dayAndTime: (at) => dayAndTime(at),
    openingHours: openingHoursInWords,
    number: (count) => count.toLocaleString("en-GB"),
  },
  pl,
};
