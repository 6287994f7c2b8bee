import { eq } from "drizzle-orm";
import { socialWorkReferral } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { localDate } from "#domain/time-words";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { closePathway } from "./close-pathway.ts";
import { asManager } from "./record-social-work.ts";
import { giveBack } from "./return-pathway.ts";
import { writeRecord, type Recording } from "./write-record.ts";

const on = ["social_work_referral"] as const;

async function readReferral({ tx }: Unit, pathwayId: string) {
  const [row] = await tx.select().from(socialWorkReferral).where(eq(socialWorkReferral.pathwayId, pathwayId));
  if (!row) throw new Error("a referral without its row");
  return row;
}

/** Records whether the family agrees to be assessed, or why it goes on without. */
export async function recordConsent(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "consent", on }, async (unit, { row, record }) => {
    await unit.tx
      .update(socialWorkReferral)
      .set({ consent: record.answer })
      .where(eq(socialWorkReferral.pathwayId, row.id));
  });
}

/** Records a review point of the assessment: done, or why there was none. Its clock stops either way. */
export async function recordReview(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "review", on }, async (unit, { row, record, entryId }) => {
    await stopClocks(unit, { kind: `${record.which}_review`, pathwayId: row.id }, entryId);
  });
}

/**
 * Records what the assessment found, once the child was seen and the family was asked. Its clocks stop; the work stays
 * open until a manager closes it with a reason.
 */
export async function recordOutcome(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "assessment", on }, async (unit, recorded) => {
    const { row, record, entryId } = recorded;
    const { assessedAt, childSeenAt, consent } = await readReferral(unit, row.id);
    if (assessedAt !== null) throw new Invalid({ "": "The outcome of this assessment is recorded already" });
    if (childSeenAt === null) throw new Invalid({ "": "Record first that the child was seen" });
    if (consent === null)
      throw new Invalid({ "": "Record first whether the family agrees to the assessment, or why not" });
    if (record.finishedOn > localDate(unit.now))
      throw new Invalid({ finishedOn: "Enter a date that has come" });
    await keepOutcome(unit, row.id, { outcome: record.outcome, from: "page", entryId });
  });
}

/** The outcome itself, from a page or from the case-management system. The caller has locked the work. */
export async function keepOutcome(
  unit: Unit,
  pathwayId: string,
  said: {
    outcome: (typeof socialWorkReferral.$inferSelect)["assessmentOutcome"];
    from: "page" | "system";
    entryId: string;
  },
): Promise<void> {
  await unit.tx
    .update(socialWorkReferral)
    .set({ assessedAt: unit.now, assessmentOutcome: said.outcome, outcomeFrom: said.from })
    .where(eq(socialWorkReferral.pathwayId, pathwayId));
  await stopClocks(unit, { pathwayId }, said.entryId);
}

/**
 * Closes an assessed referral with a reason that the manager signs. Stepping down closes nothing here: early help is a
 * decision, so the work goes back to a manager of the hub, whose next decision takes its place with all of its history.
 */
export async function closeReferral(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  await writeRecord(context, actor, input, { kind: "ending", on }, async (unit, recorded) => {
    const { found, row, record, entryId } = recorded;
    asManager(actor, found);
    if ((await readReferral(unit, row.id)).assessedAt === null)
      throw new Invalid({ "": "Record first what the assessment found, or end it without one" });
    if (record.why === "RC9")
      return giveBack(unit, actor, found, {
        ...{ version: row.version + 1, entryId: unit.context.newId() },
        ...{ reason: "step_down", because: record.told },
      });
    await stopClocks(unit, { pathwayId: row.id }, entryId);
    await closePathway(unit, row, "assessed");
  });
}
