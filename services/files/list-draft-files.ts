import type { FileKind } from "#domain/files/kinds";
import type { ScanState } from "#domain/files/scan";
import type { Context } from "../context.ts";
import { openDraft, type DraftAccess } from "../drafts/draft-access.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { filesUnsent, type KnownFile } from "./file-store.ts";

export type ListedFile = { id: string; name: string; kind: FileKind; size: number; scan: ScanState };

/** The files of a form that is not sent, in the order in which they came. */
export async function listDraftFiles(context: Context, access: DraftAccess): Promise<ListedFile[]> {
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    const { row, key } = await openDraft(unit, access, false);
    return (await filesUnsent(unit, { draftId: row.id }, key)).map(listed);
  });
}

export const listed = ({ row: { id, size, scan }, particulars: { name, kind } }: KnownFile): ListedFile => ({
  ...{ id, name, kind, size, scan },
});
