import { eq } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { parseReference } from "#domain/reference";
import { knowing } from "../contacts/known-to.ts";
import { NotFound } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

/**
 * Finds a contact for whoever keeps records; also one that is erased.
 * @param toChange locks it, so that a hold and an erasure of the same contact wait for each other
 * @throws NotFound when it does not exist or not for them
 */
export async function findRecord(
  unit: Unit,
  actor: StaffActor,
  reference: string,
  toChange = false,
): Promise<typeof contact.$inferSelect> {
  const parsed = parseReference(reference);
  if (parsed === null) throw new NotFound("no such contact");
  const query = unit.tx.select().from(contact).where(eq(contact.reference, parsed));
  const [row] = toChange ? await query.for("update") : await query;
  if (!row || !may(actor, "keep-records", knowing(actor, row))) throw new NotFound("no such contact");
  return row;
}
