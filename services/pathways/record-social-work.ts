import { eq } from "drizzle-orm";
import { socialWorkReferral } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { may } from "#domain/permissions";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { closePathway } from "./close-pathway.ts";
import type { FoundPathway } from "./find-pathway.ts";
import { loadTeamWorkers } from "./load-caseloads.ts";
import { writeRecord, type Recording } from "./write-record.ts";

const on = ["social_work_referral"] as const;

/** @throws Forbidden for a worker: who has a child, and whether there is an assessment at all, is the manager's to say */
export function asManager(actor: StaffActor, { subject }: FoundPathway): void {
  if (!may(actor, "accept-referral", subject)) throw new Forbidden("The manager of the team does this.");
}

/**
 * Gives the child to a worker of the team, or to another one, with the first visit. A caseload above what the council
 * wants is shown where the worker is chosen, and bars nothing.
 */
export async function recordAllocation(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "allocation", on }, async (unit, recorded) => {
    const { found, row, record, entryId } = recorded;
    asManager(actor, found);
    const workerId = record.workerId === "" ? null : await workerOf(unit, row.teamId, record.workerId);
    await unit.tx
      .update(socialWorkReferral)
      .set({
        ...{ allocatedAt: unit.now, workerId, workerName: workerId === null ? record.worker : null },
        ...(record.need === "" ? {} : { needCode: record.need }),
      })
      .where(eq(socialWorkReferral.pathwayId, row.id));
    await stopClocks(unit, { kind: "allocate", pathwayId: row.id }, entryId);
    if (workerId === null || workerId === actor.id) return;
    await unit.owe({
      ...{ kind: "send-message" as const, subjectId: entryId, recipientId: workerId },
      facts: { message: "child-allocated", to: "staff" },
    });
  });
}

/** Nobody has a child whom the team gave back; the next team finds a worker of its own. */
export async function takeFromWorker(unit: Unit, pathwayId: string, stoppedById: string): Promise<void> {
  await unit.tx
    .update(socialWorkReferral)
    .set({ allocatedAt: null, workerId: null, workerName: null })
    .where(eq(socialWorkReferral.pathwayId, pathwayId));
  await stopClocks(unit, { kind: "allocate", pathwayId }, stoppedById);
}

async function workerOf(unit: Unit, teamId: string | null, workerId: string): Promise<string> {
  const workers = teamId === null ? [] : await loadTeamWorkers(unit, teamId);
  if (!workers.some(({ id }) => id === workerId))
    throw new Invalid({ workerId: "Choose a worker from the list" });
  return workerId;
}

/** Records that the child was seen, by whom, alone or not, and what they said. The first time is the one that counts. */
export async function recordChildSeen(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "child-seen", on }, async (unit, { row, record }) => {
    const seenAt = localInstant(record.seenOn, record.seenAt);
    if (seenAt > unit.now) throw new Invalid({ seenOn: "Enter a time that has passed" });
    const [referral] = await unit.tx
      .select({ childSeenAt: socialWorkReferral.childSeenAt })
      .from(socialWorkReferral)
      .where(eq(socialWorkReferral.pathwayId, row.id));
    const earlier = referral?.childSeenAt ?? null;
    if (earlier !== null && earlier <= seenAt) return;
    await unit.tx
      .update(socialWorkReferral)
      .set({ childSeenAt: seenAt })
      .where(eq(socialWorkReferral.pathwayId, row.id));
  });
}

/** Ends a referral without an assessment, with a reason that the social-work manager signs. */
export async function endWithoutAssessment(
  context: Context,
  actor: StaffActor,
  input: Recording,
): Promise<void> {
  const form = { kind: "ended-without-assessment", on } as const;
  await writeRecord(context, actor, input, form, async (unit, { found, row, entryId }) => {
    asManager(actor, found);
    await unit.tx
      .update(socialWorkReferral)
      .set({ endedWithoutAssessmentAt: unit.now })
      .where(eq(socialWorkReferral.pathwayId, row.id));
    await stopClocks(unit, { pathwayId: row.id }, entryId);
    await closePathway(unit, row, "ended-without-assessment");
  });
}
