import { and, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contact, contactChild } from "#db/schema/intake";
import { personLink, relationship } from "#db/schema/people";
import type { StaffActor } from "#domain/actor";
import type { LinkKind } from "#domain/beyond-household";
import { childName } from "#domain/child-name";
import { mayKnowOf } from "../contacts/known-to.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** A child of this contact, and another child whom somebody linked to them, in whichever contact. */
export type LinkView = {
  id: string;
  kind: LinkKind;
  childId: string;
  other: { name: string; reference: string };
  reason: string;
  by: string;
  at: Date;
};

/** What joins these children to others outside the household, from both sides; never to whom this person may not know of. */
export async function loadLinks(
  unit: Unit,
  actor: StaffActor,
  childIds: readonly string[],
): Promise<LinkView[]> {
  const mine = await linksWhere(unit, inArray(personLink.contactChildId, [...childIds]));
  const persons = new Map(mine.map(({ personId, childId }) => [personId, childId]));
  if (persons.size === 0) return [];
  const ids = [...persons.keys()];
  const rows = await unit.tx
    .select({ row: relationship, by: staff.name })
    .from(relationship)
    .leftJoin(staff, eq(staff.id, relationship.saidBy))
    .where(
      and(
        or(inArray(relationship.fromPersonId, ids), inArray(relationship.toPersonId, ids)),
        isNull(relationship.endedAt),
      ),
    );
  const otherOf = (row: (typeof rows)[number]["row"]) =>
    persons.has(row.fromPersonId) ? row.toPersonId : row.fromPersonId;
  const others = await linksWhere(
    unit,
    and(
      inArray(
        personLink.personId,
        rows.map(({ row }) => otherOf(row)),
      ),
      mayKnowOf(actor),
    ),
  );
  const keys = await readDataKeys(
    unit,
    "person",
    rows.map(({ row }) => row.fromPersonId),
  );
  return rows.flatMap(({ row, by }) => {
    const key = keys.get(row.fromPersonId);
    const childId = persons.get(row.fromPersonId) ?? persons.get(row.toPersonId);
    const other = others.find(({ personId }) => personId === otherOf(row));
    if (!key || childId === undefined || !other) return [];
    const place = { table: "relationship", row: row.id, column: "particulars" };
    const { name, reference } = other;
    return [
      {
        ...{ id: row.id, kind: row.kind, childId, other: { name, reference } },
        ...{ reason: open<string>(key, place, row.particulars), by: by ?? "Somebody", at: row.saidAt },
      },
    ];
  });
}

/** Contact children with the person whom somebody said that they are, the newest contact first. */
async function linksWhere({ tx }: Unit, where: SQL | undefined) {
  const rows = await tx
    .select({
      personId: personLink.personId,
      child: contactChild,
      reference: contact.reference,
      at: contact.receivedAt,
    })
    .from(personLink)
    .innerJoin(contactChild, eq(contactChild.id, personLink.contactChildId))
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .where(and(where, eq(personLink.answer, "same"), isNull(personLink.endedAt)));
  return rows
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ personId, child, reference }) => ({
      ...{ personId, childId: child.id, reference },
      name: childName({ ...child, description: null, unborn: child.dueDate !== null }),
    }));
}
