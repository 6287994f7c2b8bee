import { eq } from "drizzle-orm";
import { senderSession } from "#db/schema/senders";
import type { Context } from "../context.ts";
import { hashSecret } from "../sealing/hash-secret.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Forgets in this browser whose address was proven; on a shared computer the next person finds nothing. */
export async function endSenderSession(context: Context, secret: string): Promise<void> {
  await unitOfWork(context, { kind: "system", process: "senders" }, ({ tx, now }) =>
    tx
      .update(senderSession)
      .set({ expiresAt: now })
      .where(eq(senderSession.secretHash, hashSecret(secret))),
  );
}
