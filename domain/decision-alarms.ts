import { addWorkingMinutes } from "./clocks.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** What is said about a decision while its clock runs, from the first to the last. */
export const alarmStages = ["half", "two_hours", "thirty_minutes", "late"] as const;
export type AlarmStage = (typeof alarmStages)[number];

/** A decision that is due no later than `dueBy` is at this stage, or past it. */
export type StageNow = { stage: AlarmStage; dueBy: Date };

/**
 * Which deadlines are at which stage at this moment, the last stage first. Time left is opening time, as pages count it;
 * a decision has one working day, so half of its time is half of one. Whoever asks needs no clock's start, and one look at
 * the calendar answers for every clock.
 */
export function stagesNow(now: Date, calendar: WorkingCalendar): StageNow[] {
  const day = calendar.opens.until(calendar.closes).total({ unit: "minutes" });
  const within = (minutes: number) => addWorkingMinutes(now, minutes, calendar);
  return [
    { stage: "late", dueBy: now },
    { stage: "thirty_minutes", dueBy: within(30) },
    { stage: "two_hours", dueBy: within(120) },
    { stage: "half", dueBy: within(day / 2) },
  ];
}

/** Whom a stage is told: whoever holds it, or the hub where nobody does; the last ones the hub's managers as well. */
export const tellsManagers = (stage: AlarmStage): boolean => stage === "thirty_minutes" || stage === "late";

export const stageWords: Record<AlarmStage, string> = {
  half: "half of the time for the decision is gone",
  two_hours: "the decision is due within two hours",
  thirty_minutes: "the decision is due within thirty minutes",
  late: "the decision is late",
};
