import { eq } from "drizzle-orm";
import { ladoRecord } from "#db/schema/lado";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import type { Unit } from "../unit-of-work.ts";

/**
 * A record of the designated officer, locked for this unit, with its key.
 * @throws NotFound for everybody else, and for one about the reader
 */
export async function findLado(unit: Unit, actor: StaffActor, id: string) {
  const [row] = isId(id)
    ? await unit.tx.select().from(ladoRecord).where(eq(ladoRecord.id, id)).for("update")
    : [];
  if (
    !row ||
    !may(actor, "see-lado", { barredStaffIds: row.accusedStaffId === null ? [] : [row.accusedStaffId] })
  )
    throw new NotFound("no such record");
  return { row, key: await readDataKey(unit, "lado", row.id) };
}
