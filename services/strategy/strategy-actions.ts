import { eq } from "drizzle-orm";
import { strategyAction } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { actionSchema, endActionSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findDiscussion, mayOnAny } from "./find-discussion.ts";

export const actionPlace = (row: string) => ({ table: "strategy_action", row, column: "content" });
export const endingPlace = (row: string) => ({ table: "strategy_action", row, column: "ending" });

/** Whose it is hears of it at once, whether the record is locked or not. */
export async function tellAction(unit: Unit, id: string, organisationId: string): Promise<void> {
  await unit.owe({
    ...{ kind: "send-message", subjectId: id, recipientId: organisationId },
    facts: { message: "strategy-action", to: "organisation" },
  });
}

/** Adds what somebody is to do, for whom and by when. Also after the record is locked: an action is never too late. */
export async function addAction(
  context: Context,
  actor: StaffActor,
  input: { id: string; formKey: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact, attendance } = await findDiscussion(unit, actor, input.id, "chair-strategy");
    const read = actionSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    const { what, who, organisationId } = read.data;
    if (!attendance.some(({ organisation }) => organisation.id === organisationId))
      throw new Invalid({ organisationId: "Choose an organisation that is invited" });
    const id = idFromForm(context.keys, input.formKey, row.id);
    const key = await readDataKey(unit, "contact", contact.id);
    const added = await unit.tx
      .insert(strategyAction)
      .values({
        ...{ id, discussionId: row.id, organisationId },
        content: seal(key, actionPlace(id), { what, who }),
        dueAt: localInstant(read.data.byDate, read.data.byTime),
        createdAt: unit.now,
      })
      .onConflictDoNothing()
      .returning({ id: strategyAction.id });
    if (added.length === 0) return;
    await tellAction(unit, id, organisationId);
    await unit.audit({ kind: "strategy.action-added", contactId: contact.id, subjectId: row.id, facts: {} });
  });
}

/**
 * Says that an action is done, or why it cannot be, by whoever chairs or by the organisation whose action it is. That a
 * child was seen stops the clock that ran for it, in the database: whoever saw them may not see the clock. That they could
 * not be seen does not.
 */
export async function endAction(
  context: Context,
  actor: StaffActor,
  input: { id: string; actionId: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact, subjects } = await findDiscussion(unit, actor, input.id, "see-strategy");
    const [action] = isId(input.actionId)
      ? await unit.tx.select().from(strategyAction).where(eq(strategyAction.id, input.actionId)).for("update")
      : [];
    if (action?.discussionId !== row.id) throw new NotFound("no such action");
    const own = action.organisationId === actor.organisationId && mayOnAny(actor, "reply-strategy", subjects);
    if (!own && !mayOnAny(actor, "chair-strategy", subjects)) throw new Forbidden("end this action");
    if (action.doneAt !== null) return;
    const read = endActionSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    const { how, because } = read.data;
    const key = await readDataKey(unit, "contact", contact.id);
    await unit.tx
      .update(strategyAction)
      .set({
        ...{ doneAt: unit.now, endedHow: how, endedBy: actor.id },
        ending: seal(key, endingPlace(action.id), { because }),
      })
      .where(eq(strategyAction.id, action.id));
    await unit.audit({
      ...{ kind: "strategy.action-done", contactId: contact.id, subjectId: row.id, facts: { how } },
    });
  });
}
