import { randomBytes } from "node:crypto";
import { policeBatch, policeRow } from "#db/schema/police";
import { dataKey } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import { inWords, readNotice, typedNotice, type RowValues } from "#domain/police/notice";
import { newReference } from "#domain/reference";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { forForce, openBatch, type Asking } from "./for-force.ts";
import { sendBatch } from "./send-batch.ts";

/** `key` is of the page that it was typed in: it becomes the batch, so that pressing twice sends once. */
type TypedNotice = { key: string; asking: Asking; typed: RowValues };

/**
 * Sends one notice that came in no file: a batch of one row without headings, which goes the way of every other.
 * @throws NotFound for anybody who is not of a police force; Invalid by field
 */
export async function sendNotice(
  context: Context,
  actor: StaffActor,
  { key: id, asking, typed }: TypedNotice,
): Promise<void> {
  const sentAlready = await forForce(context, actor, async (unit) => {
    const values = typedNotice(typed);
    const { problems } = readNotice(values, localDate(unit.now));
    if (problems.length > 0) throw new Invalid(inWords(problems));
    const { id: uploadedBy, organisationId } = actor;
    const { key, row } = newDataKey(context.keys, "police_batch", id);
    const made = await unit.tx
      .insert(policeBatch)
      .values({
        ...{ id, reference: newReference(randomBytes), organisationId, uploadedBy, receivedAt: unit.now },
        ...{ headings: [], mappedAt: unit.now },
        asking: seal(key, { table: "police_batch", row: id, column: "asking" }, asking),
      })
      .onConflictDoNothing()
      .returning({ id: policeBatch.id });
    if (made.length === 0) return (await openBatch(unit, actor, id)).batch.sentAt !== null;
    await unit.tx.insert(dataKey).values(row);
    const rowId = context.newId();
    const sealed = (column: string, value: unknown) =>
      seal(key, { table: "police_row", row: rowId, column }, value);
    await unit.tx.insert(policeRow).values({
      ...{ id: rowId, batchId: id, number: 1 },
      ...{ cells: sealed("cells", []), mended: sealed("mended", values) },
    });
    await unit.audit({ kind: "police-batch.received", subjectId: id, facts: { rows: 1 } });
    return false;
  });
  if (!sentAlready) await sendBatch(context, actor, id);
}
