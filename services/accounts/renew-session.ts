import { and, eq, isNull } from "drizzle-orm";
import { session } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { hashSession } from "./find-session.ts";
import { newSecret } from "./start-session.ts";

/**
 * Gives a session a new secret after its person proved again who they are: it is unlocked, the proof is fresh, and the
 * secret before it is worth nothing from this moment. When it ends by itself does not change.
 * @returns the secret for the cookie
 * @throws NotFound when the session was ended meanwhile
 */
export async function renewSession(
  context: Context,
  actor: StaffActor,
  why: "unlock" | "step-up",
): Promise<string> {
  const secret = newSecret();
  await unitOfWork(context, actor, async (unit) => {
    const [renewed] = await unit.tx
      .update(session)
      .set({ secretHash: hashSession(secret), provedAt: unit.now, seenAt: unit.now, lockedAt: null })
      .where(and(eq(session.id, actor.sessionId), eq(session.staffId, actor.id), isNull(session.endedAt)))
      .returning({ id: session.id });
    if (!renewed) throw new NotFound("the session was ended");
    await unit.audit({ kind: "session.renewed", subjectId: renewed.id, facts: { why } });
  });
  return secret;
}
