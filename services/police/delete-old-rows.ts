import { sql } from "drizzle-orm";
import { batchDaysKept } from "#domain/police/limits";
import { addElapsed } from "#domain/clocks";
import type { Unit } from "../unit-of-work.ts";

/** Deletes what files of police notices said after their time. The database's own function does it. */
export async function deleteOldPoliceRows(unit: Unit): Promise<void> {
  const before = addElapsed(unit.now, { hours: -24 * batchDaysKept }).toISOString();
  await unit.tx.execute(sql`select delete_old_police_rows(${before}::timestamptz)`);
}
