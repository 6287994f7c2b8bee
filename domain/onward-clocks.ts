import { addElapsed, addWorkingDays, addWorkingMinutes, endOfLocalDay } from "./clocks.ts";
import type { Urgency } from "./decision-fields.ts";
import type { Rating } from "./rating.ts";
import type { Settings } from "./settings.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** Deadlines that start with a decision or later. Each has its own start; none of them moves the decision clock. */

/**
 * By when a strategy discussion is held, as soon as whoever called it said. "Today" ends with the local day, but asks
 * nobody to be there sooner than "now" would.
 */
export function strategyDeadline(
  decidedAt: Date,
  urgency: Urgency,
  settings: Pick<Settings, "strategyNowMinutes" | "strategyWithinHours" | "timeZone">,
): Date {
  const now = addElapsed(decidedAt, { minutes: settings.strategyNowMinutes });
  if (urgency === "now") return now;
  if (urgency === "within_24_hours") return addElapsed(decidedAt, { hours: settings.strategyWithinHours });
  const evening = endOfLocalDay(decidedAt, settings);
  return evening.getTime() < now.getTime() ? now : evening;
}

export function assessmentDeadline(
  referredAt: Date,
  settings: Pick<Settings, "assessmentWorkingDays">,
  calendar: WorkingCalendar,
): Date {
  return addWorkingDays(referredAt, settings.assessmentWorkingDays, calendar);
}

/** When an assessment is looked at on its way; never after it is to be finished. */
export function assessmentReviewDeadline(
  referredAt: Date,
  which: "first" | "second",
  settings: Pick<
    Settings,
    "assessmentFirstReviewWorkingDays" | "assessmentSecondReviewWorkingDays" | "assessmentWorkingDays"
  >,
  calendar: WorkingCalendar,
): Date {
  const days =
    which === "first"
      ? settings.assessmentFirstReviewWorkingDays
      : settings.assessmentSecondReviewWorkingDays;
  return addWorkingDays(referredAt, Math.min(days, settings.assessmentWorkingDays), calendar);
}

/**
 * When the child protection conference is due: counted from the discussion that started section 47. Pass every
 * discussion's start and what it decided; a later one never moves the date. Null while none has started section 47.
 */
export function conferenceDeadline(
  discussions: readonly { heldAt: Date; startedSection47: boolean }[],
  settings: Pick<Settings, "conferenceWorkingDays">,
  calendar: WorkingCalendar,
): Date | null {
  const starts = discussions.filter((one) => one.startedSection47).map((one) => one.heldAt.getTime());
  if (starts.length === 0) return null;
  return addWorkingDays(new Date(Math.min(...starts)), settings.conferenceWorkingDays, calendar);
}

export function childSeenDeadline(
  startedAt: Date,
  kind: "section_47" | "section_17",
  settings: Pick<Settings, "childSeenSection47Hours" | "childSeenSection17WorkingDays">,
  calendar: WorkingCalendar,
): Date {
  return kind === "section_47"
    ? addElapsed(startedAt, { hours: settings.childSeenSection47Hours })
    : addWorkingDays(startedAt, settings.childSeenSection17WorkingDays, calendar);
}

/** Hours that the police may keep a child safe for, by law (Children Act 1989, section 46). Not a setting. */
const policeProtectionHours = 72;

export function policeProtectionEnds(takenAt: Date): Date {
  return addElapsed(takenAt, { hours: policeProtectionHours });
}

export function cafFirstContactDeadline(
  decidedAt: Date,
  settings: Pick<Settings, "cafFirstContactWorkingDays">,
  calendar: WorkingCalendar,
): Date {
  return addWorkingDays(decidedAt, settings.cafFirstContactWorkingDays, calendar);
}

/** When a social-work team must have accepted, or declined on routing. */
export function acceptReferralDeadline(
  decidedAt: Date,
  settings: Pick<Settings, "acceptReferralWorkingHours">,
  calendar: WorkingCalendar,
): Date {
  return addWorkingMinutes(decidedAt, settings.acceptReferralWorkingHours * 60, calendar);
}

/** When a child whom a team has accepted must have a worker. */
export function allocateDeadline(
  acceptedAt: Date,
  settings: Pick<Settings, "allocateWorkingHours">,
  calendar: WorkingCalendar,
): Date {
  return addWorkingMinutes(acceptedAt, settings.allocateWorkingHours * 60, calendar);
}

/** When an unconfirmed transfer is raised with the manager. */
export function transferReceiptDeadline(
  sentAt: Date,
  settings: Pick<Settings, "transferReceiptWorkingHours">,
  calendar: WorkingCalendar,
): Date {
  return addWorkingMinutes(sentAt, settings.transferReceiptWorkingHours * 60, calendar);
}

/** When the allocated worker must have acknowledged: Red on the wall clock, everything else in opening time. */
export function caseNoticeDeadline(
  toldAt: Date,
  rating: Rating | null,
  settings: Pick<Settings, "openCaseAcknowledgeMinutes">,
  calendar: WorkingCalendar,
): Date {
  const minutes = settings.openCaseAcknowledgeMinutes;
  return rating === "R" ? addElapsed(toldAt, { minutes }) : addWorkingMinutes(toldAt, minutes, calendar);
}

/** When somebody asks whether the help that was handed over has begun. Whole weeks: a clock change moves nothing. */
export function startCheckDue(
  handedOverAt: Date,
  { cafStartCheckWeeks }: Pick<Settings, "cafStartCheckWeeks">,
): Date {
  return addElapsed(handedOverAt, { hours: cafStartCheckWeeks * 7 * 24 });
}
