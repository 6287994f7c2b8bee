import { and, eq, isNull, ne } from "drizzle-orm";
import { session } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Ends another of somebody's own sessions, or all but the one they act in; each is dead at its next request. What they
 * hold stays theirs: they are still here.
 * @param which the id of one session; one that is not theirs, or not there, changes nothing
 */
export async function endMySessions(
  context: Context,
  actor: StaffActor,
  which: string | "all-others",
): Promise<void> {
  if (which !== "all-others" && !uuid.test(which)) return;
  await unitOfWork(context, actor, (unit) => endMine(unit, actor, which));
}

/** The same beside another change, in its transaction. */
export async function endMine(unit: Unit, actor: StaffActor, which: string | "all-others"): Promise<void> {
  const ended = await unit.tx
    .update(session)
    .set({ endedAt: unit.now })
    .where(
      and(
        eq(session.staffId, actor.id),
        ne(session.id, actor.sessionId),
        isNull(session.endedAt),
        which === "all-others" ? undefined : eq(session.id, which),
      ),
    )
    .returning({ id: session.id });
  await unit.audit(
    ...ended.map(({ id }) => ({
      kind: "session.ended" as const,
      subjectId: id,
      facts: { how: "ended-elsewhere" as const },
    })),
  );
}
