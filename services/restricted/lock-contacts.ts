import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import { contact } from "#db/schema/intake";
import { contactBar, restrictedContact } from "#db/schema/restricted";
import { roles } from "#domain/actor";
import { isCleared } from "#domain/clearance";
import { oweHub } from "../mail/owe-hub.ts";
import type { Unit } from "../unit-of-work.ts";
import { barContact } from "./lock-arriving.ts";

export type Standing = { id: string; personId: string; staffId: string | null };

/** Contacts that are about a restricted person, because somebody said so, and those that may be. */
export type About = { theirs: readonly string[]; perhaps: readonly string[] };

const cleared = roles.filter((role) => isCleared({ roles: [role] }));

/**
 * Locks contacts that are here already, whoever has them in hand. One that somebody opened again, because it is not about
 * this person, stays open unless it turns out to be theirs.
 * @returns the contacts that this locked
 */
export async function lockContacts(
  unit: Unit,
  { id: restrictionId, staffId }: Pick<Standing, "id" | "staffId">,
  { theirs, perhaps }: About,
): Promise<string[]> {
  const ids = [...new Set([...theirs, ...perhaps])];
  if (ids.length === 0) return [];
  const rows = ids.map((contactId) => ({
    id: unit.context.newId(),
    ...{ contactId, restrictionId, since: unit.now },
  }));
  const written = await unit.tx
    .insert(restrictedContact)
    .values(rows)
    .onConflictDoUpdate({
      target: [restrictedContact.contactId, restrictedContact.restrictionId],
      set: { endedAt: null, endedBy: null, endReason: null, since: unit.now },
      setWhere: sql`${restrictedContact.endedAt} is not null
        and ${restrictedContact.contactId} = any(${sql.param([...theirs])}::uuid[])`,
    })
    .returning({ id: restrictedContact.id, contactId: restrictedContact.contactId });
  const locked = written.map(({ contactId }) => contactId);
  if (locked.length === 0) return [];
  await unit.tx
    .update(contact)
    .set({ clearedOnlySince: sql`coalesce(${contact.clearedOnlySince}, ${unit.now.toISOString()})` })
    .where(inArray(contact.id, locked));
  await takeFrom(unit, locked, staffId);
  await tellWhoDecides(unit, written);
  if (staffId !== null) await barFromAll(unit, locked, staffId);
  await unit.audit(
    ...locked.map((contactId) => ({
      kind: "contact.locked" as const,
      contactId,
      facts: { because: theirs.includes(contactId) ? ("is-restricted" as const) : ("may-match" as const) },
    })),
  );
  return locked;
}

/** Also from one that they could see again for a while. */
async function barFromAll(unit: Unit, contactIds: readonly string[], staffId: string): Promise<void> {
  for (const contactId of contactIds) await barContact(unit, contactId, [staffId]);
  await unit.tx
    .update(contactBar)
    .set({ endedAt: null })
    .where(and(inArray(contactBar.contactId, [...contactIds]), eq(contactBar.staffId, staffId)));
}

/** Whoever may no longer know of a contact cannot go on holding it; a manager has to take it. */
async function takeFrom(unit: Unit, locked: readonly string[], staffId: string | null): Promise<void> {
  const freed = await unit.tx.execute<{ contact_id: string }>(sql`
    update hold set holder_id = null, taken_at = null, lease_until = null, has_notes = false, version = version + 1
    where contact_id = any(${sql.param([...locked])}::uuid[]) and holder_id is not null
      and (holder_id = ${staffId} or not exists (
        select from role_grant g where g.staff_id = holder_id and g.revoked_at is null
          and g.role::text = any(${sql.param(cleared)}::text[])))
    returning contact_id`);
  await unit.audit(
    ...freed.map(({ contact_id: contactId }) => ({
      kind: "contact.released" as const,
      contactId,
      facts: { how: "locked" as const },
    })),
  );
}

/** Somebody who may know of them has to take up what is not decided. */
async function tellWhoDecides(
  unit: Unit,
  locks: readonly { id: string; contactId: string }[],
): Promise<void> {
  const undecided = await unit.tx
    .selectDistinct({ contactId: clock.contactId })
    .from(clock)
    .where(
      and(
        inArray(
          clock.contactId,
          locks.map(({ contactId }) => contactId),
        ),
        eq(clock.kind, "decision"),
        isNull(clock.stoppedAt),
      ),
    );
  const waiting = undecided.map(({ contactId }) => contactId);
  // About the lock and not the contact, so that the outbox does not take it for an earlier knock about that.
  const about = locks.filter(({ contactId }) => waiting.includes(contactId)).map(({ id }) => id);
  await oweHub(unit, "contact-for-manager", ...about);
}
