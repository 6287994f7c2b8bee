import { nearDayAndTime, timeLeft, type TimeLeft } from "./time-words.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** A deadline as a page shows it: words first, then how much of its time is gone. */
export type ClockFace = {
  dueAt: Date;
  /** "today 3:40pm" */
  by: string;
  left: TimeLeft;
  /** Sixths of the time that are gone, 0 to 6: finer than that nobody sees. */
  spent: number;
};

/** @param calendar null for a clock that runs on elapsed time */
export function clockFace(
  clock: { startedAt: Date; dueAt: Date },
  now: Date,
  calendar: WorkingCalendar | null,
): ClockFace {
  const { startedAt, dueAt } = clock;
  const gone = (now.getTime() - startedAt.getTime()) / Math.max(1, dueAt.getTime() - startedAt.getTime());
  return {
    dueAt,
    by: nearDayAndTime(dueAt, now),
    left: timeLeft(dueAt, now, calendar),
    spent: Math.min(6, Math.max(0, Math.round(gone * 6))),
  };
}
