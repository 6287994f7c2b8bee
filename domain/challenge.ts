import type { StaffActor } from "./actor.ts";
import { addWorkingDays } from "./clocks.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** What came of a disagreement: the decision stands, or another one replaces it. */
export const challengeOutcomes = ["stands", "changed"] as const;
export type ChallengeOutcome = (typeof challengeOutcomes)[number];

export const challengeOutcomeWords: Record<ChallengeOutcome, string> = {
  stands: "The decision stands",
  changed: "The decision was changed",
};

/** Working days to answer each stage. Each goes to somebody who has not answered before and did not decide. */
const stageDays = [1, 2, 5] as const;
const lastStage = stageDays.length;

/** @param stage from 1 */
export const challengeDue = (stage: number, raisedAt: Date, calendar: WorkingCalendar): Date =>
  addWorkingDays(raisedAt, stageDays[stage - 1] ?? stageDays[lastStage - 1] ?? 5, calendar);

/** The stage that a new disagreement would open; null while one is open, and after the last. */
export function nextStage(before: readonly { stage: number; answeredAt: Date | null }[]): number | null {
  if (before.some(({ answeredAt }) => answeredAt === null)) return null;
  const stage = Math.max(0, ...before.map((one) => one.stage)) + 1;
  return stage > lastStage ? null : stage;
}

/** A manager who neither decided about this contact nor answered about it before. */
export const mayAnswerChallenge = (actor: StaffActor, deciders: readonly string[]): boolean =>
  actor.roles.some((role) => role === "manager" || role === "on_call_manager") &&
  !deciders.includes(actor.id);
