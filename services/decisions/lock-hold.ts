import { eq } from "drizzle-orm";
import { hold } from "#db/schema/screening";
import type { Unit } from "../unit-of-work.ts";

/**
 * Puts the writers of one contact in a line, whoever holds it. Every writer locks the hold before the contact, so that
 * none waits for one that waits for it; and a form that was pressed twice finds what its first press did.
 */
export async function lockHold(unit: Unit, contactId: string): Promise<void> {
  await unit.tx.select({ id: hold.contactId }).from(hold).where(eq(hold.contactId, contactId)).for("update");
}
