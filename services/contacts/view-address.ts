import { eq } from "drizzle-orm";
import { contactSnapshot } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { SnapshotPage } from "#domain/questions/submission";
import type { AddressReason } from "#domain/secret-address";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openContactPage, type ContactHead } from "./contact-head.ts";

/**
 * The page about an address that is kept secret. Without a reason it only says that there is one; with one it shows
 * what was said about where the family is, and the audit keeps who looked and why before anything is shown.
 * @throws NotFound, Forbidden for a reader who has no reason to know
 */
export async function viewAddress(
  context: Context,
  actor: StaffActor,
  { reference, because }: { reference: string; because: AddressReason | null },
): Promise<{ head: ContactHead; opened: readonly SnapshotPage[] | null }> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found, key } = await openContactPage(unit, actor, { reference, page: "address" });
    if (!may(actor, "see-address", found.subject)) throw new Forbidden("see-address");
    if (because === null) return { head, opened: null };
    const contactId = found.row.id;
    const [snapshot] = await unit.tx
      .select()
      .from(contactSnapshot)
      .where(eq(contactSnapshot.contactId, contactId));
    if (!snapshot) throw new NotFound("a contact without its snapshot");
    await unit.audit({ kind: "contact.address-viewed", contactId, facts: { because } });
    const place = { table: "contact_snapshot", row: contactId, column: "content" };
    const pages = open<readonly SnapshotPage[]>(key, place, snapshot.content);
    return { head, opened: pages.filter(({ questionId }) => questionId === "where") };
  });
}
