import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import { auditEvent } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import type { StoredEvent } from "#domain/event-words";
import { lookInWords, lookKinds } from "#domain/look-words";
import { may } from "#domain/permissions";
import { parseReference } from "#domain/reference";
import { localDate } from "#domain/time-words";
import { knowing } from "../contacts/known-to.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { readListings, type Listing, type Looker } from "./read-listings.ts";

export type Look = { id: string; at: Date; by: Looker; what: string; why: string };

export type Lookers = {
  asAt: Date;
  reference: string;
  looks: Look[];
  /** Goes into the address of the next page; null when this is the last. */
  older: string | null;
  /** The day whose lists are shown, as an ISO date. */
  day: string;
  listings: Listing[];
};

const pageSize = 50;

/**
 * Who looked at one contact, at what and why they could, newest first; and in whose lists it stood on one day, because a
 * list shows names too. Opening this is recorded like any other look.
 * @param query.before the id of the last look of the page before: ids are in order of time
 * @throws NotFound when the contact does not exist for this person
 */
export async function listLookers(
  context: Context,
  actor: StaffActor,
  query: { reference: string; before: string | null; day: string | null },
): Promise<Lookers> {
  return unitOfWork(context, actor, async (unit) => {
    const [row] = await unit.tx
      .select({
        id: contact.id,
        reference: contact.reference,
        receivedAt: contact.receivedAt,
        clearedOnlySince: contact.clearedOnlySince,
      })
      .from(contact)
      .where(eq(contact.reference, parseReference(query.reference) ?? ""));
    if (!row) throw new NotFound("no such contact");
    if (!may(actor, "see-lookers", knowing(actor, row))) throw new NotFound("not yours to check", row.id);
    const day = isDay(query.day) ? query.day : localDate(unit.now);
    const before = query.before !== null && isId(query.before) ? query.before : null;
    const [looks, listings] = await Promise.all([
      readLooks(unit, row.id, before),
      readListings(unit, row.id, day),
    ]);
    const resultIds = looks.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", contactId: row.id, facts: { list: "lookers", resultIds } });
    const older = looks.length === pageSize ? (looks.at(-1)?.id ?? null) : null;
    return { asAt: unit.now, reference: row.reference, looks, older, day, listings };
  });
}

async function readLooks(unit: Unit, contactId: string, before: string | null): Promise<Look[]> {
  const rows = await unit.tx
    .select({ event: auditEvent, by: lookerColumns })
    .from(auditEvent)
    .innerJoin(staff, eq(staff.id, auditEvent.actorId))
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .where(
      and(
        eq(auditEvent.contactId, contactId),
        inArray(auditEvent.kind, [...lookKinds]),
        before === null ? undefined : lt(auditEvent.id, before),
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(pageSize);
  return rows.map(({ event, by }) => ({
    id: event.id,
    at: event.at,
    by,
    ...lookInWords(event as unknown as StoredEvent),
  }));
}

const lookerColumns = { name: staff.name, job: staff.jobTitle, organisation: organisation.name };

const isDay = (text: string | null): text is string =>
  text !== null &&
  /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) &&
  !Number.isNaN(Date.parse(text));
