import { lte, sql } from "drizzle-orm";
import { pace } from "#db/schema/directory";
import type { Unit } from "../unit-of-work.ts";

/** Deletes kept forms past their time with their keys, and what is known of sources that are not ahead of their pace. */
export async function deleteExpiredForms(unit: Unit): Promise<void> {
  await unit.tx.execute(sql`select delete_expired_kept_forms(${unit.now.toISOString()})`);
  await unit.tx.delete(pace).where(lte(pace.clearAt, unit.now));
}
