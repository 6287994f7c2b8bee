import { and, eq, isNull, sql } from "drizzle-orm";
import { contactAdult, contactChild } from "#db/schema/intake";
import { personLink } from "#db/schema/people";
import { NotFound } from "../../errors.ts";
import type { Unit } from "../../unit-of-work.ts";

/** Whose data somebody asks for: a child or an adult as a contact names them, and the person they were said to be. */
export type AccessSubject = {
  whose: "child" | "adult";
  id: string;
  contactId: string;
  personId: string | null;
};

/** Finds whom a request is about; row-level security decides who exists for the unit's actor. */
export async function findSubject(unit: Unit, whose: "child" | "adult", id: string): Promise<AccessSubject> {
  const table = whose === "child" ? contactChild : contactAdult;
  const column = whose === "child" ? personLink.contactChildId : personLink.contactAdultId;
  const [row] = await unit.tx
    .select({ contactId: table.contactId, personId: personLink.personId })
    .from(table)
    .leftJoin(
      personLink,
      and(eq(column, table.id), eq(personLink.answer, "same"), isNull(personLink.endedAt)),
    )
    .where(eq(table.id, id));
  if (!row) throw new NotFound("nobody of this kind");
  return { whose, id, ...row };
}

/** The contacts that hold something about them, oldest first, and which of their children and adults they are. */
export async function whereTheyAre(
  { tx }: Unit,
  { id, contactId, personId }: AccessSubject,
): Promise<Map<string, Set<string>>> {
  const rows = await tx.execute<{ contact_id: string; self: string }>(sql`
    select coalesce(ch.contact_id, a.contact_id) as contact_id, coalesce(ch.id, a.id) as self from person_link l
    left join contact_child ch on ch.id = l.contact_child_id left join contact_adult a on a.id = l.contact_adult_id
    where l.person_id = ${personId} and l.answer = 'same' and l.ended_at is null order by 1`);
  const found = new Map<string, Set<string>>([[contactId, new Set([id])]]);
  for (const { contact_id, self } of rows)
    found.set(contact_id, new Set([...(found.get(contact_id) ?? []), self]));
  return found;
}
