import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { restrictedKey, restriction } from "#db/schema/restricted";
import { staff } from "#db/schema/directory";
import type { Unit } from "../unit-of-work.ts";
import { lockContacts, type Standing } from "./lock-contacts.ts";
import { adultKey } from "./may-match.ts";

/**
 * While a restriction spreads, no contact arrives and none is compared: either it is here and found now, or it meets the
 * restriction's keys. Those wait for it, for at most a second (db/migrations/0011_restrictions_in_force.sql).
 */
export const holdArrivals = ({ tx }: Unit): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(frontdoor_restrictions())`);

/** What is compared waits for a restriction that spreads, and the other way round. */
export const keepRestrictions = ({ tx }: Unit): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock_shared(frontdoor_restrictions())`);

/**
 * Makes a restriction hold for everything that is known about its person: what they can be found by, and every contact
 * that is or may be about them, whoever has it in hand. To be called again when more is known. Contacts that somebody
 * said are not about them stay as they are.
 * @returns how many contacts were locked by this
 */
export async function spreadRestriction(unit: Unit, standing: Standing): Promise<number> {
  const { tx } = unit;
  const { id, personId, staffId } = standing;
  const theirs = sql`select l.contact_child_id from person_link l
    where l.person_id = ${personId} and l.answer = 'same' and l.ended_at is null and l.contact_child_id is not null`;
  await tx.execute(sql`
    insert into restricted_key (restriction_id, kind, value, contact_child_id)
    select ${id}, k.kind, k.value, k.contact_child_id from match_key k where k.contact_child_id in (${theirs})
    on conflict do nothing`);
  if (staffId !== null) await addAdultKey(unit, id, staffId);
  const isNotThem = (child: SQL) => sql`exists (select from person_link n where n.contact_child_id = ${child}
    and n.person_id = ${personId} and n.answer = 'not_same' and n.ended_at is null)`;
  const about = await tx.execute<{ contact_id: string; theirs: boolean }>(sql`
    select contact_id, bool_or(theirs) as theirs from (
      select c.contact_id, true as theirs from contact_child c where c.id in (${theirs})
      union all select m.contact_id, false from match_candidate m
        where m.earlier_child_id in (${theirs}) and not ${isNotThem(sql`m.contact_child_id`)}
      union all select e.contact_id, false from match_candidate m join contact_child e on e.id = m.earlier_child_id
        where m.contact_child_id in (${theirs}) and not ${isNotThem(sql`m.earlier_child_id`)}) as found
    group by contact_id`);
  const idsOf = (wanted: boolean) =>
    about.filter((row) => row.theirs === wanted).map((row) => row.contact_id);
  const locked = await lockContacts(unit, standing, { theirs: idsOf(true), perhaps: idsOf(false) });
  return locked.length;
}

async function addAdultKey({ tx }: Unit, restrictionId: string, staffId: string): Promise<void> {
  const [person] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId));
  if (person)
    await tx
      .insert(restrictedKey)
      .values({ restrictionId, kind: "adult", value: adultKey(person.name) })
      .onConflictDoNothing();
}

/** The restriction of a person that stands now, as far as it exists for the actor. */
export async function standingRestriction({ tx }: Unit, personId: string): Promise<Standing | null> {
  const [row] = await tx
    .select({ id: restriction.id, personId: restriction.personId, staffId: restriction.staffId })
    .from(restriction)
    .where(and(eq(restriction.personId, personId), isNull(restriction.liftedAt)));
  return row ?? null;
}
