import { insertRows } from "#db/insert-rows";
import { auditEvent } from "#db/schema/proof";
import { auditFacts, type AuditEvent } from "#domain/audit";
import type { Unit } from "../unit.ts";

/** Only the unit of work calls this: an event stands in the transaction of what it tells. */
export async function writeAudit(unit: Unit, events: AuditEvent[]): Promise<void> {
  const rows = events.map((event) => auditRow(unit, event));
  await insertRows(unit.tx, auditEvent, rows);
}

/** The row that an event is kept as: who did it and when come from the unit of work. */
export function auditRow(
  { actor, context, now }: Pick<Unit, "actor" | "context" | "now">,
  event: AuditEvent,
) {
  return {
    id: context.newId(),
    at: now,
    kind: event.kind,
    actorKind: actor.kind,
    actorId: actor.kind === "staff" ? actor.id : null,
    sessionId: actor.kind === "staff" ? actor.sessionId : null,
    process: actor.kind === "system" ? actor.process : null,
    contactId: event.contactId ?? null,
    subjectId: event.subjectId ?? null,
    facts: auditFacts[event.kind].parse(event.facts),
  } satisfies typeof auditEvent.$inferInsert;
}
