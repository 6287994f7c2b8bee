import { and, eq, isNull } from "drizzle-orm";
import { secondLook } from "#db/schema/decision";
import type { StaffActor } from "#domain/actor";
import type { SecondLook } from "#domain/second-look";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findSecondLook } from "./find-second-look.ts";
import { reasonOf } from "./read-second-look.ts";

/**
 * Keeps what somebody would have decided. Once: they see the decision afterwards, and could not be blind again. Sending
 * it a second time changes nothing.
 * @throws Conflict when somebody else was first
 */
export async function makeSecondLook(
  context: Context,
  actor: StaffActor,
  { id, outcome, level, reason }: SecondLook & { id: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findSecondLook(unit, actor, id);
    const key = await readDataKey(unit, "contact", row.contactId);
    const made = await unit.tx
      .update(secondLook)
      .set({
        outcome,
        level,
        reason: seal(key, reasonOf(id), reason),
        lookedBy: actor.id,
        lookedAt: unit.now,
      })
      .where(and(eq(secondLook.decisionId, id), isNull(secondLook.lookedAt)))
      .returning({ id: secondLook.decisionId });
    if (made.length > 0) {
      await unit.audit({
        kind: "second-look.made",
        contactId: row.contactId,
        subjectId: id,
        facts: { outcome, level },
      });
    } else if (row.lookedBy !== null && row.lookedBy !== actor.id) {
      throw new Conflict("somebody else has looked at this decision", {});
    }
  });
}
