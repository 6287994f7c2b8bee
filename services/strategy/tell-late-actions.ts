import { and, asc, eq, isNull, lt } from "drizzle-orm";
import { strategyAction, strategyAttendance, strategyDiscussion, strategyNotice } from "#db/schema/strategy";
import type { Unit } from "../unit-of-work.ts";

/** More than are late at once; the next sweep goes on. */
const atOnce = 100;

/** Says once of each action that it is late: to whose it is, and to whoever chairs. */
export async function tellLateActions(unit: Unit): Promise<number> {
  const due = await unit.tx
    .select({
      action: strategyAction,
      attendanceId: strategyAttendance.id,
      chairId: strategyDiscussion.chairId,
      contactId: strategyDiscussion.contactId,
    })
    .from(strategyAction)
    .innerJoin(strategyDiscussion, eq(strategyDiscussion.id, strategyAction.discussionId))
    .innerJoin(
      strategyAttendance,
      and(
        eq(strategyAttendance.discussionId, strategyAction.discussionId),
        eq(strategyAttendance.organisationId, strategyAction.organisationId),
      ),
    )
    .where(
      and(
        isNull(strategyAction.doneAt),
        isNull(strategyAction.lateToldAt),
        lt(strategyAction.dueAt, unit.now),
      ),
    )
    .orderBy(asc(strategyAction.dueAt))
    .limit(atOnce)
    .for("update", { of: strategyAction, skipLocked: true });
  for (const { action, attendanceId, chairId, contactId } of due) {
    const id = unit.context.newId();
    await unit.tx
      .update(strategyAction)
      .set({ lateToldAt: unit.now })
      .where(eq(strategyAction.id, action.id));
    await unit.tx.insert(strategyNotice).values({ id, attendanceId, actionId: action.id, at: unit.now });
    const facts = (to: "organisation" | "staff") => ({ message: "strategy-action-late" as const, to });
    const late = { kind: "send-message" as const, subjectId: id };
    await unit.owe(
      { ...late, recipientId: action.organisationId, facts: facts("organisation") },
      ...(chairId === null ? [] : [{ ...late, recipientId: chairId, facts: facts("staff") }]),
    );
    await unit.audit({
      ...{ kind: "strategy.action-late", contactId, subjectId: action.discussionId, facts: {} },
    });
  }
  return due.length;
}
