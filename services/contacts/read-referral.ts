import { eq } from "drizzle-orm";
import { contactSnapshot } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { SnapshotPage } from "#domain/questions/submission";
import { withoutPlaces } from "#domain/secret-address";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { listContactFiles, type ContactFile } from "../files/list-contact-files.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { openContactPage, type ContactHead, type OpenedContact } from "./contact-head.ts";

export type Referral = {
  head: ContactHead;
  /** Every page as it was asked and answered, in the sender's order. Who sent it is in another room. */
  pages: readonly SnapshotPage[];
  files: readonly ContactFile[];
};

export async function readReferral(
  context: Context,
  actor: StaffActor,
  reference: string,
): Promise<Referral> {
  return unitOfWork(context, actor, async (unit) => {
    const opened = await openContactPage(unit, actor, { reference, page: "referral" });
    return { head: opened.head, ...(await loadReferral(unit, opened)) };
  });
}

/** What was sent, of a contact that somebody has opened: without where the family hides, unless they may see that. */
export async function loadReferral(
  unit: Unit,
  { head, found, key }: OpenedContact,
): Promise<Omit<Referral, "head">> {
  const contactId = found.row.id;
  const [[snapshot], files] = await Promise.all([
    unit.tx.select().from(contactSnapshot).where(eq(contactSnapshot.contactId, contactId)),
    listContactFiles(unit, { contactId, key, named: !head.addressSecret || head.can.address }),
  ]);
  if (!snapshot) throw new NotFound("a contact without its snapshot");
  const place = { table: "contact_snapshot", row: contactId, column: "content" };
  const pages = open<readonly SnapshotPage[]>(key, place, snapshot.content);
  return { pages: head.addressSecret ? withoutPlaces(pages) : pages, files };
}
