import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { organisation, staff } from "#db/schema/directory";
import { contactBar, contactClearance } from "#db/schema/restricted";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open, seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findToRestrict } from "./find-to-restrict.ts";

/** Somebody who may know of a restricted contact although they are not cleared. */
export type Named = { id: string; name: string; by: string; at: Date; reason: string };

/**
 * Names somebody of the council who may know of one restricted contact, from their next page on: the manager of the team
 * that its work went to, for example. What they may do with it is still what their roles let them.
 * @throws NotFound; Invalid by `staffEmail`, with the same words for nobody and for whom it must be kept from
 */
export async function nameForContact(
  context: Context,
  actor: StaffActor,
  { reference, staffEmail, reason }: { reference: string; staffEmail: string; reason: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findToRestrict(unit, actor, reference);
    if (row.clearedOnlySince === null)
      throw new Invalid({ staffEmail: "This contact is not restricted: everybody in the hub knows of it" });
    const staffId = await findColleague(unit, row.id, staffEmail);
    const id = unit.context.newId();
    const key = await readDataKey(unit, "contact", row.id);
    const named = await unit.tx
      .insert(contactClearance)
      .values({
        ...{ id, contactId: row.id, staffId, namedBy: actor.id, namedAt: unit.now },
        reason: seal(key, { table: "contact_clearance", row: id, column: "reason" }, reason),
      })
      .onConflictDoNothing()
      .returning({ id: contactClearance.id });
    if (named.length === 0) throw new Invalid({ staffEmail: "They may know of it already" });
    await unit.audit({ kind: "contact.named", contactId: row.id, subjectId: staffId, facts: {} });
    await unit.owe({
      ...{ kind: "send-message" as const, subjectId: id, recipientId: staffId },
      facts: { message: "contact-named" as const, to: "staff" as const },
    });
  });
}

/** @throws NotFound when it is not there or over already */
export async function endNamed(
  context: Context,
  actor: StaffActor,
  { reference, id }: { reference: string; id: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const row = await findToRestrict(unit, actor, reference);
    const [ended] = isId(id)
      ? await unit.tx
          .update(contactClearance)
          .set({ endedAt: unit.now, endedBy: actor.id })
          .where(
            and(
              eq(contactClearance.id, id),
              eq(contactClearance.contactId, row.id),
              isNull(contactClearance.endedAt),
            ),
          )
          .returning({ staffId: contactClearance.staffId })
      : [];
    if (!ended) throw new NotFound("nobody who is named");
    await unit.audit({ kind: "contact.name-ended", contactId: row.id, subjectId: ended.staffId, facts: {} });
  });
}

/** Who is named for a contact now, in the order in which they were. */
export async function loadNamed({ tx }: Unit, contactId: string, key: Buffer): Promise<Named[]> {
  const namer = alias(staff, "namer");
  const rows = await tx
    .select({ row: contactClearance, name: staff.name, by: namer.name })
    .from(contactClearance)
    .innerJoin(staff, eq(staff.id, contactClearance.staffId))
    .leftJoin(namer, eq(namer.id, contactClearance.namedBy))
    .where(and(eq(contactClearance.contactId, contactId), isNull(contactClearance.endedAt)))
    .orderBy(asc(contactClearance.namedAt));
  return rows.map(({ row, name, by }) => ({
    ...{ id: row.id, name, by: by ?? "Somebody", at: row.namedAt },
    reason: open<string>(key, { table: "contact_clearance", row: row.id, column: "reason" }, row.reason),
  }));
}

/** Other organisations hear of a contact by being invited or asked; a name would show them nothing. */
async function findColleague({ tx }: Unit, contactId: string, email: string): Promise<string> {
  const [found] = await tx
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(organisation, and(eq(organisation.id, staff.organisationId), eq(organisation.kind, "council")))
    .leftJoin(
      contactBar,
      and(eq(contactBar.staffId, staff.id), eq(contactBar.contactId, contactId), isNull(contactBar.endedAt)),
    )
    .where(
      and(sql`lower(${staff.email}) = lower(${email})`, eq(staff.active, true), isNull(contactBar.staffId)),
    );
  if (!found) throw new Invalid({ staffEmail: "Nobody of the council who may know of it has this address" });
  return found.id;
}
