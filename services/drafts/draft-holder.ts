import { answerTo, fieldOf } from "#domain/questions/answers";
import { you } from "#domain/questions/you";
import { parseEmailAddress } from "#domain/email-address";
import type { Context } from "../context.ts";
import { readSender } from "../senders/sender-particulars.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openDraft, type DraftAccess } from "./draft-access.ts";

export type DraftHolder = {
  /** The address by which it can be found again; null while none is proven. */
  email: string | null;
  /** There is an address to send a code to, and none is proven. */
  canBeProven: boolean;
  /** A colleague was asked to go on with it and has not opened it yet. */
  offered: boolean;
  expiresAt: Date;
};

/** Whose a draft is, for the page that tells how to come back to it. */
export async function draftHolder(context: Context, access: DraftAccess): Promise<DraftHolder> {
  return unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const { row, answers } = await openDraft(unit, access, false);
    const known = row.senderId === null ? null : await readSender(unit, row.senderId);
    const written = parseEmailAddress(fieldOf(answerTo(answers, you.id), "email"));
    return {
      email: known?.email ?? null,
      canBeProven: known === null && written !== null,
      offered: row.offeredToId !== null,
      expiresAt: row.expiresAt,
    };
  });
}
