import { sql } from "drizzle-orm";
import type { KeptBecause } from "#domain/erasure";
import type { Unit } from "../unit-of-work.ts";

/** Why a contact cannot be erased now; nothing when it can. The database decides, in the same words as it erases. */
export async function keepsContact({ tx, now }: Unit, contactId: string): Promise<KeptBecause[]> {
  const [row] = await tx.execute<{ because: KeptBecause[] }>(
    sql`select to_json(frontdoor_keeps(${contactId}, ${now.toISOString()})) as because`,
  );
  return row?.because ?? [];
}
