import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { keptForm, session } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type MySessions = {
  sessions: { id: string; startedAt: Date; seenAt: Date; isThis: boolean }[];
  /** Forms that were kept over a lock and can still be opened. */
  kept: { id: string; path: string; keptAt: Date }[];
};

/** Where somebody is signed in at this moment, newest first. Only their own: nobody else's can be asked for. */
export async function listSessions(context: Context, actor: StaffActor): Promise<MySessions> {
  const idleSince = (now: Date) => new Date(now.getTime() - context.settings.signOutMinutes * 60_000);
  return unitOfWork(context, actor, async ({ tx, now }) => {
    const sessions = await tx
      .select({ id: session.id, startedAt: session.startedAt, seenAt: session.seenAt })
      .from(session)
      .where(
        and(
          eq(session.staffId, actor.id),
          isNull(session.endedAt),
          gt(session.expiresAt, now),
          gt(session.seenAt, idleSince(now)),
        ),
      )
      .orderBy(desc(session.startedAt))
      .limit(50);
    const kept = await tx
      .select({ id: keptForm.id, path: keptForm.path, keptAt: keptForm.keptAt })
      .from(keptForm)
      .where(and(eq(keptForm.staffId, actor.id), gt(keptForm.expiresAt, now)))
      .orderBy(desc(keptForm.keptAt));
    return { sessions: sessions.map((one) => ({ ...one, isThis: one.id === actor.sessionId })), kept };
  });
}
