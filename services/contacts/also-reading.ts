import { sql } from "drizzle-orm";
import type { StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";

/** Whoever opened a page of it within this time is taken to be reading it still. */
const readingMinutes = 10;

/** Enough to know whom to speak to. */
const atMost = 4;

/**
 * Who else of the hub has just had a page of this contact open, latest first: a hint, from what is on record of reading
 * anyway. The lease and the version are what keeps two from writing over each other.
 */
export async function alsoReading(unit: Unit, actor: StaffActor, contactId: string): Promise<string[]> {
  const rows = await unit.tx.execute<{ name: string }>(sql`
    select s.name, max(e.at) as last
    from audit_event e join staff s on s.id = e.actor_id
    where e.contact_id = ${contactId} and e.kind = 'contact.viewed' and e.actor_id <> ${actor.id}
      and e.at > ${unit.now.toISOString()}::timestamptz - ${readingMinutes} * interval '1 minute'
      and exists (select from role_grant g where g.staff_id = s.id and g.revoked_at is null
        and g.role::text in ('screener', 'manager', 'out_of_hours', 'on_call_manager'))
    group by s.id order by last desc, s.name limit ${atMost}`);
  return rows.map(({ name }) => name);
}
