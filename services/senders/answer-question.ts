import { and, eq, isNull } from "drizzle-orm";
import { hold, senderQuestion } from "#db/schema/screening";
import type { DangerAnswer } from "#domain/intake";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { addFrom } from "./add-more.ts";
import { openSent, sendersWork } from "./open-sent.ts";

/**
 * Takes the answer to a question of the hub's. It is kept with the question and added to the contact like everything
 * that is new, and whoever works on it hears at once. Answering twice keeps the first answer.
 * @throws NotFound when it is not theirs
 */
export async function answerQuestion(
  context: Context,
  given: { secret: string | null; reference: string; id: string; text: string; danger: DangerAnswer },
): Promise<void> {
  await unitOfWork(context, sendersWork, async (unit) => {
    const sent = await openSent(unit, given);
    const contactId = sent.row.id;
    const [open] = isId(given.id)
      ? await unit.tx
          .select({ id: senderQuestion.id })
          .from(senderQuestion)
          .where(and(eq(senderQuestion.id, given.id), eq(senderQuestion.contactId, contactId)))
      : [];
    if (!open) throw new NotFound("no such question");
    const key = await readDataKey(unit, "contact", contactId);
    const answer = seal(key, { table: "sender_question", row: open.id, column: "answer" }, given.text);
    const kept = await unit.tx
      .update(senderQuestion)
      .set({ answer, answeredAt: unit.now })
      .where(and(eq(senderQuestion.id, open.id), isNull(senderQuestion.answeredAt)))
      .returning({ id: senderQuestion.id });
    if (kept.length === 0) return;
    await addFrom(unit, sent, { text: given.text, danger: given.danger, key: open.id });
    await unit.audit({ kind: "sender.answered", contactId, subjectId: sent.senderId, facts: {} });
    await tell(unit, contactId, open.id);
  });
}

/** Whoever holds it, else the hub. */
async function tell(unit: Unit, contactId: string, questionId: string): Promise<void> {
  const [held] = await unit.tx.select().from(hold).where(eq(hold.contactId, contactId));
  if (!held?.holderId) return oweHub(unit, "question-answered", questionId);
  await unit.owe({
    kind: "send-message",
    subjectId: questionId,
    recipientId: held.holderId,
    facts: { message: "question-answered", to: "staff" },
  });
}
