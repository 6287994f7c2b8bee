import { eq } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import { attemptLimits } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { Invalid, TooManyAttempts } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { findOrMakeSender } from "../senders/find-or-make-sender.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openDraft, type DraftAccess } from "./draft-access.ts";
import { oweNotice } from "./owe-notice.ts";

/**
 * Asks a colleague to go on with a form. It stays with whoever began it until the colleague opens it, so a wrong
 * address loses nothing and can be taken back.
 * @throws Invalid while the form is nobody's yet, and for one's own address
 */
export async function offerDraft(
  context: Context,
  { email, network, ...access }: DraftAccess & { email: string; network: string },
): Promise<void> {
  const until = await spendAttempts(context, [
    { name: "sender-address", of: email.toLowerCase(), ...attemptLimits["sender-address"] },
    { name: "sender-network", of: network, ...attemptLimits["sender-network"] },
  ]);
  if (until) throw new TooManyAttempts(until);
  await unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const { row } = await openDraft(unit, access, true);
    if (row.senderId === null) throw new Invalid({ email: "not-proven" });
    const colleague = await findOrMakeSender(unit, email);
    if (colleague === row.senderId) throw new Invalid({ email: "own-address" });
    await unit.tx.update(draft).set({ offeredToId: colleague }).where(eq(draft.id, row.id));
    await oweNotice(unit, { draftId: row.id, senderId: colleague, message: "draft-offered" });
    await unit.audit({ kind: "draft.offered", subjectId: row.id, facts: {} });
  });
}

/** Takes an offer back that nobody took up; nothing happens when there is none. */
export async function endOffer(context: Context, access: DraftAccess): Promise<void> {
  await unitOfWork(context, { kind: "system", process: "senders" }, async (unit) => {
    const { row } = await openDraft(unit, access, true);
    if (row.offeredToId === null) return;
    await unit.tx.update(draft).set({ offeredToId: null }).where(eq(draft.id, row.id));
    await unit.audit({ kind: "draft.offer-ended", subjectId: row.id, facts: {} });
  });
}
