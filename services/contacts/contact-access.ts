import { eq, sql } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import { pathway, socialWorkReferral } from "#db/schema/pathways";
import { hold } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { groundOf, type Ground } from "#domain/grounds";
import { may, type PermissionVerb, type Subject } from "#domain/permissions";
import { parseReference } from "#domain/reference";
import { Erased, Forbidden, NotFound } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { knowing } from "./known-to.ts";

/** The lease as it stands on the database's clock. `live` is false once it has lapsed; the holder is then the last one. */
export type HoldNow = {
  holderId: string;
  holderName: string;
  takenAt: Date;
  leaseUntil: Date;
  live: boolean;
  hasNotes: boolean;
};

export type FoundContact = {
  row: typeof contact.$inferSelect;
  hold: HoldNow | null;
  /** How the person who asks stands to it, for `may`. */
  subject: Subject;
  /** Why they may read it now. */
  ground: Ground;
};

/**
 * Finds a contact that this person may read. Whoever may not read it learns nothing: a reference that does not exist, a
 * contact that only cleared staff may know of and somebody else's work are the same NotFound.
 * @param reference as it stands in the address, with or without its space
 */
export async function findContact(unit: Unit, actor: StaffActor, reference: string): Promise<FoundContact> {
  const parsed = parseReference(reference);
  if (parsed === null) throw new NotFound("no such contact");
  const [found] = await unit.tx
    .select({
      row: contact,
      hold,
      holderName: staff.name,
      live: sql<boolean>`coalesce(${hold.leaseUntil} > now(), false)`,
    })
    .from(contact)
    .innerJoin(hold, eq(hold.contactId, contact.id))
    .leftJoin(staff, eq(staff.id, hold.holderId))
    .where(eq(contact.reference, parsed));
  if (!found) throw new NotFound("no such contact");
  const subject: Subject = {
    holderId: found.live ? found.hold.holderId : null,
    ...knowing(actor, found.row),
  };
  const reading = may(actor, "read-contact", subject)
    ? subject
    : await throughPathway(unit, actor, found.row.id, subject);
  if (!reading) throw new NotFound("not yours to read", found.row.id);
  if (found.row.erasedAt !== null) throw new Erased(found.row.erasedAt, found.row.erasedGround);
  const ground = groundOf(actor, reading, found.row.id);
  return { row: found.row, hold: holdNow(found), subject, ground };
}

/** @throws NotFound when they may not read it, Erased when nothing of it is left, Forbidden when they may read it and not do this */
export async function findContactFor(
  unit: Unit,
  actor: StaffActor,
  reference: string,
  verb: PermissionVerb,
): Promise<FoundContact> {
  const found = await findContact(unit, actor, reference);
  if (!may(actor, verb, found.subject)) throw new Forbidden(verb);
  return found;
}

/** Whoever works on what a decision created reads the contact that it came from. */
async function throughPathway(
  unit: Unit,
  actor: StaffActor,
  contactId: string,
  subject: Subject,
): Promise<Subject | undefined> {
  const pathways = await unit.tx
    .select({
      teamId: pathway.teamId,
      ownerId: pathway.ownerId,
      workerId: socialWorkReferral.workerId,
    })
    .from(pathway)
    .leftJoin(socialWorkReferral, eq(socialWorkReferral.pathwayId, pathway.id))
    .where(eq(pathway.contactId, contactId));
  return pathways.map((one) => ({ ...subject, ...one })).find((one) => may(actor, "read-contact", one));
}

function holdNow(found: {
  hold: typeof hold.$inferSelect;
  holderName: string | null;
  live: boolean;
}): HoldNow | null {
  const { holderId, takenAt, leaseUntil, hasNotes } = found.hold;
  if (holderId === null || takenAt === null || leaseUntil === null) return null;
  return {
    holderId,
    holderName: found.holderName ?? "Somebody",
    takenAt,
    leaseUntil,
    live: found.live,
    hasNotes,
  };
}
