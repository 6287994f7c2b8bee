import type { IncomingMessage } from "node:http";

/** A form with every box full is under 60 KB; four times that leaves room for any script that is not Latin. */
const bodyBytesAtMost = 256 * 1024;

/**
 * Reads a body whole before the framework sees it: the framework would take any amount.
 * @returns null when there is more than is taken; the rest is then never read
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > bodyBytesAtMost) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytesAtMost) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
