import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { insertRows } from "#db/insert-rows";
import { policeBatch, policeMap, policeRow } from "#db/schema/police";
import { dataKey } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import { isKnownMap, type ColumnMap } from "#domain/police/fields";
import { fileProblems } from "#domain/police/limits";
import { newReference } from "#domain/reference";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { refuseTooMany } from "./files-today.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { readPoliceFile } from "./files/read-file.ts";
import { UnreadableFile, type Sheet } from "./files/sheet.ts";
import { forForce, type Asking } from "./for-force.ts";

/** Rows that go to the database in one statement. */
const rowsAtOnce = 200;

/**
 * Takes in a file of notices as it arrived: from this moment the clocks of what is in it count, whenever somebody goes on
 * with it. Nothing is sent yet.
 * @throws NotFound for anybody who is not of a police force; Invalid by `file` with what to do about it, also where it is
 *   one more than an officer may upload in a day
 */
export async function receiveBatch(
  context: Context,
  actor: StaffActor,
  { bytes, asking }: { bytes: Buffer; asking: Asking },
): Promise<{ id: string; rows: number; columnsKnown: boolean }> {
  const receivedAt = context.now();
  await forForce(context, actor, (unit) => refuseTooMany(unit, actor));
  const sheet = await readPoliceFile(bytes).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new Invalid({ file: fileProblems[error.problem] }) : error;
  });
  return forForce(context, actor, async (unit) => {
    await refuseTooMany(unit, actor);
    const id = await keepBatch(unit, actor, { sheet, asking, receivedAt });
    const saved = await readMap(unit, actor.organisationId);
    const columnsKnown = isKnownMap(sheet.headings, saved);
    if (columnsKnown)
      await unit.tx.update(policeBatch).set({ mappedAt: unit.now }).where(eq(policeBatch.id, id));
    return { id, rows: sheet.rows.length, columnsKnown };
  });
}

/** What the columns of a force's export mean, as somebody there said before; null when nobody has. */
export async function readMap({ tx }: Unit, organisationId: string): Promise<ColumnMap | null> {
  const [saved] = await tx
    .select({ columns: policeMap.columns })
    .from(policeMap)
    .where(eq(policeMap.organisationId, organisationId));
  return saved?.columns ?? null;
}

async function keepBatch(
  unit: Unit,
  { id: uploadedBy, organisationId }: StaffActor,
  { sheet, asking, receivedAt }: { sheet: Sheet; asking: Asking; receivedAt: Date },
): Promise<string> {
  const { tx, context } = unit;
  const id = context.newId();
  const { key, row } = newDataKey(context.keys, "police_batch", id);
  await insertRows(tx, dataKey, [row]);
  await tx.insert(policeBatch).values({
    ...{ id, reference: newReference(randomBytes), organisationId, uploadedBy, receivedAt },
    headings: sheet.headings,
    asking: seal(key, { table: "police_batch", row: id, column: "asking" }, asking),
  });
  const rows = sheet.rows.map((cells, at) => {
    const rowId = context.newId();
    const place = { table: "police_row", row: rowId, column: "cells" };
    // As it is numbered where it came from: the headings are the first.
    return { id: rowId, batchId: id, number: at + 2, cells: seal(key, place, cells) };
  });
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await insertRows(tx, policeRow, rows.slice(at, at + rowsAtOnce));
  await unit.audit({ kind: "police-batch.received", subjectId: id, facts: { rows: rows.length } });
  return id;
}
