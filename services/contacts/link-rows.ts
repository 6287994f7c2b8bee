import { and, eq, isNull, sql } from "drizzle-orm";
import { contactAdult, contactChild } from "#db/schema/intake";
import { person, personLink } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export type Said = { by: StaffActor; reason: string };

/** A child or an adult as one contact names them. */
export type Linked = { childId: string } | { adultId: string };

const isOf = (one: Linked) =>
  "childId" in one ? eq(personLink.contactChildId, one.childId) : eq(personLink.contactAdultId, one.adultId);

/** The person that a contact child or adult stands for, as people have said; null while nobody has. */
export async function findPersonOf(unit: Unit, one: Linked): Promise<string | null> {
  const [link] = await unit.tx
    .select({ personId: personLink.personId })
    .from(personLink)
    .where(and(isOf(one), eq(personLink.answer, "same"), isNull(personLink.endedAt)));
  return link?.personId ?? null;
}

/** Says that a contact child or adult is, or is not, a person. The reason is sealed with the contact that names them. */
export async function writeLink(
  unit: Unit,
  link: Linked & { personId: string; answer: "same" | "not_same" },
  said: Said,
): Promise<void> {
  const contactId = await contactOf(unit, link);
  const id = unit.context.newId();
  const key = await readDataKey(unit, "contact", contactId);
  await unit.tx.insert(personLink).values({
    id,
    personId: link.personId,
    contactChildId: "childId" in link ? link.childId : null,
    contactAdultId: "adultId" in link ? link.adultId : null,
    answer: link.answer,
    reason: seal(key, { table: "person_link", row: id, column: "reason" }, said.reason),
    saidBy: said.by.id,
    saidAt: unit.now,
  });
}

async function contactOf({ tx }: Unit, one: Linked): Promise<string> {
  const [row] =
    "childId" in one
      ? await tx
          .select({ id: contactChild.contactId })
          .from(contactChild)
          .where(eq(contactChild.id, one.childId))
      : await tx
          .select({ id: contactAdult.contactId })
          .from(contactAdult)
          .where(eq(contactAdult.id, one.adultId));
  if (!row) throw new Error("a link needs its contact");
  return row.id;
}

/**
 * The person that a contact child or adult stands for, made now if need be. Two people who name the same one at once are
 * put in a line, so that nobody stands for two persons.
 */
export async function personOf(unit: Unit, one: Linked, said: Said): Promise<string> {
  const id = "childId" in one ? one.childId : one.adultId;
  await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  const known = await findPersonOf(unit, one);
  if (known !== null) return known;
  const personId = unit.context.newId();
  await unit.tx.insert(person).values({ id: personId, createdAt: unit.now });
  await writeLink(unit, { ...one, personId, answer: "same" }, said);
  return personId;
}

/** Ends what was said about somebody and a person. It stays on record, with who ended it. */
export async function endLinks(
  unit: Unit,
  { personId, ...one }: Linked & { personId: string },
  by: StaffActor,
): Promise<string[]> {
  const ended = await unit.tx
    .update(personLink)
    .set({ endedBy: by.id, endedAt: unit.now })
    .where(and(isOf(one), eq(personLink.personId, personId), isNull(personLink.endedAt)))
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
