import { eq } from "drizzle-orm";
import { strategyAttendance } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { agreeSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion, mayOnAny } from "./find-discussion.ts";
import { refuseUnless } from "./refuse-unless.ts";

export const agreedPlace = (row: string) => ({ table: "strategy_attendance", row, column: "agreed" });

/**
 * An organisation that took part agrees to the record, or says what it does not agree to. A partner speaks for their own;
 * whoever chairs writes down what another one said. The last answer stands until the record is locked.
 * @param input.organisationId who agrees; the person's own organisation when left out
 */
export async function agreeRecord(
  context: Context,
  actor: StaffActor,
  input: { id: string; organisationId?: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact, attendance, subjects } = await findDiscussion(
      unit,
      actor,
      input.id,
      "see-strategy",
      true,
    );
    const organisationId = input.organisationId ?? actor.organisationId;
    const own = organisationId === actor.organisationId && mayOnAny(actor, "reply-strategy", subjects);
    if (!own && !mayOnAny(actor, "chair-strategy", subjects)) throw new Forbidden("agree to the record");
    refuseUnless(row, "agree");
    const read = agreeSchema.safeParse(input.draft);
    const problems: Record<string, string> = read.success ? {} : { ...invalidFrom(read.error).problems };
    const took = attendance.find((one) => one.row.present && one.organisation.id === organisationId);
    if (!took) problems["organisationId"] = "Choose an organisation that took part";
    if (!read.success || !took) throw new Invalid(problems);
    const { agreement, agreedName, disagreeBecause } = read.data;
    const key = await readDataKey(unit, "contact", contact.id);
    const because = agreement === "disagrees" ? disagreeBecause : "";
    await unit.tx
      .update(strategyAttendance)
      .set({
        ...{ agreement, agreedBy: actor.id, agreedAt: unit.now },
        agreed: seal(key, agreedPlace(took.row.id), { name: agreedName, because }),
      })
      .where(eq(strategyAttendance.id, took.row.id));
    await unit.audit({
      ...{ kind: "strategy.agreed", contactId: contact.id, subjectId: row.id, facts: { agreement } },
    });
  });
}
