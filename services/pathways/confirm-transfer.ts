import { eq } from "drizzle-orm";
import { caseNotice, transfer } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { closePathway } from "./close-pathway.ts";
import { giveBack } from "./return-pathway.ts";
import { writeRecord, type Recording } from "./write-record.ts";

/** Records who in the other authority confirmed that they have it. Until then the child is ours. */
export async function confirmTransfer(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  const form = { kind: "receipt", on: ["transfer"], withoutOwner: true } as const;
  await writeRecord(context, actor, input, form, async (unit, { row, record, entryId }) => {
    const receiptConfirmedAt = localInstant(record.receivedOn, record.receivedAt);
    if (receiptConfirmedAt > unit.now) throw new Invalid({ receivedOn: "Enter a time that has passed" });
    await unit.tx.update(transfer).set({ receiptConfirmedAt }).where(eq(transfer.pathwayId, row.id));
    await stopClocks(unit, { pathwayId: row.id }, entryId);
    await closePathway(unit, row, "receipt-confirmed");
  });
}

/**
 * Records that the other authority does not take the child. The child stays ours, the clock of the receipt runs on, and
 * a manager decides again.
 */
export async function refuseTransfer(context: Context, actor: StaffActor, input: Recording): Promise<void> {
  const form = { kind: "refusal", on: ["transfer"], withoutOwner: true } as const;
  await writeRecord(context, actor, input, form, async (unit, { found, row, record }) => {
    const refusedAt = localInstant(record.refusedOn, record.refusedAt);
    if (refusedAt > unit.now) throw new Invalid({ refusedOn: "Enter a time that has passed" });
    await giveBack(unit, actor, found, {
      ...{ version: row.version + 1, entryId: unit.context.newId() },
      ...{ reason: "refused_there", because: record.because },
    });
  });
}

/**
 * Records that the worker of an open case was told and has acknowledged it, or who acts while they are away. One that
 * needs a strategy discussion now goes back to a manager in the same moment: only a decision calls one.
 */
export async function acknowledgeCaseNotice(
  context: Context,
  actor: StaffActor,
  input: Recording,
): Promise<void> {
  const form = { kind: "acknowledgement", on: ["case_notice"], withoutOwner: true } as const;
  await writeRecord(context, actor, input, form, async (unit, { found, row, record, entryId }) => {
    const acknowledgedAt = localInstant(record.acknowledgedOn, record.acknowledgedAt);
    if (acknowledgedAt > unit.now) throw new Invalid({ acknowledgedOn: "Enter a time that has passed" });
    await unit.tx
      .update(caseNotice)
      .set({ acknowledgedBy: actor.id, acknowledgedAt })
      .where(eq(caseNotice.pathwayId, row.id));
    if (record.strategyNow === "yes")
      return giveBack(unit, actor, found, {
        ...{ version: row.version + 1, entryId: unit.context.newId() },
        ...{ reason: "strategy_needed", because: record.next },
      });
    await stopClocks(unit, { pathwayId: row.id }, entryId);
    await closePathway(unit, row, "acknowledged");
  });
}
