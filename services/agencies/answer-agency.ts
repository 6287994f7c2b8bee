import { and, eq, isNull } from "drizzle-orm";
import { agencyQuestion, agencyRequest } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { findContactFor } from "../contacts/contact-access.ts";
import { renewHold } from "../contacts/renew-hold.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { questionPlace } from "./request-place.ts";

/**
 * Answers what an agency asked back. The first answer stands: a second one, at the same time, changes nothing.
 * @throws NotFound when the question is not of this contact; Forbidden for whoever does not work on it
 */
export async function answerAgency(
  context: Context,
  actor: StaffActor,
  { reference, questionId, text }: { reference: string; questionId: string; text: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, reference, "ask-agencies");
    const [asked] = isId(questionId)
      ? await unit.tx
          .select({ organisationId: agencyRequest.organisationId, requestId: agencyRequest.id })
          .from(agencyQuestion)
          .innerJoin(agencyRequest, eq(agencyRequest.id, agencyQuestion.requestId))
          .where(and(eq(agencyQuestion.id, questionId), eq(agencyRequest.contactId, row.id)))
      : [];
    if (!asked) throw new NotFound("no such question");
    await renewHold(unit, actor, row.id);
    const key = await readDataKey(unit, "contact", row.id);
    const answer = seal(key, questionPlace(questionId, "answer"), text);
    const kept = await unit.tx
      .update(agencyQuestion)
      .set({ answer, answeredBy: actor.id, answeredAt: unit.now })
      .where(and(eq(agencyQuestion.id, questionId), isNull(agencyQuestion.answeredAt)))
      .returning({ id: agencyQuestion.id });
    if (kept.length === 0) return;
    await unit.audit({ kind: "agency.told", contactId: row.id, subjectId: asked.requestId, facts: {} });
    await unit.owe({
      ...{ kind: "send-message", subjectId: questionId, recipientId: asked.organisationId },
      facts: { message: "agency-told", to: "organisation" },
    });
  });
}
