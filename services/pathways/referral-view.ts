import type { StaffActor } from "#domain/actor";
import type { AssessmentOutcome } from "#domain/assessment";
import { complexityOf } from "#domain/caseload";
import { ageInYears } from "#domain/children-on-decision";
import type { Level } from "#domain/outcome";
import { localDate } from "#domain/time-words";
import type { Unit } from "../unit-of-work.ts";
import type { LoadedRow } from "./load-rows.ts";

/** Whom a social-work team gave a child to. */
export type GivenTo = { name: string; mine: boolean; since: Date };

/** How an assessment ended, and whether a person said so here or the case-management system did. */
export type Assessed = { at: Date; outcome: AssessmentOutcome; from: "page" | "system" };

export function assessedIn(referral: LoadedRow["referral"]): Assessed | null {
  const { assessedAt, outcome, outcomeFrom } = referral ?? {};
  return assessedAt && outcome ? { at: assessedAt, outcome, from: outcomeFrom ?? "page" } : null;
}

/** The worker of a row, where the team has given the child to one. */
export function workerOf(actor: StaffActor, referral: LoadedRow["referral"]): GivenTo | null {
  if (referral === null || referral.allocatedAt === null) return null;
  const { workerId, workerName, allocatedAt } = referral;
  return { name: workerName ?? "Somebody", mine: workerId === actor.id, since: allocatedAt };
}

/** Why the child of a row counts as complex, in words. */
export function complexIn(
  unit: Unit,
  { child, contact, level, referral }: LoadedRow,
  unborn: boolean,
): string[] {
  const born = child.dateOfBirth;
  const age = born === null ? child.estimatedAge : ageInYears(born, localDate(unit.now));
  return complexityOf({
    ...{ rating: contact.rating, level: level as Level, age: unborn ? -1 : age },
    needCode: referral?.needCode ?? null,
  });
}
