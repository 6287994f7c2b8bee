import { eq, inArray, type SQL } from "drizzle-orm";
import { contact, contactChild, referrer } from "#db/schema/intake";
import type { ChildParticulars, ReferrerParticulars } from "#domain/contact-facts";
import type { MatchSubject } from "#domain/match-subject";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { isFamily, matchSubject } from "./match-subject.ts";

/** A child as matching compares it; `locked` when only cleared staff know of its contact. */
export type Described = { id: string; contactId: string; subject: MatchSubject; locked: boolean };

export const describeContact = (unit: Unit, contactId: string): Promise<Described[]> =>
  describe(unit, eq(contactChild.contactId, contactId));

export async function describeContacts(unit: Unit, contactIds: readonly string[]): Promise<Described[]> {
  return contactIds.length === 0 ? [] : describe(unit, inArray(contactChild.contactId, [...contactIds]));
}

export async function describeChildren(unit: Unit, ids: readonly string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  const described = await describe(unit, inArray(contactChild.id, [...ids]));
  return new Map(described.map((each) => [each.id, each]));
}

/** Children with what matching compares. One whose data key was destroyed is no longer known and is left out. */
async function describe(unit: Unit, which: SQL): Promise<Described[]> {
  const rows = await unit.tx
    .select({
      child: contactChild,
      receivedAt: contact.receivedAt,
      lockedSince: contact.clearedOnlySince,
      audience: contact.audience,
    })
    .from(contactChild)
    .innerJoin(contact, eq(contact.id, contactChild.contactId))
    .where(which);
  const idsOf = (list: typeof rows) => list.map(({ child }) => child.contactId);
  const [keys, phones] = await Promise.all([
    readDataKeys(unit, "contact", idsOf(rows)),
    familyPhones(unit, idsOf(rows.filter(({ audience }) => isFamily(audience)))),
  ]);
  return rows.flatMap(({ child, receivedAt, lockedSince }) => {
    const key = keys.get(child.contactId);
    if (!key) return [];
    const place = { table: "contact_child", row: child.id, column: "particulars" };
    const particulars = open<ChildParticulars>(key, place, child.particulars);
    return [
      {
        id: child.id,
        contactId: child.contactId,
        subject: matchSubject(child, particulars, receivedAt, phones.get(child.contactId)),
        locked: lockedSince !== null,
      },
    ];
  });
}

/** What families who asked for help themselves can be rung on; none for whoever may not open the room that it is in. */
async function familyPhones(unit: Unit, contactIds: readonly string[]): Promise<Map<string, string[]>> {
  if (contactIds.length === 0) return new Map();
  const rows = await unit.tx
    .select({ id: referrer.id, contactId: referrer.contactId, particulars: referrer.particulars })
    .from(referrer)
    .where(inArray(referrer.contactId, [...new Set(contactIds)]));
  const keys = await readDataKeys(
    unit,
    "referrer",
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.flatMap(({ id, contactId, particulars }) => {
      const key = keys.get(id);
      const place = { table: "referrer", row: id, column: "particulars" };
      const phone = key ? open<ReferrerParticulars>(key, place, particulars).phone : null;
      return phone === null ? [] : [[contactId, [phone]] as const];
    }),
  );
}
