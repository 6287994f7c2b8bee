import { sql } from "drizzle-orm";
import type { Unit } from "../unit-of-work.ts";

/** Who works on which of these contacts at this moment, by name. */
export async function liveHolders({ tx }: Unit, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select h.contact_id as id, s.name from hold h join staff s on s.id = h.holder_id
    where h.contact_id = any(${sql.param([...ids])}::uuid[]) and h.lease_until > now()`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
