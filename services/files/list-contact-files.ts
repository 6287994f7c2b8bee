import { asc, eq } from "drizzle-orm";
import { attachment } from "#db/schema/intake";
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
};

/** The files of a contact that somebody has opened, in the order in which they came. */
export async function listContactFiles(
  { tx }: Unit,
  { contactId, key, named }: { contactId: string; key: Buffer; named: boolean },
): Promise<ContactFile[]> {
  const rows = await tx
    .select()
    .from(attachment)
    .where(eq(attachment.contactId, contactId))
    .orderBy(asc(attachment.id));
  return rows.map((row) => {
    const { name, kind } = openFile(key, row).particulars;
    return {
      id: row.id,
      name: named ? name : null,
      kind,
      size: row.size,
      scan: row.scan,
      addedAt: row.createdAt,
    };
  });
}
