import { eq } from "drizzle-orm";
import { attachment, contact } from "#db/schema/intake";
import { readDataKey } from "../sealing/data-keys.ts";
import type { Unit } from "../unit-of-work.ts";
import { filesOfDraft, sealParticulars } from "./file-store.ts";

/**
 * Makes the files of a form the contact's, in the commit that sends it: what is known of each is sealed under the
 * contact's key instead of the draft's. The bytes stay where they are.
 */
export async function handOverFiles(
  unit: Unit,
  draft: { id: string; key: Buffer },
  reference: string,
): Promise<void> {
  const { tx } = unit;
  const [made] = await tx.select({ id: contact.id }).from(contact).where(eq(contact.reference, reference));
  if (!made) throw new Error("files without their contact");
  const key = await readDataKey(unit, "contact", made.id);
  for (const { row, particulars } of await filesOfDraft(unit, draft.id, draft.key))
    await tx
      .update(attachment)
      .set({ contactId: made.id, particulars: sealParticulars(key, row.id, particulars) })
      .where(eq(attachment.id, row.id));
}
