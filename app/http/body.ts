import type { IncomingMessage } from "node:http";
import { policeFileBytesAtMost } from "#domain/police/limits";
import { href } from "../href.ts";

/**
 * The longest form is the record of a strategy discussion: five boxes for each child, of 3,000 characters. A family of
 * seven fills 150 KB of it, and six times that in a script that is not Latin. What is refused here is lost, so there
 * is room for that.
 */
const bodyBytesAtMost = 1024 * 1024;

/**
 * A file of police notices. Somewhat more than is taken, so that the page can say in words what is too large; held whole,
 * so only a few are read at once.
 */
const files = {
  path: href("police.home"),
  bytesAtMost: policeFileBytesAtMost + 1024 * 1024,
  atOnce: 4,
  reading: 0,
};

/**
 * Reads a body whole before the framework sees it: the framework would take any amount.
 * @returns null when there is more than is taken; the rest is then never read. "busy" when too many files arrive at once
 */
export async function readBody(request: IncomingMessage, path = ""): Promise<Buffer | "busy" | null> {
  if (path !== files.path) return readUpTo(request, bodyBytesAtMost);
  if (files.reading >= files.atOnce) return "busy";
  files.reading += 1;
  try {
    return await readUpTo(request, files.bytesAtMost);
  } finally {
    files.reading -= 1;
  }
}

async function readUpTo(request: IncomingMessage, bytesAtMost: number): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > bytesAtMost) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesAtMost) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
