import { eq, inArray } from "drizzle-orm";
import { contact, referrer } from "#db/schema/intake";
import type { ContactFacts, ReferrerParticulars } from "#domain/contact-facts";
import { sourceOf, voicesInWords } from "#domain/voices";
import type { EarlierContact } from "../decisions/load-history.ts";
import { readDataKeys } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

type About = { contactId: string; receivedAt: Date; history: readonly EarlierContact[] };

/**
 * From how many independent sources a contact and those before it came, in words. It opens who sent them for as long as
 * it compares their organisations, and gives back numbers alone. Whoever may not read those rooms is told nothing: a
 * number of the rooms that they may read would be wrong.
 */
export async function loadVoices(unit: Unit, { contactId, receivedAt, history }: About): Promise<string[]> {
  const spans = unit.context.settings.repeatRule.map(({ days }) => days);
  const since = receivedAt.getTime() - Math.max(...spans) * 86_400_000;
  const before = history.flatMap((one) => (one.receivedAt.getTime() > since ? [one.contactId] : []));
  if (before.length === 0) return [];
  const ids = [...new Set([contactId, ...before])];
  const rows = await unit.tx
    .select({
      ...{ id: contact.id, receivedAt: contact.receivedAt, audience: contact.audience, facts: contact.facts },
      ...{ roomId: referrer.id, senderId: referrer.senderId, particulars: referrer.particulars },
    })
    .from(contact)
    .innerJoin(referrer, eq(referrer.contactId, contact.id))
    .where(inArray(contact.id, ids));
  if (rows.length < ids.length) return [];
  const [keys, roomKeys] = await Promise.all([
    readDataKeys(unit, "contact", ids),
    readDataKeys(
      unit,
      "referrer",
      rows.map(({ roomId }) => roomId),
    ),
  ]);
  const voices = rows.map((row) => {
    const [key, roomKey] = [keys.get(row.id), roomKeys.get(row.roomId)];
    const facts =
      key && open<ContactFacts>(key, { table: "contact", row: row.id, column: "facts" }, row.facts);
    const place = { table: "referrer", row: row.roomId, column: "particulars" };
    const sender = roomKey && open<ReferrerParticulars>(roomKey, place, row.particulars);
    const source = sourceOf({
      ...row,
      keepSecret: facts?.keepSenderSecret === true,
      organisation: sender?.organisation ?? null,
    });
    return { receivedAt: row.receivedAt, source };
  });
  return voicesInWords(voices, receivedAt, spans);
}
