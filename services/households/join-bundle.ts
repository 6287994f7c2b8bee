import { eq } from "drizzle-orm";
import { bundleMember } from "#db/schema/bundles";
import { contact } from "#db/schema/intake";
import { bundle } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export async function newBundle(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  reason: string,
): Promise<string> {
  const id = unit.context.newId();
  const key = await readDataKey(unit, "contact", contactId);
  await unit.tx.insert(bundle).values({
    id,
    reason: seal(key, { table: "bundle", row: id, column: "reason" }, reason),
    ...{ confirmedBy: actor.id, confirmedAt: unit.now },
  });
  return id;
}

/** Puts a contact into a bundle, as somebody says and why. */
export async function joinBundle(
  unit: Unit,
  actor: StaffActor,
  { bundleId, contactId, reason }: { bundleId: string; contactId: string; reason: string },
): Promise<void> {
  const id = unit.context.newId();
  const key = await readDataKey(unit, "contact", contactId);
  await unit.tx.insert(bundleMember).values({
    ...{ id, bundleId, contactId },
    reason: seal(key, { table: "bundle_member", row: id, column: "reason" }, reason),
    ...{ saidBy: actor.id, saidAt: unit.now },
  });
  await unit.tx.update(contact).set({ bundleId }).where(eq(contact.id, contactId));
}
