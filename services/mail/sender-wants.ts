import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { contact, draft, draftNotice } from "#db/schema/intake";
import type { DroppedBecause } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

/** Read, told on the phone, or superseded before anybody did. */
export async function isTold(unit: Unit, feedbackId: string): Promise<DroppedBecause | null> {
  const [found] = await unit.tx.execute(sql`select 1 from feedback where id = ${feedbackId}
    and (read_at is not null or told_at is not null or dropped_at is not null)`);
  return found ? "read-or-dropped" : null;
}

/** A question that they answered since. */
export async function isAnswered(unit: Unit, questionId: string): Promise<DroppedBecause | null> {
  const [found] = await unit.tx.execute(
    sql`select 1 from sender_question where id = ${questionId} and answered_at is not null`,
  );
  return found ? "over" : null;
}

/** A form that was sent, given up or handed to somebody else since. */
export async function isNotWaiting(
  unit: Unit,
  message: "draft-unfinished" | "draft-offered",
  noticeId: string,
  senderId: string | null,
): Promise<DroppedBecause | null> {
  const whose = message === "draft-offered" ? draft.offeredToId : draft.senderId;
  const [found] = await unit.tx
    .select({ id: draft.id })
    .from(draftNotice)
    .innerJoin(draft, eq(draft.id, draftNotice.draftId))
    .leftJoin(contact, eq(contact.idempotencyKey, draft.submissionKey))
    .where(
      and(
        eq(draftNotice.id, noticeId),
        eq(whose, senderId ?? ""),
        gt(draft.expiresAt, unit.now),
        isNull(contact.id),
      ),
    );
  return found ? null : "over";
}
