import { eq, sql } from "drizzle-orm";
import { person } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import { keptWords, type ErasureGround } from "#domain/erasure";
import { formatReference } from "#domain/reference";
import type { Context } from "../context.ts";
import { Erased, Invalid, NotFound } from "../errors.ts";
import { propose } from "../two-people/propose.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findRecord } from "./find-record.ts";
import { keepsContact } from "./keeps.ts";

type Asked = { reference: string; ground: ErasureGround; reason: string };

/**
 * Asks for a contact to be erased. A second person does it.
 * @throws Invalid by `ground` when something keeps it, by `reason` without one
 */
export async function askToEraseContact(context: Context, actor: StaffActor, asked: Asked): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findRecord(unit, actor, asked.reference, true);
    if (row.erasedAt !== null) throw new Erased(row.erasedAt, row.erasedGround);
    const [kept] = await keepsContact(unit, row.id);
    if (kept) throw new Invalid({ ground: `It cannot be erased. ${keptWords[kept]}` });
    const { ground, reason } = asked;
    const about = { subjectId: row.id, contactId: row.id };
    await propose(unit, actor, { kind: "erase-contact", ...about, facts: { ground }, reason });
  });
}

/**
 * Asks for a person and every contact about them to be erased. What one sender said about several children is sealed
 * together, so a contact that is about somebody else too is no part of it: it has to be erased, or kept, by itself.
 */
export async function askToErasePerson(
  context: Context,
  actor: StaffActor,
  asked: Asked & { personId: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findRecord(unit, actor, asked.reference, true);
    const theirs = await contactsOf(unit, asked.personId);
    if (!theirs.some(({ id }) => id === row.id)) throw new NotFound("nobody of this contact");
    await refuseWhatIsKept(unit, asked.personId, theirs);
    const { ground, reason, personId } = asked;
    const about = { subjectId: personId, contactId: row.id };
    await propose(unit, actor, { kind: "erase-person", ...about, facts: { ground }, reason });
  });
}

export type ContactOfPerson = { id: string; reference: string; erased: boolean; alsoAboutOthers: boolean };

/** The contacts that a person was said to be in, whoever may know of them, oldest first. */
export async function contactsOf({ tx }: Unit, personId: string): Promise<ContactOfPerson[]> {
  const rows = await tx.execute<{ id: string; reference: string; erased: boolean; others: boolean }>(sql`
    select c.id, c.reference, c.erased_at is not null as erased,
      exists (select from contact_child other where other.contact_id = c.id and not exists (
        select from person_link l where l.contact_child_id = other.id and l.person_id = ${personId}
          and l.answer = 'same' and l.ended_at is null)) as others
    from contact c where c.id in (
      select coalesce(ch.contact_id, a.contact_id) from person_link l
      left join contact_child ch on ch.id = l.contact_child_id left join contact_adult a on a.id = l.contact_adult_id
      where l.person_id = ${personId} and l.answer = 'same' and l.ended_at is null)
    order by c.id`);
  return rows.map(({ others, ...row }) => ({ ...row, alsoAboutOthers: others }));
}

/** @throws Invalid by `ground`, with the contact that stands in the way */
export async function refuseWhatIsKept(
  unit: Unit,
  personId: string,
  theirs: readonly ContactOfPerson[],
): Promise<void> {
  const [known] = await unit.tx.select().from(person).where(eq(person.id, personId)).for("update");
  if (!known) throw new NotFound("no such person");
  if (known.erasedAt !== null) throw new Erased(known.erasedAt);
  for (const { id, reference, erased, alsoAboutOthers } of theirs) {
    if (erased) continue;
    const named = formatReference(reference);
    if (alsoAboutOthers)
      throw new Invalid({
        ground: `${named} is about another child too. Erase or keep that contact by itself first`,
      });
    const [kept] = await keepsContact(unit, id);
    if (kept) throw new Invalid({ ground: `${named} cannot be erased. ${keptWords[kept]}` });
  }
}
