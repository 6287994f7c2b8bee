import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { pathway } from "#db/schema/pathways";
import { auditEvent } from "#db/schema/proof";
import type { AuditKind } from "#domain/audit";
import { eventWords, type StoredEvent } from "#domain/event-words";
import type { ChangedMeanwhile } from "../contacts/raise-version.ts";
import { Conflict } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";

type Change = Partial<
  Pick<
    typeof pathway.$inferInsert,
    | "state"
    | "teamId"
    | "ownerId"
    | "acceptedAt"
    | "firstRecordAt"
    | "closedAt"
    | "returnedBecause"
    | "steppedUpAt"
  >
>;

/**
 * Changes a piece of work when it still is the one that a form was made from.
 * @throws Conflict with `ChangedMeanwhile` when somebody changed it since
 */
export async function raisePathway(
  unit: Unit,
  { id, contactId }: Pick<typeof pathway.$inferSelect, "id" | "contactId">,
  expected: number,
  change: Change = {},
): Promise<void> {
  const raised = await unit.tx
    .update(pathway)
    .set({ ...change, version: sql`${pathway.version} + 1` })
    .where(and(eq(pathway.id, id), eq(pathway.version, expected)))
    .returning({ id: pathway.id });
  if (raised.length === 0)
    throw new Conflict("the work changed meanwhile", await readChanges(unit, id, contactId, expected));
}

const changing: readonly AuditKind[] = [
  "pathway.accepted",
  "pathway.returned",
  "pathway.recorded",
  "pathway.assigned",
  "pathway.closed",
];

/** What was done to a piece of work since a version of it: five changes at most, the newest first. */
async function readChanges(
  unit: Unit,
  id: string,
  contactId: string,
  since: number,
): Promise<ChangedMeanwhile> {
  const [[current], events] = await Promise.all([
    unit.tx.select({ version: pathway.version }).from(pathway).where(eq(pathway.id, id)),
    unit.tx
      .select({ at: auditEvent.at, kind: auditEvent.kind, facts: auditEvent.facts, who: staff.name })
      .from(auditEvent)
      .innerJoin(staff, eq(staff.id, auditEvent.actorId))
      .where(
        and(
          eq(auditEvent.contactId, contactId),
          eq(auditEvent.subjectId, id),
          inArray(auditEvent.kind, [...changing]),
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
