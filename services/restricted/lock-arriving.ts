import { sql } from "drizzle-orm";
import { contactBar } from "#db/schema/restricted";
import type { AuditEvent } from "#domain/audit";
import { oweHub } from "../mail/owe-hub.ts";
import type { Unit } from "../unit-of-work.ts";
import type { MayMatch } from "./may-match.ts";

/**
 * Locks a contact in the moment in which it is sent: its clock runs as every other's. The same two statements whether
 * there is something to lock or not, and managers are told by the work that every contact owes, because a sender who
 * measures how long sending takes must learn nothing: with statements of their own, locked contacts took a millisecond
 * more, which was the longer time in 57 % of pairs.
 */
export async function lockArriving(
  unit: Unit,
  contactId: string,
  mayMatch: readonly MayMatch[],
): Promise<void> {
  const restrictions = [...new Set(mayMatch.map(({ restrictionId }) => restrictionId))];
  const barred = [...new Set(mayMatch.flatMap(({ staffId }) => (staffId === null ? [] : [staffId])))];
  const uuids = (list: readonly (string | null)[]) => sql`${sql.param([...list])}::uuid[]`;
  const since = unit.now.toISOString();
  await Promise.all([
    unit.tx.execute(sql`insert into restricted_contact (id, contact_id, restriction_id, since)
      select id, ${contactId}, restriction_id, ${since}
      from unnest(${uuids(restrictions.map(() => unit.context.newId()))}, ${uuids(restrictions)}) as lock (id, restriction_id)`),
    unit.tx.execute(sql`insert into contact_bar (contact_id, staff_id, because, since)
      select ${contactId}, staff_id, 'family', ${since} from unnest(${uuids(barred)}) as barred (staff_id)`),
  ]);
}

/** What the audit trail keeps of it. */
export function lockedOnArrival(
  unit: Unit,
  contactId: string,
  mayMatch: readonly MayMatch[],
): Extract<AuditEvent, { kind: "contact.locked" }>[] {
  if (mayMatch.length === 0) return [];
  const compared = mayMatch.every(({ restrictionId }) => restrictionId !== null);
  if (!compared)
    unit.context.log.error({ contactId }, "a contact could not be compared with restricted people");
  return [{ kind: "contact.locked", contactId, facts: { because: compared ? "may-match" : "not-compared" } }];
}

/** Managers hear of a contact that is locked, but for whose family it may be about. Of an urgent one they heard. */
export async function tellOfLocked(unit: Unit, contactId: string): Promise<void> {
  const [lock] = await unit.tx.execute<{ id: string }>(sql`
    select id from restricted_contact
    where contact_id = ${contactId} and ended_at is null
      and exists (select from clock where clock.contact_id = ${contactId} and kind = 'decision' and stopped_at is null)
      and not exists (select from outbox
        where kind = 'send-message' and subject_id = ${contactId} and facts->>'message' = 'red-contact')
    order by id limit 1`);
  if (lock) await oweHub(unit, "contact-for-manager", lock.id);
}

/** That these people must never know of a contact, because it is about their family or accuses them. */
export async function barContact(
  unit: Unit,
  contactId: string,
  staffIds: readonly string[],
  because: "family" | "accused" = "family",
): Promise<void> {
  if (staffIds.length === 0) return;
  await unit.tx
    .insert(contactBar)
    .values(staffIds.map((staffId) => ({ contactId, staffId, because, since: unit.now })))
    .onConflictDoNothing();
}
