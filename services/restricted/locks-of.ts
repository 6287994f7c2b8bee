import { and, eq, isNull } from "drizzle-orm";
import { contactBar, restrictedContact } from "#db/schema/restricted";
import type { Unit } from "../unit-of-work.ts";
import type { MayMatch } from "./may-match.ts";

/** Why a contact is known to cleared staff alone, and who must never know of it: the same goes for what adds to it. */
export async function locksOf(unit: Unit, contactId: string): Promise<MayMatch[]> {
  const [locks, bars] = await Promise.all([
    unit.tx
      .select({ restrictionId: restrictedContact.restrictionId })
      .from(restrictedContact)
      .where(and(eq(restrictedContact.contactId, contactId), isNull(restrictedContact.endedAt))),
    unit.tx
      .select({ staffId: contactBar.staffId })
      .from(contactBar)
      .where(and(eq(contactBar.contactId, contactId), isNull(contactBar.endedAt))),
  ]);
  return locks.flatMap(({ restrictionId }) => [
    { restrictionId, staffId: null },
    ...bars.map(({ staffId }) => ({ restrictionId, staffId })),
  ]);
}
