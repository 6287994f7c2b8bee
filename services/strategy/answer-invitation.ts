import { and, eq } from "drizzle-orm";
import { strategyAttendance } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { answerSchema } from "#domain/strategy-record";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion } from "./find-discussion.ts";

/** A partner says whether their own organisation comes. The last answer stands until the record is made. */
export async function answerInvitation(
  context: Context,
  actor: StaffActor,
  input: { id: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact } = await findDiscussion(unit, actor, input.id, "reply-strategy");
    const read = answerSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    if (row.lockedAt !== null) throw new Invalid({ answer: "The discussion was held already" });
    const { answer } = read.data;
    await unit.tx
      .update(strategyAttendance)
      .set({ answer, answeredAt: unit.now, staffId: actor.id })
      .where(
        and(
          eq(strategyAttendance.discussionId, row.id),
          eq(strategyAttendance.organisationId, actor.organisationId),
        ),
      );
    await unit.audit({
      kind: "strategy.answered",
      contactId: contact.id,
      subjectId: row.id,
      facts: { answer },
    });
  });
}
