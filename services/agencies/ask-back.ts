import { and, eq } from "drizzle-orm";
import { agencyQuestion, agencyRequest } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { raiseVersion } from "../contacts/raise-version.ts";
import type { Context } from "../context.ts";
import { idFromForm } from "../decisions/form-key.ts";
import { Invalid } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findRequest } from "./find-request.ts";
import { questionPlace } from "./request-place.ts";
import { whoHasIt } from "./tell-of-reply.ts";

/**
 * Keeps what somebody of an agency has to know before they can answer, and tells whoever has the contact. Until they are
 * told nobody reminds the agency; the time to answer stays what it is. The same form sent twice asks once.
 * @throws NotFound when their agency was not asked; Invalid when it answered already
 */
export async function askBack(
  context: Context,
  actor: StaffActor,
  { id, formKey, text }: { id: string; formKey: string; text: string },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact } = await findRequest(unit, actor, id, { lock: true });
    const questionId = idFromForm(context.keys, formKey, `${row.id} question`);
    const made = await unit.tx
      .select({ id: agencyQuestion.id })
      .from(agencyQuestion)
      .where(and(eq(agencyQuestion.id, questionId), eq(agencyQuestion.askedBy, actor.id)));
    if (made.length > 0) return;
    if (row.closedAt !== null) throw new Invalid({ text: "Your agency has answered this already" });
    const key = await readDataKey(unit, "contact", contact.id);
    await unit.tx.insert(agencyQuestion).values({
      ...{ id: questionId, requestId: row.id, askedBy: actor.id, askedAt: unit.now },
      content: seal(key, questionPlace(questionId, "content"), text),
    });
    await unit.tx
      .update(agencyRequest)
      .set({ openedAt: row.openedAt ?? unit.now })
      .where(eq(agencyRequest.id, row.id));
    await raiseVersion(unit, contact.id);
    await unit.audit({ kind: "agency.asked-back", contactId: contact.id, subjectId: row.id, facts: {} });
    await unit.owe({
      ...{ kind: "send-message", subjectId: questionId },
      recipientId: await whoHasIt(unit, contact.id, row.askedBy),
      facts: { message: "agency-asks-back", to: "staff" },
    });
  });
}
