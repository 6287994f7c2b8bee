import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { contact, draft } from "#db/schema/intake";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { senderOf } from "./sender-of.ts";

/** A form that is not sent yet, as its sender's list shows it: nothing that was typed in it. */
export type WaitingFormRow = {
  id: string;
  startedAt: Date;
  changedAt: Date;
  deletedAt: Date;
  offered: boolean;
};

/** More unfinished forms than anybody has; the oldest are deleted by themselves. */
const atMost = 50;

/** The forms of whoever proved their address in this browser, and those that a colleague offered to them. */
export async function listForms(context: Context, secret: string | null): Promise<WaitingFormRow[]> {
  return unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const senderId = await senderOf(unit, secret);
    if (senderId === null) return [];
    const rows = await unit.tx
      .select({ form: draft })
      .from(draft)
      .leftJoin(contact, eq(contact.idempotencyKey, draft.submissionKey))
      .where(
        and(
          or(eq(draft.senderId, senderId), eq(draft.offeredToId, senderId)),
          gt(draft.expiresAt, unit.now),
          isNull(contact.id),
        ),
      )
      .orderBy(desc(draft.createdAt))
      .limit(atMost);
    return rows.map(({ form }) => ({
      id: form.id,
      startedAt: form.createdAt,
      changedAt: form.updatedAt,
      deletedAt: form.expiresAt,
      offered: form.offeredToId === senderId,
    }));
  });
}
