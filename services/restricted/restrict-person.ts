import { and, eq, isNull, sql } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contactChild } from "#db/schema/intake";
import { person } from "#db/schema/people";
import { restriction } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import type { RestrictionKind } from "#domain/restriction";
import { personOf } from "../contacts/link-rows.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { keyOfPerson } from "../sealing/key-of-person.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findToRestrict } from "./find-to-restrict.ts";
import { holdArrivals, spreadRestriction } from "./spread-restriction.ts";

type Restricting = {
  reference: string;
  childId: string;
  kind: RestrictionKind;
  /** The work email of the member of staff whose family it is; empty when it is nobody's who uses this service. */
  staffEmail: string;
  reason: string;
};

/**
 * Restricts the person that a child of a contact is: from this moment they, and every contact that is or may be about
 * them, exist for cleared staff alone.
 * @throws NotFound; Invalid by field
 */
export async function restrictPerson(
  context: Context,
  actor: StaffActor,
  input: Restricting,
): Promise<{ contacts: number }> {
  return unitOfWork(context, actor, async (unit) => {
    await holdArrivals(unit);
    const row = await findToRestrict(unit, actor, input.reference);
    if (input.reason === "") throw new Invalid({ reason: "Say why" });
    const [child] = await unit.tx
      .select({ id: contactChild.id })
      .from(contactChild)
      .where(and(eq(contactChild.contactId, row.id), sql`${contactChild.id}::text = ${input.childId}`));
    if (!child) throw new Invalid({ childId: "Choose which child" });
    const staffId = await findFamilyOf(unit, actor, input.staffEmail);
    const personId = await personOf(unit, { childId: child.id }, { by: actor, reason: input.reason });
    const [standing] = await unit.tx
      .select({ id: restriction.id })
      .from(restriction)
      .where(and(eq(restriction.personId, personId), isNull(restriction.liftedAt)));
    if (standing) throw new Invalid({ childId: "This child is restricted already" });
    const id = unit.context.newId();
    const key = await keyOfPerson(unit, personId);
    await unit.tx.insert(restriction).values({
      id,
      personId,
      kind: input.kind,
      staffId,
      reason: seal(key, { table: "restriction", row: id, column: "reason" }, input.reason),
      restrictedBy: actor.id,
      restrictedAt: unit.now,
    });
    await unit.tx.update(person).set({ restricted: true }).where(eq(person.id, personId));
    const contacts = await spreadRestriction(unit, { id, personId, staffId });
    await unit.audit({
      kind: "person.restricted",
      contactId: row.id,
      subjectId: personId,
      facts: { kind: input.kind, contacts },
    });
    return { contacts };
  });
}

async function findFamilyOf({ tx }: Unit, actor: StaffActor, email: string): Promise<string | null> {
  if (email === "") return null;
  const [found] = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(sql`lower(${staff.email}) = lower(${email})`);
  if (!found) throw new Invalid({ staffEmail: "Nobody who uses this service has this address" });
  if (found.id === actor.id)
    throw new Invalid({ staffEmail: "Somebody else restricts what is about your own family. Ask them to" });
  return found.id;
}
