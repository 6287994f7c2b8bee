import { and, eq, isNull, sql } from "drizzle-orm";
import { strategyDiscussion } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { lockSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion } from "./find-discussion.ts";
import { refuseUnless } from "./refuse-unless.ts";

export const lockedPlace = (row: string) => ({ table: "strategy_discussion", row, column: "locked_because" });

/**
 * Locks the record: what changes later is written beside it. It was held with social care, police and health, or somebody
 * said why not; and everybody who took part agrees, or whoever chairs says why it is locked all the same.
 * @throws Conflict with `ChangedMeanwhile`; Invalid by field
 */
export async function lockRecord(
  context: Context,
  actor: StaffActor,
  input: { id: string; version: number; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact, attendance } = await findDiscussion(unit, actor, input.id, "chair-strategy", true);
    refuseUnless(row, "lock");
    const read = lockSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    const { lockedBecause } = read.data;
    const open = attendance.filter(({ row: one }) => one.present && one.agreement !== "agrees");
    if (open.length > 0 && lockedBecause === "") {
      const names = open.map(({ organisation }) => organisation.name).join(", ");
      throw new Invalid({ lockedBecause: `Say why it is locked although these do not agree yet: ${names}` });
    }
    if (row.quorate !== true && row.absentBecause === null)
      throw new Invalid({ lockedBecause: "Nobody said why it went ahead without its core" });
    const key = await readDataKey(unit, "contact", contact.id);
    const because = lockedBecause === "" ? null : seal(key, lockedPlace(row.id), lockedBecause);
    const locked = await unit.tx
      .update(strategyDiscussion)
      .set({
        ...{ lockedAt: unit.now, lockedBy: actor.id, lockedBecause: because },
        version: sql`${strategyDiscussion.version} + 1`,
      })
      .where(
        and(
          eq(strategyDiscussion.id, row.id),
          eq(strategyDiscussion.version, input.version),
          isNull(strategyDiscussion.lockedAt),
        ),
      )
      .returning({ id: strategyDiscussion.id });
    if (locked.length === 0)
      throw new Conflict("the discussion changed meanwhile", { version: row.version, changes: [] });
    await unit.audit({
      ...{ kind: "strategy.locked", contactId: contact.id, subjectId: row.id },
      facts: { agreed: open.length === 0 },
    });
  });
}
