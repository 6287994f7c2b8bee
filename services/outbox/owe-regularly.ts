import { createHash } from "node:crypto";
import type { JobKind } from "#domain/jobs";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Kinds without facts and without a recipient: work about nobody, done by the clock. */
export type RegularKind = Extract<JobKind, "delete-expired-drafts" | "remind-senders">;

/**
 * Owes a piece of housekeeping once for the period that holds this moment, however many workers ask and however
 * often: the row's subject is made of the kind and the period, and the outbox keeps one row of each.
 */
export async function oweRegularly(
  context: Context,
  work: { kind: RegularKind; everyMinutes: number },
): Promise<void> {
  await unitOfWork(context, { kind: "system", process: "schedule" }, async (unit) => {
    const period = Math.floor(unit.now.getTime() / (work.everyMinutes * 60_000));
    await unit.owe({ kind: work.kind, subjectId: periodId(`${work.kind} ${period}`), facts: {} });
  });
}

/** A UUID (version 8, RFC 9562) that is the same for the same text. */
export function periodId(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
