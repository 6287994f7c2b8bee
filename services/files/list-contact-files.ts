import { asc, eq } from "drizzle-orm";
import { addition } from "#db/schema/additions";
import { attachment, contact } from "#db/schema/intake";
import type { FileKind } from "#domain/files/kinds";
import type { ScanState } from "#domain/files/scan";
import type { Unit } from "../unit-of-work.ts";
import { openFile } from "./file-store.ts";

export type ContactFile = {
  id: string;
  /** Null where the name could tell what its reader may not know. */
  name: string | null;
  kind: FileKind;
  size: number;
  scan: ScanState;
  addedAt: Date;
  /** Whoever took a call put it in, for the caller. */
  byCallTaker: boolean;
  /** It came after the contact was sent. */
  afterwards: boolean;
};

/** The files of a contact that somebody has opened, in the order in which they came. */
export async function listContactFiles(
  { tx }: Unit,
  { contactId, key, named }: { contactId: string; key: Buffer; named: boolean },
): Promise<ContactFile[]> {
  const rows = await tx
    .select({ row: attachment, channel: contact.channel, addedBy: addition.channel })
    .from(attachment)
    .innerJoin(contact, eq(contact.id, attachment.contactId))
    .leftJoin(addition, eq(addition.id, attachment.additionId))
    .where(eq(attachment.contactId, contactId))
    .orderBy(asc(attachment.id));
  return rows.map(({ row, channel, addedBy }) => {
    const { name, kind } = openFile(key, row).particulars;
    return {
      id: row.id,
      name: named ? name : null,
      kind,
      size: row.size,
      scan: row.scan,
      addedAt: row.createdAt,
      byCallTaker: (addedBy ?? channel) === "phone",
      afterwards: addedBy !== null,
    };
  });
}
