import { isOpen, type WorkingCalendar } from "#domain/working-calendar";

const stepMs = 5 * 60_000;
/** Enough for seven working days of any opening hours, bank holidays at Christmas among them. */
const daysBack = 16;

/**
 * Moments counted back from now in time that the hub was open: a demonstration that is started at night or on a Sunday
 * has the same week behind it as one that is started at noon.
 * @returns the moment when `minutes` of opening time (to the nearest five) were still to pass until now
 */
export function openTimeBefore(now: Date, calendar: WorkingCalendar): (minutes: number) => Date {
  const open: Date[] = [];
  for (let at = now.getTime() - stepMs, end = now.getTime() - daysBack * 86_400_000; at > end; at -= stepMs) {
    const moment = new Date(at);
    if (isOpen(moment, calendar)) open.push(moment);
  }
  return (minutes) => {
    const found = open[Math.max(0, Math.round((minutes * 60_000) / stepMs) - 1)] ?? open.at(-1);
    if (!found) throw new Error("the hub was never open");
    return found;
  };
}
