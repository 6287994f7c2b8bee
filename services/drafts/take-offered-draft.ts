import { randomBytes } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import { rememberedAnswers } from "#domain/journeys";
import { withoutAnswer } from "#domain/questions/answers";
import { you } from "#domain/questions/you";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { hashSecret } from "../sealing/hash-secret.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { senderOf } from "../senders/sender-of.ts";
import { readSender } from "../senders/sender-particulars.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openAnswers, sealAnswers } from "./draft-access.ts";

/**
 * Takes over a form that a colleague offered. From now on it is theirs alone: who began it cannot open it any more, and
 * what they wrote of themselves is taken out, because another person sends it.
 * @throws NotFound when it was not offered to whoever proved their address in this browser
 */
export async function takeOfferedDraft(
  context: Context,
  { draftId, sender }: { draftId: string; sender: string | null },
): Promise<void> {
  await unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const senderId = isId(draftId) ? await senderOf(unit, sender) : null;
    if (senderId === null) throw new NotFound("no such offer");
    const [row] = await unit.tx
      .select()
      .from(draft)
      .where(and(eq(draft.id, draftId), eq(draft.offeredToId, senderId), gt(draft.expiresAt, unit.now)))
      .for("update");
    if (!row) throw new NotFound("no such offer");
    const key = await readDataKey(unit, "draft", row.id);
    const known = await readSender(unit, senderId);
    const rest = withoutAnswer(openAnswers(key, row), you.id);
    const answers = { ...rest, ...(known?.you ? rememberedAnswers(known.you) : {}) };
    await unit.tx
      .update(draft)
      .set({
        senderId,
        offeredToId: null,
        secretHash: hashSecret(randomBytes(32).toString("base64url")),
        answers: sealAnswers(key, row.id, answers),
        version: row.version + 1,
        updatedAt: unit.now,
        reminded: 0,
      })
      .where(eq(draft.id, row.id));
    await unit.audit({ kind: "draft.handed-over", subjectId: row.id, facts: {} });
  });
}
