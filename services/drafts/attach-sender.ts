import { and, eq, inArray } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import { sender } from "#db/schema/senders";
import { answerTo, fieldOf } from "#domain/questions/answers";
import { you } from "#domain/questions/you";
import { parseEmailAddress } from "#domain/email-address";
import type { Context } from "../context.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { senderKeys } from "../senders/sender-key.ts";
import { senderOf } from "../senders/sender-of.ts";
import { sealSender } from "../senders/sender-particulars.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openDraft, type DraftAccess } from "./draft-access.ts";

/**
 * Makes a draft its sender's: the address in it was proven in this browser. What they wrote of themselves is remembered
 * for the next form.
 * @returns false when the address in the draft is another, or none was proven here
 */
export async function attachSender(context: Context, access: DraftAccess): Promise<boolean> {
  return unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const { row, answers } = await openDraft(unit, access, true);
    const written = answerTo(answers, you.id);
    const email = parseEmailAddress(fieldOf(written, "email"));
    const senderId = await senderOf(unit, access.sender ?? null);
    if (senderId === null || written === null || email === null) return false;
    const [known] = await unit.tx
      .select({ id: sender.id })
      .from(sender)
      .where(and(eq(sender.id, senderId), inArray(sender.emailKey, senderKeys(context.keys, email))));
    if (!known) return false;
    const key = await readDataKey(unit, "sender", senderId);
    const particulars = sealSender(key, senderId, { email, you: written });
    await unit.tx.update(sender).set({ particulars }).where(eq(sender.id, senderId));
    await unit.tx.update(draft).set({ senderId }).where(eq(draft.id, row.id));
    return true;
  });
}
