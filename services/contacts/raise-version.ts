import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import { auditEvent } from "#db/schema/proof";
import { changingKinds, eventWords, type StoredEvent } from "#domain/event-words";
import { Conflict } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

/** What happened while somebody was writing. `version` is the one that a second try has to carry. */
export type ChangedMeanwhile = {
  version: number;
  /** Newest first. */
  changes: readonly { at: Date; who: string; what: string }[];
};

/** Counts the contact's version up, for a change that others' unsent forms have to look at again. */
export async function raiseVersion(unit: Unit, contactId: string): Promise<void> {
  await unit.tx
    .update(contact)
    .set({ version: sql`${contact.version} + 1` })
    .where(eq(contact.id, contactId));
}

/**
 * Counts the version up when it still is the one that a form was made from.
 * @throws Conflict with `ChangedMeanwhile` when the contact changed since
 */
export async function raiseVersionFrom(unit: Unit, contactId: string, expected: number): Promise<void> {
  const raised = await unit.tx
    .update(contact)
    .set({ version: sql`${contact.version} + 1` })
    .where(and(eq(contact.id, contactId), eq(contact.version, expected)))
    .returning({ version: contact.version });
  if (raised.length === 0)
    throw new Conflict<ChangedMeanwhile>(
      "the contact changed meanwhile",
      await readChanges(unit, contactId, expected),
    );
}

/** What changed since a version: as many of the last changes as the version was raised, five at most. */
export async function readChanges(unit: Unit, contactId: string, since: number): Promise<ChangedMeanwhile> {
  const [[current], events] = await Promise.all([
    unit.tx.select({ version: contact.version }).from(contact).where(eq(contact.id, contactId)),
    unit.tx
      .select({
        at: auditEvent.at,
        kind: auditEvent.kind,
        facts: auditEvent.facts,
        who: sql<string>`coalesce(${staff.name}, 'The sender')`,
      })
      .from(auditEvent)
      .leftJoin(staff, eq(staff.id, auditEvent.actorId))
      .where(
        and(
          eq(auditEvent.contactId, contactId),
          inArray(auditEvent.kind, [...changingKinds]),
          sql`coalesce(${auditEvent.facts}->>'noteKind', '') not in ('note', 'kept_text')`,
        ),
      )
      .orderBy(desc(auditEvent.at), desc(auditEvent.recordedAt))
      .limit(5),
  ]);
  const version = current?.version ?? since;
  return {
    version,
    changes: events.slice(0, Math.max(1, version - since)).flatMap((event) => {
      const what = eventWords(event as StoredEvent, unit.context.settings);
      return what === null ? [] : [{ at: event.at, who: event.who, what }];
    }),
  };
}
