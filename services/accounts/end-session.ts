import { and, eq, isNull } from "drizzle-orm";
import { session } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { releaseHoldsOf } from "../contacts/release-holds-of.ts";
import { unitOfWork } from "../unit-of-work.ts";

/**
 * Signs out. What this person held goes back to the queue in the same moment: a contact must never wait for somebody
 * who has gone home.
 */
export async function endSession(context: Context, actor: StaffActor): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const [ended] = await unit.tx
      .update(session)
      .set({ endedAt: unit.now })
      .where(and(eq(session.id, actor.sessionId), isNull(session.endedAt)))
      .returning({ id: session.id });
    if (!ended) return;
    await releaseHoldsOf(unit, actor.id, "signed-out");
    await unit.audit({ kind: "session.ended", subjectId: ended.id, facts: { how: "signed-out" } });
  });
}
