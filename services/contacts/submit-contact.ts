import { eq } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import { leftOfForm } from "#domain/questions/can-answer";
import { listedFiles } from "#domain/questions/files";
import { toSubmission } from "#domain/questions/to-submission";
import { localDate } from "#domain/time-words";
import { joinCall } from "../calls/expect-call.ts";
import type { Context } from "../context.ts";
import { openDraft, sealAnswers, sentDraftHours, type DraftAccess } from "../drafts/draft-access.ts";
import { Invalid } from "../errors.ts";
import { databaseCode } from "../database-errors.ts";
import { handOverFiles } from "../files/hand-over-files.ts";
import { isId } from "../new-id.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findReceipt, type Receipt } from "./find-receipt.ts";
import { writeContact } from "./receive-contact.ts";

/** Two contacts drew the same reference, or two requests brought the same key: the second try sees the first. */
const uniqueViolation = "23505";

/**
 * Sends a draft: one commit makes the contact with everything that is owed for it and empties the draft. Pressing
 * twice, going back or trying again after a lost answer gives the same receipt.
 * @param input.early send what is there now; the sender adds the rest later
 * @throws Invalid when the draft cannot be sent as it stands, or its check page was never shown
 * @throws NotFound for a wrong secret, an unknown draft and an expired one
 */
export async function submitContact(
  context: Context,
  input: DraftAccess & { submissionKey: string; early: boolean },
): Promise<Receipt> {
  try {
    return await submitOnce(context, input);
  } catch (error) {
    if (databaseCode(error) !== uniqueViolation) throw error;
    return submitOnce(context, input);
  }
}

async function submitOnce(
  context: Context,
  input: DraftAccess & { submissionKey: string; early: boolean },
): Promise<Receipt> {
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    if (!isId(input.submissionKey)) throw new Invalid({ submissionKey: "not-prepared" });
    // Asked for in one go, and answered in this order: the receipt is looked up when the draft is locked.
    const [{ row, key, answers }, sent] = await Promise.all([
      openDraft(unit, input, true),
      findReceipt(unit, input.submissionKey),
    ]);
    if (row.submissionKey !== input.submissionKey) throw new Invalid({ submissionKey: "not-prepared" });
    if (sent) return sent;
    const submission = toSubmission(answers, row.audience, row.language, {
      early: input.early,
      now: unit.now,
    });
    if (submission === null) throw new Invalid({ answers: "not-complete" });
    const left = leftOfForm(row.audience, answers, { today: localDate(unit.now) });
    const emptied = {
      answers: sealAnswers(key, row.id, left),
      updatedAt: unit.now,
      expiresAt: new Date(unit.now.getTime() + sentDraftHours * 3_600_000),
    };
    const [receipt] = await Promise.all([
      writeContact(unit, submission, {
        channel: "online",
        idempotencyKey: row.submissionKey,
        senderId: row.senderId,
      }),
      unit.tx.update(draft).set(emptied).where(eq(draft.id, row.id)),
    ]);
    if (listedFiles(answers).length > 0)
      await handOverFiles(unit, { owner: { draftId: row.id }, key }, receipt.reference);
    if (submission.danger !== "no") await joinCall(unit, row.id, receipt.reference);
    return receipt;
  });
}
