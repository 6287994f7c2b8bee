import { eq } from "drizzle-orm";
import { attachment, contact } from "#db/schema/intake";
import { readDataKey } from "../sealing/data-keys.ts";
import type { Unit } from "../unit-of-work.ts";
import { filesUnsent, sealParticulars } from "./file-store.ts";

/**
 * Makes the files of a form or of a call the contact's, in the commit that sends it: what is known of each is sealed under
 * the contact's key instead of theirs. The bytes stay where they are.
 */
export async function handOverFiles(
  unit: Unit,
  { owner, key: theirs }: { owner: { draftId: string } | { callId: string }; key: Buffer },
  reference: string,
): Promise<void> {
  const files = await filesUnsent(unit, owner, theirs);
  if (files.length === 0) return;
  const [made] = await unit.tx
    .select({ id: contact.id })
    .from(contact)
    .where(eq(contact.reference, reference));
  if (!made) throw new Error("files without their contact");
  const contactId = made.id;
  const key = await readDataKey(unit, "contact", contactId);
  for (const { row, particulars } of files)
    await unit.tx
      .update(attachment)
      .set({ contactId, particulars: sealParticulars(key, row.id, particulars) })
      .where(eq(attachment.id, row.id));
}
