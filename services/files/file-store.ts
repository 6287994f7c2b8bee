import { randomBytes } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import { attachmentChunk } from "#db/schema/files";
import { attachment } from "#db/schema/intake";
import type { FileKind } from "#domain/files/kinds";
import { chunkBytes } from "#domain/files/limits";
import type { Actor } from "#domain/actor";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { decrypt, encrypt, open, seal } from "../sealing/seal.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import type { Sealed } from "#db/columns";

/**
 * What is known of a file. Its chunks are sealed under a key of its own, which is in here: so a form is sent without
 * sealing a hundred megabytes again, and whoever destroys the key of the contact (or of the draft) destroys the file.
 */
export type FileParticulars = { name: string; kind: FileKind; key: string; chunks: number };

type Row = typeof attachment.$inferSelect;
export type KnownFile = { row: Row; particulars: FileParticulars };

const particularsPlace = (row: string) => ({ table: "attachment", row, column: "particulars" });
/** Its number is bound in as well: two chunks that change places do not open. */
const chunkPlace = (file: string, ordinal: number) => ({
  table: "attachment_chunk",
  row: `${file}:${String(ordinal)}`,
  column: "content",
});

/** @param key of the draft or of the contact that the file belongs to */
export const sealParticulars = (key: Buffer, id: string, particulars: FileParticulars): Sealed =>
  seal(key, particularsPlace(id), particulars);

export const openFile = (key: Buffer, row: Row): KnownFile => ({
  row,
  particulars: open<FileParticulars>(key, particularsPlace(row.id), row.particulars),
});

/** Whose a file is when it comes. */
export type FileOwner =
  { draftId: string } | { callId: string } | { contactId: string; additionId: string | null };

/** The files of a form or a call that is not sent, in the order in which they came. */
export async function filesUnsent(
  { tx }: Unit,
  owner: { draftId: string } | { callId: string },
  key: Buffer,
): Promise<KnownFile[]> {
  const isTheirs =
    "draftId" in owner ? eq(attachment.draftId, owner.draftId) : eq(attachment.callId, owner.callId);
  const rows = await tx
    .select()
    .from(attachment)
    .where(and(isTheirs, isNull(attachment.contactId)))
    .orderBy(asc(attachment.id));
  return rows.map((row) => openFile(key, row));
}

type Kept = { name: string; kind: FileKind; bytes: Buffer };

/** Keeps a file, one sealed chunk after the other: never two in memory beside the file itself. */
export async function keepFile(
  unit: Unit,
  owner: FileOwner,
  key: Buffer,
  { name, kind, bytes }: Kept,
): Promise<string> {
  const { tx, context, now } = unit;
  const id = context.newId();
  const fileKey = randomBytes(32);
  const chunks = Math.ceil(bytes.length / chunkBytes);
  const particulars = { name, kind, key: fileKey.toString("base64"), chunks };
  await tx.insert(attachment).values({
    ...{ id, ...owner, size: bytes.length, createdAt: now },
    particulars: sealParticulars(key, id, particulars),
  });
  for (let ordinal = 0; ordinal < chunks; ordinal += 1) {
    const part = bytes.subarray(ordinal * chunkBytes, (ordinal + 1) * chunkBytes);
    const content = encrypt(fileKey, chunkPlace(id, ordinal), part) as Sealed;
    await tx.insert(attachmentChunk).values({ id: context.newId(), attachmentId: id, ordinal, content });
  }
  return id;
}

/**
 * One chunk of a file, opened.
 * @throws NotFound when it is gone: half a file must never look whole
 */
async function readChunk(unit: Unit, { row, particulars }: KnownFile, ordinal: number): Promise<Buffer> {
  const [chunk] = await unit.tx
    .select({ content: attachmentChunk.content })
    .from(attachmentChunk)
    .where(and(eq(attachmentChunk.attachmentId, row.id), eq(attachmentChunk.ordinal, ordinal)));
  if (!chunk) throw new NotFound("a chunk of a file is gone");
  return decrypt(Buffer.from(particulars.key, "base64"), chunkPlace(row.id, ordinal), chunk.content);
}

/** Each piece in a unit of its own: no transaction waits for whoever reads them. */
export async function* piecesOf(context: Context, actor: Actor, file: KnownFile): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ordinal < file.particulars.chunks; ordinal += 1)
    yield await unitOfWork(context, actor, (unit) => readChunk(unit, file, ordinal));
}
