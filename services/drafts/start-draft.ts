import { randomBytes } from "node:crypto";
import { draft } from "#db/schema/intake";
import { dataKey } from "#db/schema/proof";
import type { Audience, Language } from "#domain/intake";
import { rememberedAnswers } from "#domain/journeys";
import type { Context } from "../context.ts";
import { newDataKey } from "../sealing/data-keys.ts";
import type { KnownSender } from "../senders/find-sender.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { hashSecret } from "../sealing/hash-secret.ts";
import { sealAnswers, type DraftAccess } from "./draft-access.ts";

/** A draft that is never sent is deleted after this long. */
export const draftDays = 7;

/** @param input.sender who proved their address in this browser before: what they wrote of themselves is there already */
export async function startDraft(
  context: Context,
  input: { journey: Audience; language: Language; sender?: KnownSender | null },
): Promise<DraftAccess & { secret: string }> {
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    const draftId = context.newId();
    const secret = randomBytes(32).toString("base64url");
    const you = input.sender?.you ?? null;
    const answers = you === null ? {} : rememberedAnswers(you);
    const { key, row } = newDataKey(context.keys, "draft", draftId);
    await Promise.all([
      unit.tx.insert(dataKey).values(row),
      unit.tx.insert(draft).values({
        id: draftId,
        audience: input.journey,
        language: input.language,
        secretHash: hashSecret(secret),
        answers: sealAnswers(key, draftId, answers),
        senderId: input.sender?.senderId ?? null,
        createdAt: unit.now,
        updatedAt: unit.now,
        expiresAt: new Date(unit.now.getTime() + draftDays * 24 * 3_600_000),
      }),
    ]);
    return { draftId, secret };
  });
}
