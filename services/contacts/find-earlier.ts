import { eq } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { actOnSent } from "../acting-as.ts";
import type { Unit } from "../unit-of-work.ts";
import { findReceipt, type Receipt } from "./find-receipt.ts";

/** What was sent under a key before, as a keyed hash, and its receipt; null when nothing was. */
export async function findEarlier(
  unit: Unit,
  idempotencyKey: string,
): Promise<{ bodyHash: Buffer; receipt: Receipt } | null> {
  const acting = actOnSent(unit, idempotencyKey);
  const found = unit.tx
    .select({ bodyHash: contact.bodyHash })
    .from(contact)
    .where(eq(contact.idempotencyKey, idempotencyKey));
  const [[row]] = await Promise.all([found, acting]);
  const receipt = row ? await findReceipt(unit, idempotencyKey) : null;
  return row && receipt ? { bodyHash: row.bodyHash, receipt } : null;
}
