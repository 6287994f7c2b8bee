import { and, eq, inArray, notInArray } from "drizzle-orm";
import { strategyAttendance } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { childName } from "#domain/child-name";
import { localInstant } from "#domain/local-time";
import { readStrategyRecord } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { problemsByField } from "../decisions/problems-by-field.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findDiscussion } from "./find-discussion.ts";
import { keepFinding } from "./keep-finding.ts";
import { raiseDiscussion } from "./raise-discussion.ts";

/**
 * Keeps the record of a strategy discussion. With social care, police and health it finds for every child and is locked;
 * without one of them it keeps what protects the children and when it meets again, and its clock runs on.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by field, all problems at once
 */
export async function recordDiscussion(
  context: Context,
  actor: StaffActor,
  input: { id: string; version: number; draft: Readonly<Record<string, unknown>> },
): Promise<{ quorate: boolean }> {
  return unitOfWork(context, actor, async (unit) => {
    const found = await findDiscussion(unit, actor, input.id, "chair-strategy");
    const read = readStrategyRecord(input.draft, {
      organisations: found.attendance.map(({ organisation }) => organisation),
      children: found.children.map(({ work, child }) => ({
        pathwayId: work.id,
        name: childName({ ...child, description: null, unborn: child.dueDate !== null }),
      })),
    });
    if (!read.ok) throw new Invalid(problemsByField(read.problems));
    const record = read.value;
    const heldAt = localInstant(record.meeting.startedOn, record.meeting.startedAt);
    if (heldAt > unit.now) throw new Invalid({ startedOn: "Enter a time that has passed" });
    const { meeting } = record;
    await raiseDiscussion(
      unit,
      found.row,
      input.version,
      record.quorate
        ? { heldAt, lockedAt: unit.now }
        : { meetingAt: localInstant(meeting.reconveneOn, meeting.reconveneAt) },
    );
    await markPresent(unit, found.row.id, record.presentIds);
    for (const noted of record.children) await keepFinding(unit, actor, found, record, noted, heldAt);
    await unit.audit({
      kind: "strategy.recorded",
      contactId: found.contact.id,
      subjectId: found.row.id,
      facts: { quorate: record.quorate },
    });
    return { quorate: record.quorate };
  });
}

async function markPresent({ tx }: Unit, discussionId: string, presentIds: string[]): Promise<void> {
  const of = eq(strategyAttendance.discussionId, discussionId);
  await Promise.all([
    tx
      .update(strategyAttendance)
      .set({ present: true })
      .where(and(of, inArray(strategyAttendance.organisationId, presentIds))),
    tx
      .update(strategyAttendance)
      .set({ present: false })
      .where(and(of, notInArray(strategyAttendance.organisationId, presentIds))),
  ]);
}
