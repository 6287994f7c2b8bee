import { Temporal } from "temporal-polyfill";
import type { DangerAnswer } from "./intake.ts";
import type { Rating } from "./rating.ts";
import type { Settings } from "./settings.ts";
import {
  instantOf,
  isBefore,
  isOpen,
  isWorkingDay,
  localMoment,
  nextClosing,
  nextOpening,
  workingDayAfter,
  type WorkingCalendar,
} from "./working-calendar.ts";

/**
 * When a decision is due: one working day from receipt, never paused, never reset. In opening hours that is the same
 * clock time on the next working day; before opening it is the close of that day; at any other time the close of the
 * next working day.
 */
export function decisionDeadline(receivedAt: Date, calendar: WorkingCalendar): Date {
  const { day, time } = localMoment(receivedAt, calendar);
  if (!isWorkingDay(day, calendar))
    return instantOf(workingDayAfter(day, 1, calendar), calendar.closes, calendar);
  if (isBefore(time, calendar.opens)) return instantOf(day, calendar.closes, calendar);
  const next = workingDayAfter(day, 1, calendar);
  return instantOf(next, isBefore(time, calendar.closes) ? time : calendar.closes, calendar);
}

/** The close of the working day that comes `days` working days after the local day of `from`. */
export function addWorkingDays(from: Date, days: number, calendar: WorkingCalendar): Date {
  const { day } = localMoment(from, calendar);
  return instantOf(workingDayAfter(day, days, calendar), calendar.closes, calendar);
}

/** Elapsed hours: an hour is an hour, also in the nights when the clocks change. */
export function addElapsed(from: Date, length: { hours?: number; minutes?: number }): Date {
  const instant = Temporal.Instant.fromEpochMilliseconds(from.getTime());
  return new Date(instant.add(length).epochMilliseconds);
}

/** The last whole minute of the local day that `at` falls on. */
export function endOfLocalDay(at: Date, calendar: { timeZone: string }): Date {
  const { day } = localMoment(at, calendar);
  const midnight = instantOf(day.add({ days: 1 }), new Temporal.PlainTime(), calendar);
  return addElapsed(midnight, { minutes: -1 });
}

/** The moment after `minutes` of opening time have passed since `from`. */
export function addWorkingMinutes(from: Date, minutes: number, calendar: WorkingCalendar): Date {
  let left = minutes * 60_000;
  let start = isOpen(from, calendar) ? from : nextOpening(from, calendar);
  for (;;) {
    const close = nextClosing(start, calendar);
    const open = close.getTime() - start.getTime();
    if (left <= open) return new Date(start.getTime() + left);
    left -= open;
    start = nextOpening(close, calendar);
  }
}

/** Whole minutes of opening time between two moments; 0 when the second is not after the first. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  let total = 0;
  let start = isOpen(from, calendar) ? from : nextOpening(from, calendar);
  while (start.getTime() < to.getTime()) {
    const close = nextClosing(start, calendar);
    total += Math.min(close.getTime(), to.getTime()) - start.getTime();
    start = nextOpening(close, calendar);
  }
  return Math.floor(total / 60_000);
}

/** When what is needed should be gathered, from the moment of rating; null for Blue, which gathers nothing. */
export function bragDeadline(
  rating: Rating,
  ratedAt: Date,
  settings: Pick<Settings, "bragHours">,
  calendar: WorkingCalendar,
): Date | null {
  if (rating === "B") return null;
  const { hours, counting } = settings.bragHours[rating];
  return counting === "elapsed"
    ? addElapsed(ratedAt, { hours })
    : addWorkingMinutes(ratedAt, hours * 60, calendar);
}

/** When a contact should have been rated: urgent facts run on the wall clock, everything else on opening time. */
export function ratingDeadline(
  receivedAt: Date,
  urgent: boolean,
  settings: Pick<Settings, "ratingMinutes">,
  calendar: WorkingCalendar,
): Date {
  return urgent
    ? addElapsed(receivedAt, { minutes: settings.ratingMinutes })
    : addWorkingMinutes(receivedAt, settings.ratingMinutes, calendar);
}

export type UrgencyFacts = {
  rating: Rating | null;
  danger: DangerAnswer;
  senderUnder18: boolean;
  /** The next thing with a time to it, such as home at 3:15pm; null when nothing is known. */
  nextEventAt: Date | null;
};

/** Facts that make a contact urgent whatever the hour, as codes for pages to word. */
export function dangerFacts(
  facts: Pick<UrgencyFacts, "danger" | "senderUnder18">,
): ("danger_yes" | "danger_not_sure" | "sender_under_18")[] {
  return [
    ...(facts.danger === "yes" ? (["danger_yes"] as const) : []),
    ...(facts.danger === "not_sure" ? (["danger_not_sure"] as const) : []),
    ...(facts.senderUnder18 ? (["sender_under_18"] as const) : []),
  ];
}

/**
 * Whether the out-of-hours worker is told at once: the hub is closed, and the contact is Red, in danger or perhaps,
 * from somebody under 18, or something happens (or has happened) before the doors open again.
 */
export function isUrgentOutOfHours(facts: UrgencyFacts, now: Date, calendar: WorkingCalendar): boolean {
  if (isOpen(now, calendar)) return false;
  if (facts.rating === "R" || dangerFacts(facts).length > 0) return true;
  return facts.nextEventAt !== null && facts.nextEventAt.getTime() < nextOpening(now, calendar).getTime();
}

/** When the out-of-hours worker must have acknowledged before the on-call manager is alarmed. */
export function outOfHoursAckDeadline(toldAt: Date, settings: Pick<Settings, "outOfHoursAckMinutes">): Date {
  return addElapsed(toldAt, { minutes: settings.outOfHoursAckMinutes });
}

/** Noon of the first day on which somebody is there to countersign what was decided alone. */
export function countersignDeadline(decidedAt: Date, calendar: WorkingCalendar): Date {
  const { day } = localMoment(nextOpening(decidedAt, calendar), calendar);
  return instantOf(day, new Temporal.PlainTime(12), calendar);
}
