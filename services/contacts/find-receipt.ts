import { and, eq, min } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import { contact } from "#db/schema/intake";
import { cannotWait, type CannotWait } from "#domain/sent";
import { actOnSent } from "../acting-as.ts";
import type { Unit } from "../unit-of-work.ts";

/** What the sender is told once the form is sent. */
export type Receipt = { reference: string; receivedAt: Date; decideBy: Date; partial: boolean };

/** The receipt of the contact that was sent under this key, if there is one. */
export async function findReceipt(unit: Unit, submissionKey: string): Promise<Receipt | null> {
  const acting = actOnSent(unit, submissionKey);
  const found = unit.tx
    .select({
      reference: contact.reference,
      receivedAt: contact.receivedAt,
      partial: contact.partial,
      decideBy: min(clock.dueAt),
    })
    .from(contact)
    .innerJoin(clock, and(eq(clock.contactId, contact.id), eq(clock.kind, "decision")))
    .where(eq(contact.idempotencyKey, submissionKey))
    .groupBy(contact.id);
  const [[sent]] = await Promise.all([found, acting]);
  return sent?.decideBy ? { ...sent, decideBy: sent.decideBy } : null;
}

/** The receipt with what its sender must call about, for the page that shows it. */
export async function findSent(
  unit: Unit,
  submissionKey: string,
): Promise<(Receipt & { cannotWait: CannotWait | null }) | null> {
  const receipt = await findReceipt(unit, submissionKey);
  const [told] = await unit.tx
    .select({ danger: contact.danger, nextEventAt: contact.nextEventAt, receivedAt: contact.receivedAt })
    .from(contact)
    .where(eq(contact.idempotencyKey, submissionKey));
  return receipt && told ? { ...receipt, cannotWait: cannotWait(told) } : null;
}
