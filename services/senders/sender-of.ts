import { and, eq, gt, isNotNull } from "drizzle-orm";
import { senderSession } from "#db/schema/senders";
import { hashSecret } from "../sealing/hash-secret.ts";
import type { Unit } from "../unit-of-work.ts";

/** Whose address was proven in the browser with this secret; null for nobody. */
export async function senderOf({ tx, now }: Unit, secret: string | null): Promise<string | null> {
  if (secret === null) return null;
  const [found] = await tx
    .select({ senderId: senderSession.senderId })
    .from(senderSession)
    .where(
      and(
        eq(senderSession.secretHash, hashSecret(secret)),
        isNotNull(senderSession.provenAt),
        gt(senderSession.expiresAt, now),
      ),
    );
  return found?.senderId ?? null;
}
