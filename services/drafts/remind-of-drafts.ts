import { and, eq, gt, isNotNull, isNull, lt } from "drizzle-orm";
import { contact, draft } from "#db/schema/intake";
import { danger } from "#domain/questions/danger";
import { answerTo, fieldOf } from "#domain/questions/answers";
import { reminderDue } from "#domain/sender";
import { readDataKeys } from "../sealing/data-keys.ts";
import type { Unit } from "../unit-of-work.ts";
import { openAnswers } from "./draft-access.ts";
import { oweNotice } from "./owe-notice.ts";

/** As many as one go looks at, those that waited longest first; the next go is minutes away. */
const atOnce = 200;
/** Reminders of one form: after two hours, after a day, and on the last day. */
const most = 3;

/** Owes the reminders of forms that were begun and not sent, to senders who proved their address. */
export async function remindOfDrafts(unit: Unit): Promise<number> {
  const { tx, now } = unit;
  const waiting = await tx
    .select({ form: draft })
    .from(draft)
    .leftJoin(contact, eq(contact.idempotencyKey, draft.submissionKey))
    .where(
      and(
        isNotNull(draft.senderId),
        isNull(contact.id),
        gt(draft.expiresAt, now),
        lt(draft.reminded, most),
        // Sooner than any reminder is due.
        lt(draft.updatedAt, new Date(now.getTime() - 10 * 60_000)),
      ),
    )
    .orderBy(draft.updatedAt)
    .limit(atOnce)
    .for("update", { of: draft, skipLocked: true });
  const keys = await readDataKeys(
    unit,
    "draft",
    waiting.map(({ form }) => form.id),
  );
  let owed = 0;
  for (const { form } of waiting) {
    const key = keys.get(form.id);
    if (key === undefined || form.senderId === null) continue;
    // The system looks at one answer, so that an urgent form is called to mind sooner; nobody sees it.
    const inDanger = fieldOf(answerTo(openAnswers(key, form), danger.id), "danger") === "yes";
    const reminded = reminderDue({ ...form, inDanger }, now);
    if (reminded === null) continue;
    await tx.update(draft).set({ reminded }).where(eq(draft.id, form.id));
    await oweNotice(unit, { draftId: form.id, senderId: form.senderId, message: "draft-unfinished" });
    owed += 1;
  }
  return owed;
}
