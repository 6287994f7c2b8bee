import { fileTypeFromBuffer } from "file-type";
import { fileBytesAtMost } from "#domain/files/limits";
import type { FileKind } from "#domain/files/kinds";
import { RefusedFile } from "./bad-file.ts";
import { checkDocx } from "./check-docx.ts";
import { cleanPicture } from "./clean-picture.ts";

type Examined = { kind: FileKind; bytes: Buffer };

/** A PDF ends with this, give or take what some programs put behind it. */
const pdfEnd = "%%EOF";
const pdfEndWithin = 2_048;

/** One after the other: two large pictures at once would take twice the memory and no less time. */
let before: Promise<unknown> = Promise.resolve();

/**
 * What a file is, told by its bytes, and the file as it is kept: pictures without what tells where they were taken.
 * @throws RefusedFile
 */
export function examine(bytes: Buffer): Promise<Examined> {
  const turn = before.then(() => examineNow(bytes));
  before = turn.catch(() => undefined);
  return turn;
}

async function examineNow(bytes: Buffer): Promise<Examined> {
  if (bytes.length === 0) throw new RefusedFile("empty");
  if (bytes.length > fileBytesAtMost) throw new RefusedFile("too-large");
  const examined = await recognise(bytes);
  // A picture can grow when it is written anew.
  if (examined.bytes.length > fileBytesAtMost) throw new RefusedFile("too-large");
  return examined;
}

async function recognise(bytes: Buffer): Promise<Examined> {
  // Before the library looks into it: a packed file is only unpacked within our limits.
  if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") {
    await checkDocx(bytes);
    return { kind: "docx", bytes };
  }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  switch (found?.mime) {
    case "application/pdf":
      return { kind: "pdf", bytes: wholePdf(bytes) };
    case "image/jpeg":
      return { kind: "jpeg", bytes: await cleanPicture(bytes, "jpeg") };
    case "image/png":
    case "image/apng":
      return { kind: "png", bytes: await cleanPicture(bytes, "png") };
    case "image/heic":
    case "image/heif":
    case "image/heic-sequence":
    case "image/heif-sequence":
      throw new RefusedFile("heic");
    case undefined:
      return { kind: "text", bytes: plainText(bytes) };
    default:
      throw new RefusedFile("wrong-kind");
  }
}

function wholePdf(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) throw new RefusedFile("wrong-kind");
  if (!bytes.subarray(-pdfEndWithin).includes(pdfEnd)) throw new RefusedFile("damaged");
  return bytes;
}

// Tab, line feed, form feed and carriage return are in every text; no editor writes the others.
const controls = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/;

function plainText(bytes: Buffer): Buffer {
  // Half of a picture's beginning is no text either; only what reads as letters is told to save it in another way.
  if (bytes.subarray(0, 512).includes(0)) throw new RefusedFile("wrong-kind");
  const text = decoded(bytes);
  if (text === null || controls.test(text)) throw new RefusedFile("not-text");
  if (text.trim() === "") throw new RefusedFile("empty");
  return bytes;
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
