import { strategyAddendum } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { appendSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Forbidden } from "../errors.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion, mayOnAny } from "./find-discussion.ts";
import { refuseUnless } from "./refuse-unless.ts";

export const addendumPlace = (row: string) => ({ table: "strategy_addendum", row, column: "content" });

/** Writes something beside a record that is made: by whoever chairs, or by somebody of an organisation that took part. */
export async function appendRecord(
  context: Context,
  actor: StaffActor,
  input: { id: string; formKey: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const found = await findDiscussion(unit, actor, input.id, "see-strategy");
    const { row, contact, attendance, subjects } = found;
    const took = attendance.some((one) => one.row.present && one.organisation.id === actor.organisationId);
    const own = took && mayOnAny(actor, "reply-strategy", subjects);
    const chairs = mayOnAny(actor, "chair-strategy", subjects);
    if (!chairs && !mayOnAny(actor, "reply-strategy", subjects)) throw new Forbidden("add to the record");
    refuseUnless(row, "append");
    if (!chairs && !own) throw new Forbidden("add to a record of a meeting that they took no part in");
    const read = appendSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    const { addendum, addendumWhy } = read.data;
    const id = idFromForm(context.keys, input.formKey, row.id);
    const key = await readDataKey(unit, "contact", contact.id);
    const content = seal(key, addendumPlace(id), { addendum, addendumWhy });
    const added = await unit.tx
      .insert(strategyAddendum)
      .values({ id, discussionId: row.id, content, authorId: actor.id, at: unit.now })
      .onConflictDoNothing()
      .returning({ id: strategyAddendum.id });
    if (added.length === 0) return;
    await unit.audit({ kind: "strategy.appended", contactId: contact.id, subjectId: row.id, facts: {} });
  });
}
