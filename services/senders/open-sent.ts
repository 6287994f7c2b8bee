import { and, eq, isNull } from "drizzle-orm";
import { contact, referrer } from "#db/schema/intake";
import { parseReference } from "#domain/reference";
import { NotFound } from "../errors.ts";
import { readSender } from "./sender-particulars.ts";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { senderOf } from "./sender-of.ts";

export type OpenedSent = {
  senderId: string;
  email: string;
  row: typeof contact.$inferSelect;
  room: typeof referrer.$inferSelect;
};

/**
 * A contact of whoever proved their address in this browser.
 * @throws NotFound for a reference that there is not, and for one that is not theirs: the two are never told apart
 */
export async function openSent(
  unit: Unit,
  { secret, reference }: { secret: string | null; reference: string },
): Promise<OpenedSent> {
  const senderId = await senderOf(unit, secret);
  const known = senderId === null ? null : await readSender(unit, senderId);
  const parsed = parseReference(reference);
  if (senderId === null || known === null || parsed === null) throw new NotFound("no such form");
  const [found] = await unit.tx
    .select({ row: contact, room: referrer })
    .from(contact)
    .innerJoin(referrer, eq(referrer.contactId, contact.id))
    .where(and(eq(contact.reference, parsed), eq(referrer.senderId, senderId), isNull(contact.erasedAt)));
  if (!found) throw new NotFound("no such form");
  return { senderId, email: known.email, ...found };
}

/**
 * The reference of something that they sent, for a page that shows nothing else of it.
 * @throws NotFound when it is not theirs
 */
export const ownReference = (
  context: Context,
  asked: { secret: string | null; reference: string },
): Promise<string> =>
  unitOfWork(context, sendersWork, async (unit) => (await openSent(unit, asked)).row.reference);

/** The one door of everything that a sender does with what they sent. */
export const sendersWork = { kind: "system", process: "senders" } as const;
