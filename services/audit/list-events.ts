import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import { contact } from "#db/schema/intake";
import { staff } from "#db/schema/directory";
import { auditEvent } from "#db/schema/proof";
import type { StaffActor } from "#domain/actor";
import { auditWords } from "#domain/audit-words";
import type { StoredEvent } from "#domain/event-words";
import { may } from "#domain/permissions";
import { parseReference } from "#domain/reference";
import type { Context } from "../context.ts";
import { mayKnowOf } from "../contacts/known-to.ts";
import { Forbidden } from "../errors.ts";
import { isId } from "../new-id.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type ListedEvent = {
  id: string;
  at: Date;
  /** The code of what happened, and the same in words. */
  kind: string;
  what: string;
  /** A member of staff's name, or what acted. */
  who: string;
  reference: string | null;
};

export type EventPage = { events: ListedEvent[]; olderThan: string | null };

const pageSize = 100;

/**
 * Who did or saw what, newest first: kinds, people and references, never what was written.
 * @param query.olderThan the id of the last event of the page before: ids are in order of time
 * @param query.reference only events about this contact, as somebody typed its reference
 */
export async function listEvents(
  context: Context,
  actor: StaffActor,
  query: { olderThan: string | null; reference: string | null },
): Promise<EventPage> {
  if (!may(actor, "read-audit")) throw new Forbidden("read-audit");
  const reference = query.reference === null ? null : parseReference(query.reference);
  // Even that something happened to a contact would tell whoever may not know of it that there is one.
  const known = mayKnowOf(actor);
  return unitOfWork(context, actor, async (unit) => {
    const rows = await unit.tx
      .select({ event: auditEvent, name: staff.name, reference: contact.reference })
      .from(auditEvent)
      .leftJoin(staff, eq(staff.id, auditEvent.actorId))
      .leftJoin(contact, eq(contact.id, auditEvent.contactId))
      .where(
        and(
          query.olderThan !== null && isId(query.olderThan) ? lt(auditEvent.id, query.olderThan) : undefined,
          query.reference === null ? undefined : eq(contact.reference, reference ?? ""),
          known && or(isNull(contact.id), known),
        ),
      )
      .orderBy(desc(auditEvent.id))
      .limit(pageSize);
    await unit.audit({
      kind: "list.viewed",
      facts: { list: "audit", resultIds: rows.map(({ event }) => event.id) },
    });
    return {
      events: rows.map(({ event, name, reference: about }) => ({
        id: event.id,
        at: event.at,
        kind: event.kind,
        what: auditWords(event as unknown as StoredEvent, context.settings),
        who:
          name ?? (event.actorKind === "system" ? (event.process ?? "the system") : "a member of the public"),
        reference: about,
      })),
      olderThan: rows.length === pageSize ? (rows.at(-1)?.event.id ?? null) : null,
    };
  });
}
