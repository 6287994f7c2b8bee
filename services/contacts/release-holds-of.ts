import { eq, sql } from "drizzle-orm";
import { hold } from "#db/schema/screening";
import type { Unit } from "../unit-of-work.ts";

/** Nobody holds it. The version counts up, so that a form of the former holder is told from one of the next. */
export const freed = {
  holderId: null,
  takenAt: null,
  leaseUntil: null,
  hasNotes: false,
  version: sql`${hold.version} + 1`,
};

/** Puts back everything that somebody holds. What they wrote stays with the contacts. */
export async function releaseHoldsOf(unit: Unit, staffId: string, how: "signed-out"): Promise<void> {
  const released = await unit.tx
    .update(hold)
    .set(freed)
    .where(eq(hold.holderId, staffId))
    .returning({ contactId: hold.contactId });
  await unit.audit(
    ...released.map(({ contactId }) => ({ kind: "contact.released" as const, contactId, facts: { how } })),
  );
}
