import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import { callExpected } from "#domain/expected-call";
import { answerTo, fieldOf, type Answers } from "#domain/questions/answers";
import { you } from "#domain/questions/you";
import { localDate } from "#domain/time-words";
import { expectCall } from "../calls/expect-call.ts";
import { findReceipt, type Receipt } from "../contacts/find-receipt.ts";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { openDraft, sealAnswers, type DraftAccess, type OpenDraft } from "./draft-access.ts";

const senderAddress = (answers: Answers): string => fieldOf(answerTo(answers, you.id), "email");

/**
 * Rewrites a draft's answers under its lock.
 * @throws Conflict with the receipt when the form was already sent: what is new is added to the contact, not edited in
 */
export async function changeAnswers(
  context: Context,
  access: DraftAccess,
  change: (answers: Answers, unit: Unit, draft: OpenDraft) => Answers | Promise<Answers>,
): Promise<{ answers: Answers }> {
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    const opened = await openDraft(unit, access, true);
    const { row, key, answers: before } = opened;
    const receipt = row.submissionKey === null ? null : await findReceipt(unit, row.submissionKey);
    if (receipt) throw new Conflict<Receipt>("already sent", receipt);
    const answers = await change(before, unit, opened);
    const at = { today: localDate(unit.now) };
    const expected = callExpected(answers, at);
    if (!isDeepStrictEqual(expected, callExpected(before, at))) await expectCall(unit, row, expected);
    await unit.tx
      .update(draft)
      .set({
        answers: sealAnswers(key, row.id, answers),
        version: row.version + 1,
        updatedAt: unit.now,
        ...(access.language && { language: access.language }),
        // Another address is nobody's until it is proven.
        ...(senderAddress(before) !== senderAddress(answers) && { senderId: null, offeredToId: null }),
      })
      .where(eq(draft.id, row.id));
    return { answers };
  });
}
