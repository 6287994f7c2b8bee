import type { AuditEvent } from "#domain/audit";
import type { Unit } from "../unit-of-work.ts";

/** Somebody who waits for us is not held up by an audit trail that cannot be written. */
export async function auditIfPossible(unit: Unit, event: AuditEvent): Promise<void> {
  try {
    await unit.tx.transaction((savepoint) => unit.within(savepoint).audit(event));
  } catch {
    unit.context.log.error({ subjectId: event.subjectId }, `${event.kind} stands without its audit event`);
  }
}
