import { eq } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { AuditEvent } from "#domain/audit";
import type { Unit } from "../unit-of-work.ts";

type Submitted = Extract<AuditEvent, { kind: "contact.submitted" }>;

/**
 * A contact is never refused because its audit row cannot be written: the insert stands under a savepoint, and if it
 * fails the contact is kept with a flag that the duty screen alarms on.
 */
export async function auditOrFlag(
  unit: Unit,
  contactId: string,
  facts: Submitted["facts"],
  more: readonly AuditEvent[] = [],
): Promise<void> {
  try {
    await unit.tx.transaction((savepoint) =>
      unit.within(savepoint).audit({ kind: "contact.submitted", contactId, facts }, ...more),
    );
  } catch {
    unit.context.log.error({ contactId }, "a contact was taken without its audit event");
    await unit.tx.update(contact).set({ auditGap: true }).where(eq(contact.id, contactId));
  }
}
