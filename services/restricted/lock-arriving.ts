import { contactBar, restrictedContact } from "#db/schema/restricted";
import { oweHub } from "../mail/owe-hub.ts";
import type { Unit } from "../unit-of-work.ts";
import type { MayMatch } from "./may-match.ts";

/**
 * Locks a contact in the moment in which it is sent: its clock runs as every other's, and managers hear of it, but for
 * whose family it may be about. Of an urgent one they hear anyhow.
 */
export async function lockArriving(
  unit: Unit,
  contactId: string,
  mayMatch: readonly MayMatch[],
  urgent: boolean,
): Promise<void> {
  const barred = mayMatch.flatMap(({ staffId }) => (staffId === null ? [] : [staffId]));
  const compared = mayMatch.every(({ restrictionId }) => restrictionId !== null);
  if (!compared)
    unit.context.log.error({ contactId }, "a contact could not be compared with restricted people");
  const locks = [...new Set(mayMatch.map(({ restrictionId }) => restrictionId))].map((restrictionId) => ({
    id: unit.context.newId(),
    ...{ contactId, restrictionId, since: unit.now },
  }));
  await Promise.all([
    unit.tx.insert(restrictedContact).values(locks),
    barContact(unit, contactId, barred),
    urgent ? undefined : oweHub(unit, "contact-for-manager", locks[0]?.id ?? contactId),
    unit.audit({
      kind: "contact.locked",
      contactId,
      facts: { because: compared ? "may-match" : "not-compared" },
    }),
  ]);
}

/** That these people must never know of a contact, because it is about their family or accuses them. */
export async function barContact(
  unit: Unit,
  contactId: string,
  staffIds: readonly string[],
  because: "family" | "accused" = "family",
): Promise<void> {
  if (staffIds.length === 0) return;
  await unit.tx
    .insert(contactBar)
    .values(staffIds.map((staffId) => ({ contactId, staffId, because, since: unit.now })))
    .onConflictDoNothing();
}
