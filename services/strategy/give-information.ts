import { and, eq } from "drizzle-orm";
import { strategyInformation } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { informationSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion, mayOnAny } from "./find-discussion.ts";

export const informationPlace = (row: string) => ({ table: "strategy_information", row, column: "content" });

/**
 * Keeps what one agency knows. A partner speaks for their own organisation alone; whoever chairs writes down what an
 * invited one said. What was said stays: more is added beside it.
 * @param input.organisationId whose information it is; the person's own organisation when left out
 */
export async function giveInformation(
  context: Context,
  actor: StaffActor,
  input: { id: string; formKey: string; organisationId?: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const found = await findDiscussion(unit, actor, input.id, "see-strategy");
    const { row, contact, attendance, subjects } = found;
    const organisationId = input.organisationId ?? actor.organisationId;
    const own = organisationId === actor.organisationId && mayOnAny(actor, "reply-strategy", subjects);
    if (!own && !mayOnAny(actor, "chair-strategy", subjects)) throw new Forbidden("give information");
    const read = informationSchema.safeParse(input.draft);
    const problems: Record<string, string> = read.success ? {} : { ...invalidFrom(read.error).problems };
    if (!attendance.some(({ organisation }) => organisation.id === organisationId))
      problems["organisationId"] = "Choose an organisation that is invited";
    if (!read.success || "organisationId" in problems) throw new Invalid(problems);
    const id = idFromForm(context.keys, input.formKey, row.id);
    const mine = and(eq(strategyInformation.id, id), eq(strategyInformation.authorId, actor.id));
    const made = await unit.tx.select({ id: strategyInformation.id }).from(strategyInformation).where(mine);
    if (made.length > 0) return;
    const key = await readDataKey(unit, "contact", contact.id);
    await unit.tx.insert(strategyInformation).values({
      id,
      discussionId: row.id,
      organisationId,
      content: seal(key, informationPlace(id), read.data),
      authorId: actor.id,
      at: unit.now,
    });
    await unit.audit({
      kind: "strategy.information-given",
      contactId: contact.id,
      subjectId: row.id,
      facts: {},
    });
  });
}
