import { and, asc, eq, isNull, lt } from "drizzle-orm";
import { cafRedirect, pathway } from "#db/schema/pathways";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** More than are due at once; the next sweep goes on. */
const atOnce = 100;

/**
 * Asks whoever handed a family over whether the help has begun, once it is time. Owed when it is due and never ahead.
 * @returns how many were asked
 */
export async function sweepStartChecks(context: Context): Promise<number> {
  return unitOfWork(context, { kind: "system", process: "clock-sweep" }, async (unit) => {
    const due = await unit.tx
      .select({
        id: pathway.id,
        ownerId: pathway.ownerId,
        teamId: pathway.teamId,
        entryId: cafRedirect.startCheckEntryId,
      })
      .from(cafRedirect)
      .innerJoin(pathway, eq(pathway.id, cafRedirect.pathwayId))
      .where(and(lt(cafRedirect.startCheckDueAt, unit.now), isNull(cafRedirect.startCheckToldAt)))
      .orderBy(asc(cafRedirect.startCheckDueAt))
      .limit(atOnce)
      .for("update", { of: cafRedirect, skipLocked: true });
    for (const { id, ownerId, teamId, entryId } of due) {
      const recipientId = ownerId ?? teamId;
      await unit.tx
        .update(cafRedirect)
        .set({ startCheckToldAt: unit.now })
        .where(eq(cafRedirect.pathwayId, id));
      if (recipientId === null || entryId === null) continue;
      await unit.owe({
        ...{ kind: "send-message", subjectId: entryId, recipientId },
        facts: { message: "did-help-start", to: ownerId === null ? "team" : "staff" },
      });
    }
    return due.length;
  });
}
