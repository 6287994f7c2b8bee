import { and, eq, isNull } from "drizzle-orm";
import { session } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** Locks the screen of somebody who walks away. What they hold stays theirs: they are coming back. */
export async function lockSession(context: Context, actor: StaffActor): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const [locked] = await unit.tx
      .update(session)
      .set({ lockedAt: unit.now })
      .where(and(eq(session.id, actor.sessionId), isNull(session.lockedAt), isNull(session.endedAt)))
      .returning({ id: session.id });
    if (locked) await unit.audit({ kind: "session.locked", subjectId: locked.id, facts: {} });
  });
}
