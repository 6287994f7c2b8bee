import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { personLink } from "#db/schema/people";
import { restrictedContact, restriction } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import { groundOf } from "#domain/grounds";
import type { RestrictionKind } from "#domain/restriction";
import type { Context } from "../context.ts";
import { loadHousehold } from "../decisions/load-household.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { loadNamed, type Named } from "./name-for-contact.ts";
import { findToRestrict } from "./find-to-restrict.ts";

export type Locks = {
  reference: string;
  /** Since when only cleared staff know of it; null when it is everybody's. */
  lockedSince: Date | null;
  /** Nobody could find out when it arrived, which is all that there is against it. */
  notCompared: boolean;
  /** Who may know of it although they are not cleared. */
  named: Named[];
  children: { id: string; name: string; age: string; restricted: RestrictionKind | null }[];
};

/** Who of a contact is restricted, for whoever restricts and lifts. */
export async function readLocks(context: Context, actor: StaffActor, reference: string): Promise<Locks> {
  return unitOfWork(context, actor, async (unit) => {
    const row = await findToRestrict(unit, actor, reference);
    const key = await readDataKey(unit, "contact", row.id);
    const children = await loadHousehold(unit, row.id, key);
    const standing = await unit.tx
      .select({ childId: personLink.contactChildId, kind: restriction.kind })
      .from(personLink)
      .innerJoin(
        restriction,
        and(eq(restriction.personId, personLink.personId), isNull(restriction.liftedAt)),
      )
      .innerJoin(contactChild, eq(contactChild.id, personLink.contactChildId))
      .where(
        and(
          inArray(
            personLink.contactChildId,
            children.map(({ id }) => id),
          ),
          eq(personLink.answer, "same"),
          isNull(personLink.endedAt),
        ),
      );
    const locks = await unit.tx
      .select({ restrictionId: restrictedContact.restrictionId })
      .from(restrictedContact)
      .where(and(eq(restrictedContact.contactId, row.id), isNull(restrictedContact.endedAt)))
      .orderBy(asc(restrictedContact.since));
    const named = await loadNamed(unit, row.id, key);
    const because = groundOf(actor, {}, row.id);
    await unit.audit({ kind: "contact.viewed", contactId: row.id, facts: { page: "restrict", because } });
    return {
      reference: row.reference,
      lockedSince: row.clearedOnlySince,
      notCompared: locks.length > 0 && locks.every(({ restrictionId }) => restrictionId === null),
      named,
      children: children.map(({ id, name, age }) => ({
        ...{ id, name, age },
        restricted: standing.find(({ childId }) => childId === id)?.kind ?? null,
      })),
    };
  });
}
