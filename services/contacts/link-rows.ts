import { and, eq, isNull, sql } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { openCase, person, personLink } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

type Said = { by: StaffActor; reason: string };

/** The person that a contact child stands for, as people have said; null while nobody has. */
export async function findPersonOf(unit: Unit, childId: string): Promise<string | null> {
  const [link] = await unit.tx
    .select({ personId: personLink.personId })
    .from(personLink)
    .where(
      and(eq(personLink.contactChildId, childId), eq(personLink.answer, "same"), isNull(personLink.endedAt)),
    );
  return link?.personId ?? null;
}

/** Says that a contact child is, or is not, a person. The reason is sealed with the contact that the child is in. */
export async function writeLink(
  unit: Unit,
  link: { childId: string; personId: string; answer: "same" | "not_same" },
  said: Said,
): Promise<void> {
  const [child] = await unit.tx
    .select({ contactId: contactChild.contactId })
    .from(contactChild)
    .where(eq(contactChild.id, link.childId));
  if (!child) throw new Error("a link needs its contact child");
  const id = unit.context.newId();
  const key = await readDataKey(unit, "contact", child.contactId);
  await unit.tx.insert(personLink).values({
    id,
    personId: link.personId,
    contactChildId: link.childId,
    answer: link.answer,
    reason: seal(key, { table: "person_link", row: id, column: "reason" }, said.reason),
    saidBy: said.by.id,
    saidAt: unit.now,
  });
}

/**
 * The person that a contact child stands for, made now if need be. Two people who name the same child at once are put
 * in a line by its row, so that one child never stands for two persons.
 */
export async function personOf(unit: Unit, childId: string, said: Said): Promise<string> {
  await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${childId}, 0))`);
  const known = await findPersonOf(unit, childId);
  if (known !== null) return known;
  const personId = unit.context.newId();
  await unit.tx.insert(person).values({ id: personId, createdAt: unit.now });
  await writeLink(unit, { childId, personId, answer: "same" }, said);
  return personId;
}

/** Ends what was said about a child and a person. It stays on record, with who ended it. */
export async function endLinks(
  unit: Unit,
  { childId, personId }: { childId: string; personId: string },
  by: StaffActor,
): Promise<string[]> {
  const ended = await unit.tx
    .update(personLink)
    .set({ endedBy: by.id, endedAt: unit.now })
    .where(
      and(
        eq(personLink.contactChildId, childId),
        eq(personLink.personId, personId),
        isNull(personLink.endedAt),
      ),
    )
    .returning({ id: personLink.id });
  return ended.map(({ id }) => id);
}

/** Why somebody took back what was said; sealed as what was said is, with the contact that the child is in. */
export async function sayWhyEnded(
  unit: Unit,
  { contactId, links }: { contactId: string; links: readonly string[] },
  reason: string,
): Promise<void> {
  const key = await readDataKey(unit, "contact", contactId);
  for (const id of links) {
    const place = { table: "person_link", row: id, column: "ended_reason" };
    await unit.tx
      .update(personLink)
      .set({ endedReason: seal(key, place, reason) })
      .where(eq(personLink.id, id));
  }
}

/** What was said about one person comes to be said about another: somebody said that the two are one child. */
export async function joinPersons(unit: Unit, from: string, to: string, said: Said): Promise<void> {
  const moved = await unit.tx
    .update(personLink)
    .set({ endedBy: said.by.id, endedAt: unit.now })
    .where(and(eq(personLink.personId, from), isNull(personLink.endedAt)))
    .returning({ childId: personLink.contactChildId, answer: personLink.answer });
  // Open cases of the one are those of the other: without this they would be nobody's here.
  await unit.tx.update(openCase).set({ personId: to }).where(eq(openCase.personId, from));
  for (const { childId, answer } of moved)
    if (childId !== null) await writeLink(unit, { childId, personId: to, answer }, said);
}
