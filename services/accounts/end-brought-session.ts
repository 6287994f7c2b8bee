import { and, eq, isNull } from "drizzle-orm";
import { session } from "#db/schema/directory";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { hashSession } from "./find-session.ts";

/**
 * Ends the session, if any, of the cookie that a browser brought to sign-in: one browser has one session, and a cookie
 * from before signing in is worth nothing afterwards, whoever put it there.
 */
export async function endBroughtSession(context: Context, cookieValue: string): Promise<void> {
  await unitOfWork(context, { kind: "system", process: "accounts" }, async (unit) => {
    const [ended] = await unit.tx
      .update(session)
      .set({ endedAt: unit.now })
      .where(and(eq(session.secretHash, hashSession(cookieValue)), isNull(session.endedAt)))
      .returning({ id: session.id });
    if (ended) await unit.audit({ kind: "session.ended", subjectId: ended.id, facts: { how: "replaced" } });
  });
}
