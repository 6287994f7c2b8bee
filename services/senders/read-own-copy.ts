import { and, asc, eq } from "drizzle-orm";
import { addition } from "#db/schema/additions";
import { contactSnapshot } from "#db/schema/intake";
import type { ContactFacts } from "#domain/contact-facts";
import type { Language } from "#domain/intake";
import type { SnapshotPage } from "#domain/questions/submission";
import { isAddressSecret, withoutPlaces } from "#domain/secret-address";
import { isOwnCopy } from "#domain/sent";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { spoken } from "../mail/spoken.ts";
import { openSent, sendersWork, type OpenedSent } from "./open-sent.ts";
import { whatBecame, type SentPage } from "./what-became.ts";

export type OwnCopy = {
  takenAt: Date;
  language: Language;
  became: Pick<SentPage, "reference" | "receivedAt" | "decideBy" | "stage" | "outcome">;
  /** Every page as it was asked and answered, in the order of the form. */
  pages: readonly SnapshotPage[];
  /** What they wrote of themselves. */
  yours: readonly SnapshotPage[];
  /** What they added since. */
  added: { at: Date; text: string }[];
};

/**
 * What somebody wrote, for them to keep, with what they may read of what became of it. Where a home has to stay secret
 * the answer that tells where it is stays here: a file is passed on. Nothing that anybody else wrote is in it but the
 * words of the outcome.
 * @throws NotFound when it is not theirs, and when it is not what they typed themselves
 */
export async function readOwnCopy(
  context: Context,
  asked: { secret: string | null; reference: string },
): Promise<OwnCopy> {
  return unitOfWork(context, sendersWork, async (unit) => {
    const sent = await openSent(unit, asked);
    const { row, senderId } = sent;
    if (!isOwnCopy(row)) throw new NotFound("no copy of that");
    await unit.audit({ kind: "contact.copied", contactId: row.id, subjectId: senderId, facts: {} });
    const key = await readDataKey(unit, "contact", row.id);
    return {
      takenAt: unit.now,
      language: spoken(context, row.language),
      became: await whatBecame(unit, sent),
      pages: await readPages(unit, sent, key),
      yours: await readYours(unit, sent),
      added: await readAdded(unit, row.id, key),
    };
  });
}

async function readPages({ tx }: Unit, { row }: OpenedSent, key: Buffer): Promise<readonly SnapshotPage[]> {
  const [snapshot] = await tx.select().from(contactSnapshot).where(eq(contactSnapshot.contactId, row.id));
  if (!snapshot) throw new NotFound("a contact without its snapshot");
  const place = { table: "contact_snapshot", row: row.id, column: "content" };
  const pages = open<readonly SnapshotPage[]>(key, place, snapshot.content);
  const facts = open<ContactFacts>(key, { table: "contact", row: row.id, column: "facts" }, row.facts);
  return isAddressSecret(facts) ? withoutPlaces(pages) : pages;
}

async function readYours(unit: Unit, { room }: OpenedSent): Promise<readonly SnapshotPage[]> {
  const key = await readDataKey(unit, "referrer", room.id);
  const place = { table: "referrer", row: room.id, column: "snapshot" };
  return open<readonly SnapshotPage[]>(key, place, room.snapshot);
}

/** What came by other ways was written down by others. */
async function readAdded({ tx }: Unit, contactId: string, key: Buffer): Promise<OwnCopy["added"]> {
  const rows = await tx
    .select({ id: addition.id, at: addition.at, content: addition.content })
    .from(addition)
    .where(and(eq(addition.contactId, contactId), eq(addition.channel, "online")))
    .orderBy(asc(addition.at), asc(addition.id));
  return rows.map(({ id, at, content }) => ({
    at,
    text: open<string>(key, { table: "addition", row: id, column: "content" }, content),
  }));
}
