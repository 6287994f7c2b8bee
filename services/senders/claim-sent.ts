import { and, eq, isNull } from "drizzle-orm";
import { contact, referrer } from "#db/schema/intake";
import type { ReferrerParticulars } from "#domain/contact-facts";
import { parseReference } from "#domain/reference";
import { attemptLimits } from "#domain/sign-in";
import type { Context } from "../context.ts";
import { NotFound, TooManyAttempts } from "../errors.ts";
import { spendAttempts } from "../limits/spend-attempts.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { sendersWork } from "./open-sent.ts";
import { senderOf } from "./sender-of.ts";
import { readSender } from "./sender-particulars.ts";

/**
 * Puts something on the list of whoever proved the address that it was sent with, but not before it was sent.
 * @throws NotFound for a reference that there is not, or that was sent with another address: in the same words
 */
export async function claimSent(
  context: Context,
  { secret, reference, network }: { secret: string | null; reference: string; network: string },
): Promise<void> {
  const parsed = parseReference(reference);
  const until = await spendAttempts(context, [
    { name: "claim-network", of: network, ...attemptLimits["claim-network"] },
  ]);
  if (until) throw new TooManyAttempts(until);
  await unitOfWork(context, sendersWork, async (unit) => {
    const senderId = await senderOf(unit, secret);
    const known = senderId === null ? null : await readSender(unit, senderId);
    const [found] = await unit.tx
      .select({ room: referrer })
      .from(contact)
      .innerJoin(referrer, eq(referrer.contactId, contact.id))
      .where(and(eq(contact.reference, parsed ?? ""), isNull(contact.erasedAt)));
    if (senderId === null || !known || !found) throw new NotFound("no such form");
    const { room } = found;
    if (room.senderId === senderId) return;
    const key = await readDataKey(unit, "referrer", room.id);
    const place = { table: "referrer", row: room.id, column: "particulars" };
    const { email } = open<ReferrerParticulars>(key, place, room.particulars);
    if (room.senderId !== null || email?.toLowerCase() !== known.email.toLowerCase())
      throw new NotFound("no such form");
    await unit.tx.update(referrer).set({ senderId, verifiedAt: unit.now }).where(eq(referrer.id, room.id));
    await unit.audit({ kind: "sender.claimed", contactId: room.contactId, subjectId: senderId, facts: {} });
  });
}
