import { and, eq } from "drizzle-orm";
import { policeBatch } from "#db/schema/police";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

export type BatchRow = typeof policeBatch.$inferSelect;

/** Who can be asked about a batch. */
export type Asking = { officer: string; email: string; phone: string | null };

/**
 * Does something for somebody of a police force. To anybody else there are no batches.
 * @throws NotFound
 */
export async function forForce<T>(
  context: Context,
  actor: StaffActor,
  run: (unit: Unit) => Promise<T>,
): Promise<T> {
  if (!may(actor, "send-notices")) throw new NotFound("no batches for them");
  return unitOfWork(context, actor, run);
}

/** A batch of their force, with its key; locked where it will be changed. @throws NotFound */
export async function openBatch(
  unit: Unit,
  actor: StaffActor,
  id: string,
  lock = false,
): Promise<{ batch: BatchRow; key: Buffer; asking: Asking }> {
  if (!isId(id)) throw new NotFound("no such batch");
  const ofTheirs = and(eq(policeBatch.id, id), eq(policeBatch.organisationId, actor.organisationId));
  const query = unit.tx.select().from(policeBatch).where(ofTheirs);
  const [batch] = await (lock ? query.for("update") : query);
  if (!batch) throw new NotFound("no such batch");
  const key = await readDataKey(unit, "police_batch", batch.id);
  const asking = open<Asking>(key, { table: "police_batch", row: batch.id, column: "asking" }, batch.asking);
  return { batch, key, asking };
}
