import { and, eq } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import { organisationBypass } from "#db/schema/restricted";
import { agencyRequest } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { knowsOf } from "#domain/clearance";
import { may, type Subject } from "#domain/permissions";
import { actOnProven } from "../acting-as.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";

export type FoundRequest = {
  row: typeof agencyRequest.$inferSelect;
  contact: typeof contact.$inferSelect;
  askedBy: string;
};

/**
 * Finds what an agency was asked, for one of its people; whatever was asked of another is not there. The contact itself
 * is not theirs to see: the database is told to show it to this transaction alone, once it is proven that they were asked.
 * @param lock take the row for writing: two who answer at once then come one after the other
 * @throws NotFound
 */
export async function findRequest(
  unit: Unit,
  actor: StaffActor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<FoundRequest> {
  if (!isId(id)) throw new NotFound("no such request");
  const query = unit.tx
    .select()
    .from(agencyRequest)
    .where(and(eq(agencyRequest.id, id), eq(agencyRequest.organisationId, actor.organisationId)));
  const [row] = await (lock ? query.for("update") : query);
  if (!row) throw new NotFound("no such request");
  await actOnProven(unit);
  const [[found], bypassed] = await Promise.all([
    unit.tx
      .select({ contact, askedBy: staff.name })
      .from(contact)
      .leftJoin(staff, eq(staff.id, row.askedBy))
      .where(eq(contact.id, row.contactId)),
    unit.tx
      .select({ id: organisationBypass.organisationId })
      .from(organisationBypass)
      .where(eq(organisationBypass.contactId, row.contactId)),
  ]);
  if (!found) throw new NotFound("no such contact");
  // Whoever is asked was cleared by being asked, but for somebody from whom the contact is kept.
  const knows = knowsOf(actor, { id: row.contactId, clearedOnlySince: null });
  const subject: Subject = {
    askedOrganisationIds: [row.organisationId],
    bypassedOrganisationIds: bypassed.map((one) => one.id),
    ...(knows ? {} : { restricted: true, clearedStaffIds: [] }),
  };
  if (!may(actor, "reply-request", subject)) throw new NotFound("not theirs to see", row.contactId);
  if (found.contact.erasedAt !== null) throw new NotFound("erased", row.contactId);
  return { row, contact: found.contact, askedBy: found.askedBy ?? "Somebody" };
}
