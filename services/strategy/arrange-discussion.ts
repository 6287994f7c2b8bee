import { and, eq, inArray, isNull } from "drizzle-orm";
import { roleGrant, staff } from "#db/schema/directory";
import { pathway } from "#db/schema/pathways";
import { strategyAttendance } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { nextChaseAt } from "#domain/strategy-invitation";
import { arrangeSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findDiscussion } from "./find-discussion.ts";
import { noticeTo } from "./notice-to.ts";
import { raiseDiscussion } from "./raise-discussion.ts";

const chairRoles = ["strategy_chair", "social_work_manager", "manager", "on_call_manager"] as const;

/**
 * Sets when the discussion is and who chairs it. The chair owns the children's work from then on.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by field
 */
export async function arrangeDiscussion(
  context: Context,
  actor: StaffActor,
  input: { id: string; version: number; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, children, contact, attendance } = await findDiscussion(
      unit,
      actor,
      input.id,
      "chair-strategy",
    );
    const read = arrangeSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    const { chairId, joining } = read.data;
    if (!(await listChairs(unit)).some(({ id }) => id === chairId))
      throw new Invalid({ chairId: "Choose who chairs from the list" });
    const meetingAt = localInstant(read.data.meetingOn, read.data.meetingAt);
    const key = await readDataKey(unit, "contact", contact.id);
    const note = joining === "" ? null : seal(key, joiningPlace(row.id), joining);
    await raiseDiscussion(unit, row, input.version, { meetingAt, chairId, joining: note });
    if (row.meetingAt?.getTime() !== meetingAt.getTime())
      await askAgain(
        unit,
        attendance.map((one) => one.row),
        row.meetingAt !== null,
      );
    const waiting = children.filter(({ work }) => work.state === "waiting").map(({ work }) => work.id);
    await Promise.all([
      unit.tx
        .update(pathway)
        .set({ ownerId: chairId })
        .where(
          inArray(
            pathway.id,
            children.map(({ work }) => work.id),
          ),
        ),
      waiting.length === 0
        ? undefined
        : unit.tx
            .update(pathway)
            .set({ state: "accepted", acceptedAt: unit.now })
            .where(inArray(pathway.id, waiting)),
      unit.audit({ kind: "strategy.arranged", contactId: contact.id, subjectId: row.id, facts: {} }),
    ]);
  });
}

/** Everybody hears of the time; who had answered for another time is asked again. */
async function askAgain(
  unit: Unit,
  attendance: readonly (typeof strategyAttendance.$inferSelect)[],
  moved: boolean,
): Promise<void> {
  for (const one of attendance) {
    if (one.role === "social_care") continue;
    await noticeTo(unit, one, "strategy-arranged");
    if (one.answer !== null && !moved) continue;
    await unit.tx
      .update(strategyAttendance)
      .set({ answer: null, chaseAt: nextChaseAt(unit.now, 0, unit.context.settings) })
      .where(eq(strategyAttendance.id, one.id));
  }
}

export const joiningPlace = (row: string) => ({ table: "strategy_discussion", row, column: "joining" });

/** Who may chair, by name. */
export async function listChairs({ tx }: Unit): Promise<{ id: string; name: string }[]> {
  return tx
    .selectDistinct({ id: staff.id, name: staff.name })
    .from(staff)
    .innerJoin(roleGrant, and(eq(roleGrant.staffId, staff.id), isNull(roleGrant.revokedAt)))
    .where(and(eq(staff.active, true), inArray(roleGrant.role, [...chairRoles])))
    .orderBy(staff.name);
}
