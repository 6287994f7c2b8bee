import { sql } from "drizzle-orm";
import type { OwedWork } from "../outbox/owed-work.ts";
import type { Unit } from "../unit-of-work.ts";

/**
 * Why a message should not be sent after all; null when it should. News of a decision can become untrue while it waits:
 * it may be superseded, read already, or covered by the notice about a brother or sister decided just before. A code or
 * an invitation that can no longer be used only confuses.
 */
export async function noLongerWanted(unit: Unit, owed: OwedWork<"send-message">): Promise<string | null> {
  const { message } = owed.facts;
  if (message === "account-code") return isPast(unit, owed.subjectId, "email_code");
  if (message === "account-invited" || message === "account-recovery")
    return isPast(unit, owed.subjectId, "invitation");
  if (message !== "decision-made") return null;
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

async function isPast(unit: Unit, id: string, table: "email_code" | "invitation"): Promise<string | null> {
  const now = unit.now.toISOString();
  const [found] = await unit.tx.execute(
    table === "email_code"
      ? sql`select 1 from email_code where id = ${id} and used_at is null and expires_at > ${now}`
      : sql`select 1 from invitation where id = ${id} and done_at is null and withdrawn_at is null and expires_at > ${now}`,
  );
  return found ? null : "over";
}
