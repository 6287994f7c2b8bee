import { eq } from "drizzle-orm";
import { strategyAttendance } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { answerSchema } from "#domain/strategy-invitation";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion, mayOnAny } from "./find-discussion.ts";

export const comingPlace = (row: string) => ({ table: "strategy_attendance", row, column: "coming" });
export type Coming = { name: string; because: string };

/**
 * Says whether an organisation comes, with whom and how. A partner answers for their own; whoever chairs writes down what
 * another one said on the phone. The last answer stands until the discussion is held.
 * @param input.organisationId who answers; the person's own organisation when left out
 */
export async function answerInvitation(
  context: Context,
  actor: StaffActor,
  input: { id: string; organisationId?: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const found = await findDiscussion(unit, actor, input.id, "see-strategy");
    const { row, contact, attendance, subjects } = found;
    const organisationId = input.organisationId ?? actor.organisationId;
    const own = organisationId === actor.organisationId && mayOnAny(actor, "reply-strategy", subjects);
    if (!own && !mayOnAny(actor, "chair-strategy", subjects)) throw new Forbidden("answer an invitation");
    const read = answerSchema.safeParse(input.draft);
    const problems: Record<string, string> = read.success ? {} : { ...invalidFrom(read.error).problems };
    const invited = attendance.find(({ organisation }) => organisation.id === organisationId);
    if (!invited) problems["organisationId"] = "Choose an organisation that is invited";
    if (row.heldAt !== null) problems["answer"] = "The discussion was held already";
    if (!read.success || !invited || Object.keys(problems).length > 0) throw new Invalid(problems);
    const { answer, comingName, comingHow, notComingBecause } = read.data;
    const comes = answer !== "not_coming";
    const key = await readDataKey(unit, "contact", contact.id);
    const coming: Coming = { name: comes ? comingName : "", because: comes ? "" : notComingBecause };
    await unit.tx
      .update(strategyAttendance)
      .set({
        ...{ answer, answeredAt: unit.now, staffId: actor.id, chaseAt: null },
        coming: seal(key, comingPlace(invited.row.id), coming),
        comingHow: comes && comingHow !== "" ? comingHow : null,
      })
      .where(eq(strategyAttendance.id, invited.row.id));
    await unit.audit({
      kind: "strategy.answered",
      contactId: contact.id,
      subjectId: row.id,
      facts: { answer },
    });
  });
}
