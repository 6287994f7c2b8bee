import { and, asc, eq, inArray, isNull, lt } from "drizzle-orm";
import { strategyAttendance, strategyDiscussion } from "#db/schema/strategy";
import { nextChaseAt } from "#domain/strategy-invitation";
import type { Context } from "../context.ts";
import { oweHub } from "../mail/owe-hub.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { noticeTo } from "./notice-to.ts";
import { tellLateActions } from "./tell-late-actions.ts";

/** More than are due at once; the next sweep goes on. */
const atOnce = 100;

/**
 * Reminds organisations that have not said whether they come, and says once of each discussion that it was not held in
 * time: to the hub, and to whoever chairs.
 * Who has an action that is late is told once, and whoever chairs with them.
 * @returns how many were reminded, and how many discussions and actions were late
 */
export async function sweepDiscussions(
  context: Context,
): Promise<{ reminded: number; late: number; actions: number }> {
  return unitOfWork(context, { kind: "system", process: "clock-sweep" }, async (unit) => ({
    reminded: await chaseInvited(unit),
    late: await alarmLate(unit),
    actions: await tellLateActions(unit),
  }));
}

async function chaseInvited(unit: Unit): Promise<number> {
  const due = await unit.tx
    .select({ row: strategyAttendance, contactId: strategyDiscussion.contactId })
    .from(strategyAttendance)
    .innerJoin(strategyDiscussion, eq(strategyDiscussion.id, strategyAttendance.discussionId))
    .where(
      and(
        isNull(strategyAttendance.answer),
        lt(strategyAttendance.chaseAt, unit.now),
        isNull(strategyDiscussion.heldAt),
      ),
    )
    .orderBy(asc(strategyAttendance.chaseAt))
    .limit(atOnce)
    .for("update", { of: strategyAttendance, skipLocked: true });
  for (const { row, contactId } of due) {
    const ordinal = row.chased + 1;
    await unit.tx
      .update(strategyAttendance)
      .set({ chased: ordinal, chaseAt: nextChaseAt(unit.now, ordinal, unit.context.settings) })
      .where(eq(strategyAttendance.id, row.id));
    await noticeTo(unit, row, "strategy-chased");
    await unit.audit({
      ...{ kind: "strategy.chased", contactId, subjectId: row.discussionId, facts: { ordinal } },
    });
  }
  return due.length;
}

async function alarmLate(unit: Unit): Promise<number> {
  const late = await unit.tx
    .select()
    .from(strategyDiscussion)
    .where(
      and(
        isNull(strategyDiscussion.heldAt),
        isNull(strategyDiscussion.alarmedAt),
        lt(strategyDiscussion.holdBy, unit.now),
      ),
    )
    .orderBy(asc(strategyDiscussion.holdBy))
    .limit(atOnce)
    .for("update", { skipLocked: true });
  if (late.length === 0) return 0;
  const ids = late.map(({ id }) => id);
  await unit.tx
    .update(strategyDiscussion)
    .set({ alarmedAt: unit.now })
    .where(inArray(strategyDiscussion.id, ids));
  await oweHub(unit, "strategy-not-held", ...ids);
  await unit.owe(
    ...late.flatMap(({ id: subjectId, chairId: recipientId }) =>
      recipientId === null
        ? []
        : [
            {
              ...{ kind: "send-message" as const, subjectId, recipientId },
              facts: { message: "strategy-not-held" as const, to: "staff" as const },
            },
          ],
    ),
  );
  await unit.audit(
    ...late.map(({ id: subjectId, contactId }) => ({
      ...{ kind: "strategy.not-held" as const, contactId, subjectId, facts: {} },
    })),
  );
  return late.length;
}
