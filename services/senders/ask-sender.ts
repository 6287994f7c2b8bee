import { and, count, eq, isNull } from "drizzle-orm";
import { referrer } from "#db/schema/intake";
import { senderQuestion } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { addElapsed } from "#domain/clocks";
import { findContactFor } from "../contacts/contact-access.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** More at once would be a form, not a question. */
const openAtMost = 3;

/**
 * Asks whoever sent a contact something; they answer behind their emailed code. The decision clock runs on.
 * @throws Invalid when there is no address to ask at, or enough questions are open
 */
export async function askSender(
  context: Context,
  actor: StaffActor,
  { reference, text, hours }: { reference: string; text: string; hours: number },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, reference, "add-note");
    const [room] = await unit.tx
      .select({ id: referrer.id, canBeEmailed: referrer.canBeEmailed })
      .from(referrer)
      .where(eq(referrer.contactId, row.id));
    if (!room?.canBeEmailed) throw new Invalid({ text: "There is no address to ask at: ring them instead" });
    const [open] = await unit.tx
      .select({ n: count() })
      .from(senderQuestion)
      .where(and(eq(senderQuestion.contactId, row.id), isNull(senderQuestion.answeredAt)));
    if ((open?.n ?? 0) >= openAtMost)
      throw new Invalid({ text: "Three questions are open already: ring them instead" });
    const id = context.newId();
    const key = await readDataKey(unit, "contact", row.id);
    await unit.tx.insert(senderQuestion).values({
      id,
      contactId: row.id,
      askedBy: actor.id,
      askedAt: unit.now,
      answerBy: addElapsed(unit.now, { hours }),
      content: seal(key, { table: "sender_question", row: id, column: "content" }, text),
    });
    await unit.audit({ kind: "sender.asked", contactId: row.id, subjectId: id, facts: {} });
    await unit.owe({
      kind: "send-message",
      subjectId: id,
      recipientId: room.id,
      facts: { message: "question-asked", to: "referrer" },
    });
  });
}
