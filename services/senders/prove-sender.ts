import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { sender, senderSession } from "#db/schema/senders";
import { senderHours } from "#domain/sender";
import { codeTries } from "#domain/sign-in";
import { isCodeOf, plainCode } from "../accounts/email-codes.ts";
import type { Context } from "../context.ts";
import { hashSecret } from "../sealing/hash-secret.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

/**
 * Takes the code that was sent to an address, in the browser that asked for it.
 * @returns another secret for its cookie: what somebody else may have put there before is worth nothing
 * @throws Invalid for a wrong code, one that is too old, and a browser that asked for none: all in the same words
 */
export async function proveSender(
  context: Context,
  { secret, code }: { secret: string | null; code: string },
): Promise<string> {
  const proven = await unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const fresh = randomBytes(32).toString("base64url");
    const senderId = await takeCode(unit, { secret, fresh, code: plainCode(code) });
    // Not thrown here: the try that was counted has to stand.
    if (senderId === null) return null;
    await unit.tx.update(sender).set({ provenAt: unit.now }).where(eq(sender.id, senderId));
    await unit.audit({ kind: "sender.proved", subjectId: senderId, facts: {} });
    return fresh;
  });
  if (proven === null) throw new Invalid({ code: "wrong-code" });
  return proven;
}

async function takeCode(
  { tx, now, context }: Unit,
  { secret, fresh, code }: { secret: string | null; fresh: string; code: string },
): Promise<string | null> {
  if (secret === null) return null;
  const [tried] = await tx
    .update(senderSession)
    .set({ tries: sql`${senderSession.tries} + 1` })
    .where(
      and(
        eq(senderSession.secretHash, hashSecret(secret)),
        isNull(senderSession.provenAt),
        lt(senderSession.tries, codeTries),
        gt(senderSession.expiresAt, now),
      ),
    )
    .returning({ id: senderSession.id, senderId: senderSession.senderId });
  if (!tried || !isCodeOf(context.keys, tried.id, code)) return null;
  const expiresAt = new Date(now.getTime() + senderHours * 3_600_000);
  const secretHash = hashSecret(fresh);
  await tx
    .update(senderSession)
    .set({ secretHash, provenAt: now, expiresAt })
    .where(eq(senderSession.id, tried.id));
  return tried.senderId;
}
