import { eq } from "drizzle-orm";
import { referrer } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { ReferrerParticulars } from "#domain/contact-facts";
import { may } from "#domain/permissions";
import type { SnapshotPage } from "#domain/questions/submission";
import type { ReferrerReason } from "#domain/referrer-room";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openContactPage, type ContactHead } from "./contact-head.ts";

export type ReferrerView = {
  head: ContactHead;
  /** Null until the room was opened with a reason. */
  opened: { particulars: ReferrerParticulars; pages: readonly SnapshotPage[] } | null;
};

/**
 * The page about who sent a contact. Without a reason it only says that there is somebody; with one it opens the room,
 * and the audit keeps who looked and why before anything is shown.
 * @throws NotFound, Forbidden for a reader who has no reason to know
 */
export async function viewReferrer(
  context: Context,
  actor: StaffActor,
  { reference, because }: { reference: string; because: ReferrerReason | null },
): Promise<ReferrerView> {
  return unitOfWork(context, actor, async (unit) => {
    const { head, found } = await openContactPage(unit, actor, { reference, page: "referrer" });
    if (!may(actor, "see-referrer", found.subject)) throw new Forbidden("see-referrer");
    if (because === null) return { head, opened: null };
    const [sender] = await unit.tx.select().from(referrer).where(eq(referrer.contactId, found.row.id));
    if (!sender) throw new NotFound("a contact without its referrer");
    await unit.audit({
      kind: "contact.referrer-viewed",
      contactId: found.row.id,
      subjectId: sender.id,
      facts: { because },
    });
    const key = await readDataKey(unit, "referrer", sender.id);
    const place = (column: string) => ({ table: "referrer", row: sender.id, column });
    return {
      head,
      opened: {
        particulars: open<ReferrerParticulars>(key, place("particulars"), sender.particulars),
        pages: open<readonly SnapshotPage[]>(key, place("snapshot"), sender.snapshot),
      },
    };
  });
}
