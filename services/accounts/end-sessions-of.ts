import { and, eq, isNull } from "drizzle-orm";
import { session } from "#db/schema/directory";
import { releaseHoldsOf } from "../contacts/release-holds-of.ts";
import type { Unit } from "../unit-of-work.ts";

/** Ends every session of somebody else, who may not be who they say: what they held goes back to the queue. */
export async function endSessionsOf(unit: Unit, staffId: string): Promise<void> {
  const ended = await unit.tx
    .update(session)
    .set({ endedAt: unit.now })
    .where(and(eq(session.staffId, staffId), isNull(session.endedAt)))
    .returning({ id: session.id });
  if (ended.length === 0) return;
  await releaseHoldsOf(unit, staffId, "signed-out");
  await unit.audit(
    ...ended.map(({ id }) => ({
      kind: "session.ended" as const,
      subjectId: id,
      facts: { how: "ended-by-administrator" as const },
    })),
  );
}
