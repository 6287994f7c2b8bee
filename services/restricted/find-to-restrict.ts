import { eq } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { parseReference } from "#domain/reference";
import { knowing } from "../contacts/known-to.ts";
import { NotFound } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

/**
 * Finds a contact for whoever restricts people and lifts that again, among them the records officer, who otherwise reads
 * none.
 * @throws NotFound when it does not exist or not for them
 */
export async function findToRestrict(
  unit: Unit,
  actor: StaffActor,
  reference: string,
): Promise<typeof contact.$inferSelect> {
  const parsed = parseReference(reference);
  const [row] =
    parsed === null ? [] : await unit.tx.select().from(contact).where(eq(contact.reference, parsed));
  if (!row || !may(actor, "restrict", knowing(actor, row))) throw new NotFound("no such contact");
  return row;
}
