import { and, eq } from "drizzle-orm";
import { policeRow } from "#db/schema/police";
import type { StaffActor } from "#domain/actor";
import { inWords, readNotice, typedNotice, type RowProblem, type RowValues } from "#domain/police/notice";
import { localDate } from "#domain/time-words";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { forForce, openBatch } from "./for-force.ts";
import { loadRows, type LoadedRow } from "./load-rows.ts";

async function findRow(unit: Unit, actor: StaffActor, id: string, rowId: string, lock = false) {
  const { batch, key } = await openBatch(unit, actor, id, lock);
  if (!isId(rowId) || batch.mappedAt === null) throw new NotFound("no such row");
  const found = (await loadRows(unit, batch, key)).find(({ row }) => row.id === rowId);
  if (!found) throw new NotFound("no such row");
  return { batch, key, found };
}

export type RowPage = {
  batchId: string;
  id: string;
  number: number;
  values: RowValues;
  problems: RowProblem[];
  sent: boolean;
};

/** One row with everything that it says, to be mended. @throws NotFound */
export async function readRow(
  context: Context,
  actor: StaffActor,
  id: string,
  rowId: string,
): Promise<RowPage> {
  return forForce(context, actor, async (unit) => {
    const { batch, found } = await findRow(unit, actor, id, rowId);
    await unit.audit({ kind: "police-batch.viewed", subjectId: batch.id, facts: { page: "row" } });
    return pageOf(batch.id, found);
  });
}

const pageOf = (batchId: string, { row, values, problems }: LoadedRow): RowPage => ({
  ...{ batchId, id: row.id, number: row.number, values, problems },
  sent: row.sentAt !== null,
});

/**
 * Mends a row of a batch that was not sent. What was read from the file stays beside it.
 * @throws NotFound; Invalid by field while something is still wrong: nothing of it is kept then
 */
export async function mendRow(
  context: Context,
  actor: StaffActor,
  { id, rowId, typed }: { id: string; rowId: string; typed: RowValues },
): Promise<void> {
  await forForce(context, actor, async (unit) => {
    const { batch, key, found } = await findRow(unit, actor, id, rowId, true);
    if (found.row.sentAt !== null) throw new Invalid({ reference: "This row was sent already" });
    const values = typedNotice(typed);
    const { problems } = readNotice(values, localDate(batch.receivedAt));
    if (problems.length > 0) throw new Invalid(inWords(problems));
    const mended = seal(key, { table: "police_row", row: rowId, column: "mended" }, values);
    const unsent = and(eq(policeRow.id, rowId), eq(policeRow.batchId, batch.id));
    await unit.tx.update(policeRow).set({ mended }).where(unsent);
  });
}
