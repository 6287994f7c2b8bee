import { sql } from "drizzle-orm";
import type { Role, StaffActor } from "#domain/actor";
import { isCleared } from "#domain/clearance";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

export type Colleague = { id: string; name: string };

const rolesThatHold = sql`array['screener', 'manager', 'out_of_hours', 'on_call_manager']`;

/** More than work in one hub. */
const atMost = 300;

/** Everybody else who works on contacts, by name. */
export async function listColleagues({ tx }: Unit, actor: StaffActor): Promise<Colleague[]> {
  const rows = await tx.execute<Colleague>(sql`
    select s.id, s.name from staff s join organisation o on o.id = s.organisation_id and o.kind = 'council' and o.active
    where s.active and s.id <> ${actor.id} and exists (select from role_grant g
      where g.staff_id = s.id and g.revoked_at is null and g.role::text = any (${rolesThatHold}))
    order by s.name, s.id limit ${atMost}`);
  return [...rows];
}

/**
 * A colleague who works on contacts and for whom this one exists.
 * @throws Invalid by `to`, with the same words for nobody and for whom it must be kept from
 */
export async function findColleague(
  { tx }: Unit,
  actor: StaffActor,
  { staffId, contact }: { staffId: string; contact: { id: string; clearedOnlySince: Date | null } },
): Promise<Colleague> {
  const [found] = await tx.execute<Colleague & { roles: Role[]; named: boolean }>(sql`
    select s.id, s.name, array_agg(g.role::text) as roles,
      exists (select from contact_clearance n where n.contact_id = ${contact.id} and n.staff_id = s.id
        and n.ended_at is null) as named
    from staff s join organisation o on o.id = s.organisation_id and o.kind = 'council' and o.active
      join role_grant g on g.staff_id = s.id and g.revoked_at is null and g.role::text = any (${rolesThatHold})
    where s.id::text = ${staffId} and s.id <> ${actor.id} and s.active and not exists (select from contact_bar b
      where b.contact_id = ${contact.id} and b.staff_id = s.id and b.ended_at is null)
    group by s.id`);
  if (found && (contact.clearedOnlySince === null || found.named || isCleared(found))) return found;
  throw new Invalid({ to: "Choose who it is handed to" });
}
