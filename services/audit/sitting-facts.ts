import { sql } from "drizzle-orm";
import { organisation, roleGrant, staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import type { Role, StaffActor } from "#domain/actor";
import { lookKinds } from "#domain/look-words";
import { surnameParts } from "#domain/names";
import { surnamesIn } from "#domain/snooping";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Unit } from "../unit-of-work.ts";

export type LookedAt = {
  reference: string;
  childIds: readonly string[];
  surnames: ReadonlySet<string>;
  decidedAt: Date | null;
  /** What staff did with it, oldest first: everything but looking. Taking it is no work on it yet. */
  acts: readonly Act[];
};

export type Act = { readerId: string; at: Date; took: "served" | "chosen" | null };

export type ReaderFacts = { name: string; job: string; organisation: string; roles: Role[] };

/** Contacts asked about in one query. */
const contactsAtOnce = 500;
/** Looking, and what leaves a contact as it was. */
const notActs = [...lookKinds, "list.viewed", "contact.released"];

/** What the rules ask about contacts, by id; without those that do not exist for the person who asks. */
export async function factsOfContacts(
  unit: Unit,
  actor: StaffActor,
  ids: readonly string[],
): Promise<Map<string, LookedAt>> {
  const facts = new Map<string, LookedAt>();
  for (let from = 0; from < ids.length; from += contactsAtOnce) {
    const some = sql.param(ids.slice(from, from + contactsAtOnce));
    const [contacts, acts] = await Promise.all([readContacts(unit, actor, some), readActs(unit, some)]);
    for (const { id, reference, decided, children, surnames, adults } of contacts)
      facts.set(id, {
        ...{ reference, childIds: children, decidedAt: decided === null ? null : new Date(decided) },
        surnames: new Set([...surnames.flatMap(surnameParts), ...adults.flatMap(surnamesIn)]),
        acts: acts.get(id) ?? [],
      });
  }
  return facts;
}

type ContactRow = {
  id: string;
  reference: string;
  decided: string | null;
  children: string[];
  surnames: string[];
  adults: string[];
};

const readContacts = (unit: Unit, actor: StaffActor, ids: ReturnType<typeof sql.param>) =>
  unit.tx.execute<ContactRow>(sql`
    select contact.id, contact.reference,
      (select min(decided_at) from decision where decision.contact_id = contact.id) as decided,
      array(select id::text from contact_child child where child.contact_id = contact.id) as children,
      array(select last_name from contact_child child
        where child.contact_id = contact.id and last_name is not null) as surnames,
      array(select name from contact_adult adult where adult.contact_id = contact.id) as adults
    from ${contact} where ${and(sql`contact.id = any(${ids}::uuid[])`, mayKnowOf(actor))}`);

async function readActs(unit: Unit, ids: ReturnType<typeof sql.param>) {
  const rows = await unit.tx.execute<{ contact: string; reader: string; at: string; took: Act["took"] }>(sql`
    select contact_id as contact, actor_id as reader, at, case
      when kind = 'contact.held' then case facts->>'how' when 'next' then 'served' else 'chosen' end end as took
    from audit_event
    where contact_id = any(${ids}::uuid[]) and actor_kind = 'staff' and kind <> all(${sql.param(notActs)}::text[])
    order by at`);
  const acts = new Map<string, Act[]>();
  for (const { contact: of, reader, at, took } of rows)
    acts.set(of, [...(acts.get(of) ?? []), { readerId: reader, at: new Date(at), took }]);
  return acts;
}

/** Who they are and what they may do now, by id. */
export async function factsOfReaders(unit: Unit, ids: readonly string[]): Promise<Map<string, ReaderFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.tx
    .select({
      id: staff.id,
      name: staff.name,
      job: staff.jobTitle,
      organisation: organisation.name,
      role: roleGrant.role,
    })
    .from(staff)
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .leftJoin(roleGrant, and(eq(roleGrant.staffId, staff.id), isNull(roleGrant.revokedAt)))
    .where(inArray(staff.id, [...ids]));
  const readers = new Map<string, ReaderFacts>();
  for (const { id, role, ...who } of rows) {
    const known = readers.get(id) ?? { ...who, roles: [] };
    if (role !== null) known.roles.push(role);
    readers.set(id, known);
  }
  return readers;
}
