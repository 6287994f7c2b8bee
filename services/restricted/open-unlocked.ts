import { sql, type SQL } from "drizzle-orm";
import type { Unit } from "../unit-of-work.ts";

/**
 * Ends the locks that `which` says and gives the contacts that nothing else locks back to the hub.
 * @returns the contacts that exist for everybody again
 */
export async function openUnlocked(unit: Unit, which: SQL, endedBy: string): Promise<string[]> {
  const now = unit.now.toISOString();
  const opened = await unit.tx.execute<{ id: string }>(sql`
    with ended as (
      update restricted_contact set ended_at = ${now}, ended_by = ${endedBy}
      where ended_at is null and ${which} returning id, contact_id)
    update contact set cleared_only_since = null
    where id in (select contact_id from ended) and not exists (
      select from restricted_contact still where still.contact_id = contact.id and still.ended_at is null
        and still.id not in (select id from ended))
    returning id`);
  const ids = opened.map(({ id }) => id);
  if (ids.length === 0) return [];
  await unit.tx.execute(sql`update contact_bar set ended_at = ${now}
    where because = 'family' and ended_at is null and contact_id = any(${sql.param(ids)}::uuid[])`);
  await unit.tx.execute(sql`update contact_clearance set ended_at = ${now}, ended_by = ${endedBy}
    where ended_at is null and contact_id = any(${sql.param(ids)}::uuid[])`);
  await unit.audit(...ids.map((contactId) => ({ kind: "contact.unlocked" as const, contactId, facts: {} })));
  return ids;
}
