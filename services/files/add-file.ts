import { eq } from "drizzle-orm";
import { attachment } from "#db/schema/intake";
import type { FileKind } from "#domain/files/kinds";
import { contactBytesAtMost, filesAtMost } from "#domain/files/limits";
import type { Unit } from "../unit-of-work.ts";
import { RefusedFile } from "./bad-file.ts";
import { keepFile, type FileOwner } from "./file-store.ts";

/** A file that was examined: what it is called, what it is, and its bytes as they are kept. */
export type NewFile = { name: string; kind: FileKind; bytes: Buffer };

/**
 * Keeps one more file for a form, a call or a contact, and owes its scan. The caller holds the lock of whose it is, so that
 * two at once cannot add an eleventh.
 * @param key of whose it is
 * @throws RefusedFile when there are as many as one contact can have
 */
export async function addFile(unit: Unit, owner: FileOwner, key: Buffer, file: NewFile): Promise<void> {
  const there = await unit.tx.select({ size: attachment.size }).from(attachment).where(isOf(owner));
  if (there.length >= filesAtMost) throw new RefusedFile("too-many");
  const size = there.reduce((sum, one) => sum + one.size, file.bytes.length);
  if (size > contactBytesAtMost) throw new RefusedFile("too-much");
  const id = await keepFile(unit, owner, key, file);
  await unit.owe({ kind: "scan-file", subjectId: id, facts: {} });
}

function isOf(owner: FileOwner) {
  if ("contactId" in owner) return eq(attachment.contactId, owner.contactId);
  return "draftId" in owner ? eq(attachment.draftId, owner.draftId) : eq(attachment.callId, owner.callId);
}
