import { sql } from "drizzle-orm";
import type { OwedWork } from "../outbox/owed-work.ts";
import type { Unit } from "../unit-of-work.ts";

/**
 * Why a message should not be sent after all; null when it should. Only news of a decision can become untrue while it
 * waits: it may be superseded, read already, or covered by the notice about a brother or sister decided just before.
 */
export async function noLongerWanted(unit: Unit, owed: OwedWork<"send-message">): Promise<string | null> {
  if (owed.facts.message !== "decision-made") return null;
  const [found] = await unit.tx.execute<{ superseded: boolean; read: boolean; told: boolean }>(sql`
    select
      exists (select 1 from decision where supersedes_id = ${owed.subjectId}) as superseded,
      exists (select 1 from feedback where decision_id = ${owed.subjectId}
        and (read_at is not null or dropped_at is not null)) as read,
      exists (select 1 from delivery
        join outbox sent on sent.id = delivery.outbox_id and sent.recipient_id = ${owed.recipientId}
        where delivery.message = 'decision-made' and delivery.accepted_at >= ${owed.availableAt.toISOString()}
          and delivery.outbox_id <> ${owed.id}) as told`);
  if (found?.superseded) return "superseded";
  if (found?.read) return "read-or-dropped";
  return found?.told ? "told-with-another" : null;
}
