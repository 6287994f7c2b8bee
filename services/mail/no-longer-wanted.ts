import { and, eq, isNotNull, sql } from "drizzle-orm";
import { team } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import type { Role } from "#domain/actor";
import type { DroppedBecause } from "#domain/messages";
import type { OwedWork } from "../outbox/owed-work.ts";
import type { Unit } from "../unit-of-work.ts";
import { isAnswered, isNotWaiting, isTold } from "./sender-wants.ts";
import { isClosedRequest } from "./request-facts.ts";
import { isDecidedSince } from "./decided-since.ts";
import { isHeldOrAnswered, isOfStrategy } from "./strategy-wants.ts";
import { tellOneByOne } from "./tell-one-by-one.ts";

const managers: readonly Role[] = ["manager", "on_call_manager"];

/**
 * Why a message should not be sent after all; null when it should. News of a decision can become untrue while it waits:
 * it may be superseded, read already, or covered by the notice about a brother or sister decided just before. A code or
 * an invitation that can no longer be used only confuses. And an inbox that the whole hub reads must not tell of a contact
 * that only cleared staff may know of: each manager is then owed the message instead.
 */
export async function noLongerWanted(
  unit: Unit,
  owed: OwedWork<"send-message">,
  contactId?: string,
): Promise<DroppedBecause | null> {
  const { message, to } = owed.facts;
  const ofTeam = to === "team" && contactId !== undefined;
  if (ofTeam && (await isLockedFromTeam(unit, contactId, owed.recipientId))) {
    await tellOneByOne(unit, { contactId, subjectId: owed.subjectId, message, roles: managers });
    return "told-one-by-one";
  }
  if (message === "account-code") return isPast(unit, owed.subjectId, "email_code");
  if (message === "sender-code") return isPast(unit, owed.subjectId, "sender_session");
  if (message === "draft-unfinished" || message === "draft-offered")
    return isNotWaiting(unit, message, owed.subjectId, owed.recipientId);
  if (message === "account-invited" || message === "account-recovery")
    return isPast(unit, owed.subjectId, "invitation");
  if (message === "decision-unread") return isTold(unit, owed.subjectId);
  if (message === "question-asked") return isAnswered(unit, owed.subjectId);
  if (message === "agency-asked" || message === "agency-chased") return isClosedRequest(unit, owed.subjectId);
  if (message === "glass-unreviewed") return isReviewed(unit, owed.subjectId);
  if (message === "contact-named") return isNamedNoLonger(unit, owed.subjectId);
  if (message === "hand-over-unaccepted") return isAccepted(unit, owed.subjectId);
  if (message === "work-late") return isStopped(unit, owed.subjectId);
  if (message === "decision-due" || message === "decision-late" || message === "decision-delayed")
    return isDecidedSince(unit, owed.subjectId);
  if (message === "lado-untaken") return isTaken(unit, owed.subjectId);
  if (isOfStrategy(message)) return isHeldOrAnswered(unit, message, owed.subjectId);
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

async function isLockedFromTeam(unit: Unit, contactId: string, teamId: string | null): Promise<boolean> {
  const [found] = await unit.tx
    .select({ id: contact.id })
    .from(contact)
    .innerJoin(team, and(eq(team.id, teamId ?? ""), eq(team.purpose, "hub")))
    .where(and(eq(contact.id, contactId), isNotNull(contact.clearedOnlySince)));
  return found !== undefined;
}

async function isReviewed(unit: Unit, reminderId: string): Promise<DroppedBecause | null> {
  const [found] = await unit.tx.execute(
    sql`select 1 from broken_glass where reminder_id = ${reminderId} and reviewed_at is not null`,
  );
  return found ? "reviewed" : null;
}

async function isNamedNoLonger(unit: Unit, id: string): Promise<DroppedBecause | null> {
  const [found] = await unit.tx.execute(
    sql`select 1 from contact_clearance where id = ${id} and ended_at is not null`,
  );
  return found ? "over" : null;
}

async function isAccepted(unit: Unit, id: string): Promise<DroppedBecause | null> {
  const [found] = await unit.tx.execute(
    sql`select 1 from hand_over where id = ${id} and ended_at is not null`,
  );
  return found ? "taken-up" : null;
}

async function isTaken(unit: Unit, reminderId: string): Promise<DroppedBecause | null> {
  const [found] = await unit.tx.execute(
    sql`select 1 from lado_record where reminder_id = ${reminderId} and acknowledged_at is not null`,
  );
  return found ? "taken-up" : null;
}

async function isStopped(unit: Unit, clockId: string): Promise<DroppedBecause | null> {
  const stopped = sql`select 1 from clock where id = ${clockId} and stopped_at is not null`;
  return (await unit.tx.execute(stopped)).length > 0 ? "over" : null;
}

type Passing = "email_code" | "invitation" | "sender_session";

async function isPast(unit: Unit, id: string, table: Passing): Promise<DroppedBecause | null> {
  const now = unit.now.toISOString();
  const queries = {
    email_code: sql`select 1 from email_code where id = ${id} and used_at is null and expires_at > ${now}`,
    sender_session: sql`select 1 from sender_session where id = ${id} and proven_at is null and expires_at > ${now}`,
    invitation: sql`select 1 from invitation where id = ${id} and done_at is null and withdrawn_at is null and expires_at > ${now}`,
  };
  const [found] = await unit.tx.execute(queries[table]);
  return found ? null : "over";
}
