import { and, eq, isNull } from "drizzle-orm";
import { strategyAction } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { localInstant } from "#domain/local-time";
import { actionSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion, mayOnAny } from "./find-discussion.ts";

export const actionPlace = (row: string) => ({ table: "strategy_action", row, column: "content" });

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
        id,
        discussionId: row.id,
        organisationId,
        content: seal(key, actionPlace(id), { what, who }),
        dueAt: localInstant(read.data.byDate, read.data.byTime),
        createdAt: unit.now,
      })
      .onConflictDoNothing()
      .returning({ id: strategyAction.id });
    if (added.length === 0) return;
    await unit.audit({ kind: "strategy.action-added", contactId: contact.id, subjectId: row.id, facts: {} });
  });
}

/** Marks an action as done, by whoever chairs or by the organisation whose action it is. */
export async function finishAction(
  context: Context,
  actor: StaffActor,
  input: { id: string; actionId: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact, subjects } = await findDiscussion(unit, actor, input.id, "see-strategy");
    const ofThis = and(eq(strategyAction.id, input.actionId), eq(strategyAction.discussionId, row.id));
    const [action] = isId(input.actionId) ? await unit.tx.select().from(strategyAction).where(ofThis) : [];
    if (!action) throw new NotFound("no such action");
    const own = action.organisationId === actor.organisationId && mayOnAny(actor, "reply-strategy", subjects);
    if (!own && !mayOnAny(actor, "chair-strategy", subjects)) throw new Forbidden("finish this action");
    const done = await unit.tx
      .update(strategyAction)
      .set({ doneAt: unit.now })
      .where(and(ofThis, isNull(strategyAction.doneAt)))
      .returning({ id: strategyAction.id });
    if (done.length === 0) return;
    await unit.audit({ kind: "strategy.action-done", contactId: contact.id, subjectId: row.id, facts: {} });
  });
}
