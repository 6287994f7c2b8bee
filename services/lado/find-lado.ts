import { eq } from "drizzle-orm";
import { ladoRecord } from "#db/schema/lado";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import type { Unit } from "../unit-of-work.ts";

/**
 * A record of the designated officer with its key.
 * @param lock take the row for writing: two who close it at once then come one after the other
 * @throws NotFound for everybody else, and for one about the reader
 */
export async function findLado(unit: Unit, actor: StaffActor, id: string, lock: boolean) {
  const query = unit.tx.select().from(ladoRecord).where(eq(ladoRecord.id, id));
  const [row] = isId(id) ? await (lock ? query.for("update") : query) : [];
  if (
    !row ||
    !may(actor, "see-lado", { barredStaffIds: row.accusedStaffId === null ? [] : [row.accusedStaffId] })
  )
    throw new NotFound("no such record");
  return { row, key: await readDataKey(unit, "lado", row.id) };
}
