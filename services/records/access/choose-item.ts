import { and, eq } from "drizzle-orm";
import { accessChoice } from "#db/schema/records";
import { isFixed, type AccessChoice } from "#domain/access";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../../context.ts";
import { Invalid, NotFound } from "../../errors.ts";
import { readDataKey } from "../../sealing/data-keys.ts";
import { seal } from "../../sealing/seal.ts";
import { unitOfWork } from "../../unit-of-work.ts";
import { findAnswer, itemsOf } from "./find-answer.ts";

/**
 * Puts one thing back that an answer leaves out, leaves one out as harmful, or takes either back. Never who contacted us:
 * nobody who answers may know that. Once somebody released it nothing is changed any more.
 * @throws Invalid by `reason` or `choice`
 */
export async function chooseItem(
  context: Context,
  actor: StaffActor,
  input: { id: string; item: string; choice: AccessChoice | "default"; reason: string },
): Promise<void> {
  const { item, choice } = input;
  const seen = await unitOfWork(context, actor, (unit) => findAnswer(unit, actor, input.id));
  const chosen = (await itemsOf(context, seen)).find((one) => one.id === item);
  if (!chosen) throw new NotFound("nothing of this answer");
  if (choice === "put-back" && (chosen.omission === null || isFixed(chosen)))
    throw new Invalid({ choice: "This cannot be put back" });
  if (choice !== "default" && input.reason === "") throw new Invalid({ reason: "Say why, in one line" });
  await unitOfWork(context, actor, async (unit) => {
    const { row, live, subject } = await findAnswer(unit, actor, input.id, true);
    if (!live) throw new NotFound("it was released, or its time is over");
    const this_ = and(eq(accessChoice.proposalId, row.id), eq(accessChoice.item, item));
    await unit.tx.delete(accessChoice).where(this_);
    const about = { contactId: subject.contactId, subjectId: row.id };
    await unit.audit({ kind: "access.chosen", ...about, facts: { choice, item } });
    if (choice === "default") return;
    const key = await readDataKey(unit, "proposal", row.id);
    const place = { table: "access_choice", row: `${row.id}:${item}`, column: "reason" };
    await unit.tx.insert(accessChoice).values({
      ...{ proposalId: row.id, item, choice, by: actor.id, at: unit.now },
      reason: seal(key, place, input.reason),
    });
  });
}
