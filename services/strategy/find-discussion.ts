import { asc, eq } from "drizzle-orm";
import { decision } from "#db/schema/decision";
import { organisation, staff } from "#db/schema/directory";
import { contact, contactChild } from "#db/schema/intake";
import { pathway } from "#db/schema/pathways";
import { strategyAttendance, strategyChild, strategyDiscussion } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { knowsOf } from "#domain/clearance";
import { may, type PermissionVerb, type Subject } from "#domain/permissions";
import { knowing } from "../contacts/known-to.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";

export type FoundDiscussion = {
  row: typeof strategyDiscussion.$inferSelect;
  contact: Pick<typeof contact.$inferSelect, "id" | "reference" | "rating" | "facts" | "receivedAt">;
  children: {
    work: typeof pathway.$inferSelect;
    child: typeof contactChild.$inferSelect;
    decision: typeof decision.$inferSelect;
  }[];
  attendance: {
    row: typeof strategyAttendance.$inferSelect;
    organisation: Pick<typeof organisation.$inferSelect, "id" | "name" | "kind">;
    answeredBy: string | null;
  }[];
  /** One a child: brothers and sisters can be with different teams. */
  subjects: Subject[];
};

/**
 * Finds a strategy discussion that this person may do this with. A partner sees those that their organisation is invited
 * to, and no other exists for them.
 * @throws NotFound when it does not exist or is not theirs to see; Forbidden when they may see it and not do this
 */
export async function findDiscussion(
  unit: Unit,
  actor: StaffActor,
  id: string,
  verb: PermissionVerb,
  toChange = false,
): Promise<FoundDiscussion> {
  if (!isId(id)) throw new NotFound("no such discussion");
  const { tx } = unit;
  // Two who change how far it is take turns: the second sees what the first did.
  if (toChange)
    await tx
      .select({ id: strategyDiscussion.id })
      .from(strategyDiscussion)
      .where(eq(strategyDiscussion.id, id))
      .for("no key update");
  const [[found], children, attendance] = await Promise.all([
    tx
      .select({ row: strategyDiscussion, contact })
      .from(strategyDiscussion)
      .innerJoin(contact, eq(contact.id, strategyDiscussion.contactId))
      .where(eq(strategyDiscussion.id, id)),
    tx
      .select({ work: pathway, child: contactChild, decision })
      .from(strategyChild)
      .innerJoin(pathway, eq(pathway.id, strategyChild.pathwayId))
      .innerJoin(contactChild, eq(contactChild.id, pathway.contactChildId))
      .innerJoin(decision, eq(decision.id, pathway.decisionId))
      .where(eq(strategyChild.discussionId, id))
      .orderBy(asc(contactChild.ordinal)),
    tx
      .select({
        row: strategyAttendance,
        organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
        answeredBy: staff.name,
      })
      .from(strategyAttendance)
      .innerJoin(organisation, eq(organisation.id, strategyAttendance.organisationId))
      .leftJoin(staff, eq(staff.id, strategyAttendance.staffId))
      .where(eq(strategyAttendance.discussionId, id))
      .orderBy(asc(organisation.kind), asc(organisation.name)),
  ]);
  if (!found) throw new NotFound("no such discussion");
  const shared: Subject = {
    invitedOrganisationIds: attendance.map(({ organisation: { id: invited } }) => invited),
    ...knowing(actor, found.contact),
    // Whoever is invited was cleared by being invited; everybody else needs the clearance of the hub.
    ...(actor.roles.includes("partner") && knowsOf(actor, { ...found.contact, clearedOnlySince: null })
      ? { clearedStaffIds: [actor.id] }
      : {}),
  };
  const subjects = children.map(({ work }) => ({ ...shared, teamId: work.teamId, ownerId: work.ownerId }));
  if (!mayOnAny(actor, "see-strategy", subjects)) throw new NotFound("not yours to see", found.contact.id);
  if (!mayOnAny(actor, verb, subjects)) throw new Forbidden(verb);
  return { row: found.row, contact: found.contact, children, attendance, subjects };
}

export const mayOnAny = (actor: StaffActor, verb: PermissionVerb, subjects: readonly Subject[]): boolean =>
  subjects.some((subject) => may(actor, verb, subject));
