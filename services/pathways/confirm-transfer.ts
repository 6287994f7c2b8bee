import { eq } from "drizzle-orm";
import { caseNotice, transfer } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { closePathway } from "./close-pathway.ts";
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

/** Records that the worker of an open case was told and has acknowledged it. */
export async function acknowledgeCaseNotice(
  context: Context,
  actor: StaffActor,
  input: Recording,
): Promise<void> {
  const form = { kind: "acknowledgement", on: ["case_notice"], withoutOwner: true } as const;
  await writeRecord(context, actor, input, form, async (unit, { row, record, entryId }) => {
    const acknowledgedAt = localInstant(record.acknowledgedOn, record.acknowledgedAt);
    if (acknowledgedAt > unit.now) throw new Invalid({ acknowledgedOn: "Enter a time that has passed" });
    await unit.tx
      .update(caseNotice)
      .set({ acknowledgedBy: actor.id, acknowledgedAt })
      .where(eq(caseNotice.pathwayId, row.id));
    await stopClocks(unit, { pathwayId: row.id }, entryId);
    await closePathway(unit, row, "acknowledged");
  });
}
