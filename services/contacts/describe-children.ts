import { eq, inArray, type SQL } from "drizzle-orm";
import { contact, contactChild } from "#db/schema/intake";
import type { ChildParticulars } from "#domain/contact-facts";
import type { MatchSubject } from "#domain/match-subject";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { matchSubject } from "./match-subject.ts";

/** A child as matching compares it; `locked` when only cleared staff know of its contact. */
export type Described = { id: string; contactId: string; subject: MatchSubject; locked: boolean };

export const describeContact = (unit: Unit, contactId: string): Promise<Described[]> =>
  describe(unit, eq(contactChild.contactId, contactId));

export async function describeChildren(unit: Unit, ids: readonly string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  const described = await describe(unit, inArray(contactChild.id, [...ids]));
  return new Map(described.map((each) => [each.id, each]));
}

/** Children with what matching compares. One whose data key was destroyed is no longer known and is left out. */
async function describe(unit: Unit, which: SQL): Promise<Described[]> {
  const rows = await unit.tx
    .select({ child: contactChild, receivedAt: contact.receivedAt, lockedSince: contact.clearedOnlySince })
    .from(contactChild)
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .where(which);
  const keys = await readDataKeys(
    unit,
    "contact",
    rows.map(({ child }) => child.contactId),
  );
  return rows.flatMap(({ child, receivedAt, lockedSince }) => {
    const key = keys.get(child.contactId);
    if (!key) return [];
    const place = { table: "contact_child", row: child.id, column: "particulars" };
    const particulars = open<ChildParticulars>(key, place, child.particulars);
    return [
      {
        id: child.id,
        contactId: child.contactId,
        subject: matchSubject(child, particulars, receivedAt),
        locked: lockedSince !== null,
      },
    ];
  });
}
