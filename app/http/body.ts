import type { IncomingMessage } from "node:http";

/**
 * The longest form is the record of a strategy discussion: five boxes for each child, of 3,000 characters. A family of
 * seven fills 150 KB of it, and six times that in a script that is not Latin. What is refused here is lost, so there
 * is room for that.
 */
const bodyBytesAtMost = 1024 * 1024;

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
