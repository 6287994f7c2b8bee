import { sql } from "drizzle-orm";
import type { Unit } from "../unit-of-work.ts";

/** Deletes drafts past their time with their keys. The database's own function does it: the application may not. */
export async function deleteExpiredDrafts(unit: Unit): Promise<number> {
  const [row] = await unit.tx.execute<{ gone: number }>(
    sql`select delete_expired_drafts(${unit.now.toISOString()}) as gone`,
  );
  return row?.gone ?? 0;
}
