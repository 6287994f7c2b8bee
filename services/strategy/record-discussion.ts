import type { StaffActor } from "#domain/actor";
import { childName } from "#domain/child-name";
import { addElapsed } from "#domain/clocks";
import { localInstant } from "#domain/local-time";
import { readStrategyRecord } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { problemsByField } from "../decisions/problems-by-field.ts";
import { Invalid } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findDiscussion } from "./find-discussion.ts";
import { startPoliceProtection } from "./discussion-clocks.ts";
import { keepFinding } from "./keep-finding.ts";
import { markPresent } from "./mark-present.ts";
import { nextDiscussion } from "./next-discussion.ts";
import { raiseDiscussion } from "./raise-discussion.ts";

/**
 * Keeps the record of a strategy discussion. With social care, police and health it finds for every child; without one
 * of them it keeps why, what protects the children and when they meet again: that is a discussion of its own.
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
      organisations: found.attendance.map(({ row }) => ({ id: row.organisationId, role: row.role })),
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
    const again = record.quorate ? null : localInstant(meeting.reconveneOn, meeting.reconveneAt);
    if (again !== null) refuseLateReconvening(unit, again);
    const key = await readDataKey(unit, "contact", found.contact.id);
    await raiseDiscussion(unit, found.row, input.version, {
      ...{ heldAt, quorate: record.quorate },
      agreeBy: addElapsed(unit.now, { hours: context.settings.strategyAgreeHours }),
      ...(record.quorate
        ? {}
        : { absentBecause: seal(key, absentPlace(found.row.id), meeting.absentBecause) }),
    });
    await markPresent(unit, key, found, record.present);
    for (const noted of record.children) await keepFinding(unit, actor, found, record, noted, heldAt);
    await startPoliceProtection(unit, found, meeting);
    if (again !== null) await nextDiscussion(unit, found, again);
    await unit.audit({
      kind: "strategy.recorded",
      contactId: found.contact.id,
      subjectId: found.row.id,
      facts: { quorate: record.quorate },
    });
    return { quorate: record.quorate };
  });
}

const absentPlace = (row: string) => ({ table: "strategy_discussion", row, column: "absent_because" });

/** A child whose discussion lacks its core waits for the next one: not for long, and not in the past. */
function refuseLateReconvening({ now, context: { settings } }: Unit, again: Date): void {
  if (again <= now) throw new Invalid({ reconveneOn: "Enter a time that is still to come" });
  const { strategyReconveneHours: hours } = settings;
  if (again > addElapsed(now, { hours }))
    throw new Invalid({ reconveneOn: `Without its core it meets again within ${hours} hours` });
}
