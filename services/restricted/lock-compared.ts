import { sql } from "drizzle-orm";
import type { Unit } from "../unit-of-work.ts";
import { lockContacts } from "./lock-contacts.ts";

/**
 * Locks a contact whose children turned out to be like a restricted one when they were compared: its person was
 * restricted after it arrived. Called before the comparison is kept.
 * @param earlierChildIds the children of other contacts that it is like
 */
export async function lockCompared(
  unit: Unit,
  contactId: string,
  earlierChildIds: readonly string[],
): Promise<boolean> {
  if (earlierChildIds.length === 0) return false;
  const restrictions = await unit.tx.execute<{ id: string; staff_id: string | null }>(sql`
    select distinct r.id, r.staff_id from restricted_key k join restriction r on r.id = k.restriction_id
    where r.lifted_at is null and k.contact_child_id = any(${sql.param([...earlierChildIds])}::uuid[])`);
  let locked = 0;
  for (const { id, staff_id: staffId } of restrictions)
    locked += (await lockContacts(unit, { id, staffId }, { theirs: [], perhaps: [contactId] })).length;
  return locked > 0;
}
