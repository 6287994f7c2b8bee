import { and, eq, isNotNull } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { hold } from "#db/schema/screening";
import { freed } from "../contacts/release-holds-of.ts";
import type { Unit } from "../unit-of-work.ts";
import type { ToDecide } from "./to-decide.ts";

/** Once every subject child has a decision there is nothing left to hold. */
export async function releaseWhenDecided(unit: Unit, { row, subjects }: ToDecide): Promise<void> {
  const states = await unit.tx
    .select({ id: contactChild.id, state: contactChild.state })
    .from(contactChild)
    .where(eq(contactChild.contactId, row.id));
  const open = states.some(({ id, state }) => state !== "decided" && subjects.some((one) => one.id === id));
  if (open) return;
  const released = await unit.tx
    .update(hold)
    .set(freed)
    .where(and(eq(hold.contactId, row.id), isNotNull(hold.holderId)))
    .returning({ contactId: hold.contactId });
  if (released.length === 0) return;
  await unit.audit({ kind: "contact.released", contactId: row.id, facts: { how: "decided" } });
}
