import { and, eq, sql } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { ladoRecord } from "#db/schema/lado";
import { dataKey } from "#db/schema/proof";
import { organisationBypass } from "#db/schema/restricted";
import { hold } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { decisionDeadline } from "#domain/clocks";
import type { LadoContent, OpenLado } from "#domain/lado";
import { calendarOf } from "#domain/working-calendar";
import { findContactFor } from "../contacts/contact-access.ts";
import { openContactPage, type ContactHead } from "../contacts/contact-head.ts";
import { freed } from "../contacts/release-holds-of.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { tellOneByOne } from "../mail/tell-one-by-one.ts";
import { barContact } from "../restricted/lock-arriving.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/** The page for telling the designated officer. Whether anybody was told before is not shown: that is sealed. */
export async function readLadoForm(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<ContactHead> {
  return unitOfWork(context, actor, async (unit) => {
    const { head } = await openContactPage(unit, actor, { reference, page: "lado" });
    if (!head.can.lado) throw new Forbidden("open-lado");
    return head;
  });
}

/**
 * Opens a sealed record about an adult who works with children, beside the outcome for the child. From this moment
 * only the designated officer can read it; the contact itself stops being there for the adult, where they use this
 * service, and for their organisation, where it was asked to be gone around.
 * @throws NotFound, Forbidden; Invalid by field
 */
export async function openLado(
  context: Context,
  actor: StaffActor,
  { reference, staffEmail, bypass, ...adult }: OpenLado & { reference: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, reference, "open-lado");
    const accused = await findAccused(unit, actor, staffEmail);
    const id = unit.context.newId();
    const { key, row: keyRow } = newDataKey(unit.context.keys, "lado", id);
    await unit.tx.insert(dataKey).values(keyRow);
    const content: LadoContent = { ...adult, reference: row.reference };
    await unit.tx.insert(ladoRecord).values({
      ...{ id, contactId: row.id, openedBy: actor.id, openedAt: unit.now },
      accusedStaffId: accused?.id ?? null,
      employerOrganisationId: accused?.organisationId ?? null,
      content: seal(key, { table: "lado_record", row: id, column: "content" }, content),
      dueAt: decisionDeadline(unit.now, calendarOf(unit.context.settings)),
    });
    if (accused !== null) await keepFrom(unit, row.id, accused, bypass === "yes" ? actor.id : null);
    await unit.audit({ kind: "lado.opened", subjectId: id, facts: {} });
    await tellOneByOne(unit, {
      ...{ contactId: row.id, subjectId: id, message: "lado-opened" },
      roles: ["lado"],
    });
  });
}

type Accused = { id: string; organisationId: string; kind: string };

async function findAccused({ tx }: Unit, actor: StaffActor, email: string): Promise<Accused | null> {
  if (email === "") return null;
  const [found] = await tx
    .select({ id: staff.id, organisationId: staff.organisationId, kind: organisation.kind })
    .from(staff)
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .where(sql`lower(${staff.email}) = lower(${email})`);
  if (!found) throw new Invalid({ staffEmail: "Nobody who uses this service has this address" });
  if (found.id === actor.id)
    throw new Invalid({ staffEmail: "Somebody else tells the designated officer about you. Ask them to" });
  return found;
}

/** The council itself is never gone around: it decides about the child. */
async function keepFrom(
  unit: Unit,
  contactId: string,
  accused: Accused,
  bypassBy: string | null,
): Promise<void> {
  await barContact(unit, contactId, [accused.id], "accused");
  const [released] = await unit.tx
    .update(hold)
    .set(freed)
    .where(and(eq(hold.contactId, contactId), eq(hold.holderId, accused.id)))
    .returning({ contactId: hold.contactId });
  if (released) await unit.audit({ kind: "contact.released", contactId, facts: { how: "locked" } });
  if (bypassBy === null || accused.kind === "council") return;
  await unit.tx
    .insert(organisationBypass)
    .values({ contactId, organisationId: accused.organisationId, decidedBy: bypassBy, since: unit.now })
    .onConflictDoNothing();
}
