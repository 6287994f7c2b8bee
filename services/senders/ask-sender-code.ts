import { randomBytes } from "node:crypto";
import { lt, inArray } from "drizzle-orm";
import { senderSession } from "#db/schema/senders";
import type { Language } from "#domain/intake";
import { attemptLimits, codeMinutes } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { hashSecret } from "../sealing/hash-secret.ts";
import { TooManyAttempts } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findOrMakeSender } from "./find-or-make-sender.ts";

/**
 * Sends six digits to an address at work. Anybody may ask for any address, so two limits stand: what one address gets,
 * and what one network asks for.
 * @returns the secret for the cookie of the browser in which the code is worth something
 * @throws TooManyAttempts
 */
export async function askSenderCode(
  context: Context,
  { email, network, language = "en" }: { email: string; network: string; language?: Language },
): Promise<string> {
  const until = await spendAttempts(context, [
    { name: "sender-address", of: email.toLowerCase(), ...attemptLimits["sender-address"] },
    { name: "sender-network", of: network, ...attemptLimits["sender-network"] },
  ]);
  if (until) throw new TooManyAttempts(until);
  return unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const senderId = await findOrMakeSender(unit, email);
    const secret = randomBytes(32).toString("base64url");
    const id = context.newId();
    await unit.tx.insert(senderSession).values({
      id,
      senderId,
      secretHash: hashSecret(secret),
      ...{ askedAt: unit.now, language },
      expiresAt: new Date(unit.now.getTime() + codeMinutes * 60_000),
    });
    await unit.owe({
      kind: "send-message",
      subjectId: id,
      recipientId: senderId,
      facts: { message: "sender-code", to: "sender" },
    });
    await unit.audit({ kind: "sender.code-sent", subjectId: senderId, facts: {} });
    await forgetOld(unit);
    return secret;
  });
}

/** A few that are over, each time. */
async function forgetOld({ tx, now }: Unit): Promise<void> {
  const old = tx
    .select({ id: senderSession.id })
    .from(senderSession)
    // A day longer than they are good for: the email about one may still be on its way.
    .where(lt(senderSession.expiresAt, new Date(now.getTime() - 24 * 3_600_000)))
    .limit(20)
    .for("update", { skipLocked: true });
  await tx.delete(senderSession).where(inArray(senderSession.id, old));
}
