import type { IncomingMessage } from "node:http";
import { fileBytesAtMost } from "#domain/files/limits";
import { openCasesBytesAtMost } from "#domain/open-case-list";
import { policeFileBytesAtMost } from "#domain/police/limits";
import { href } from "../href.ts";

/**
 * The longest form is the record of a strategy discussion: five boxes for each child, of 3,000 characters. A family of
 * seven fills 150 KB of it, and six times that in a script that is not Latin. What is refused here is lost, so there
 * is room for that.
 */
const bodyBytesAtMost = 1024 * 1024;

/**
 * Where files come. Somewhat more is read than is taken, so that the page can say in words what is too large, and held in
 * memory, so only a few are read at once. `ofOneNetwork` leaves room for others beside a school's slow line.
 */
const doors = [
  {
    path: new RegExp(`^${href("police.home")}$`),
    ...{
      bytesAtMost: policeFileBytesAtMost + 1024 * 1024,
      keptAtMost: undefined,
      atOnce: 4,
      ofOneNetwork: 4,
    },
    reading: new Map<string, number>(),
  },
  {
    // With a form, to what was sent before, and while somebody is on the phone: all of them together.
    path: /^\/(?:f|track|hub\/calls)\/[^/]+\/files$/,
    // What is larger is read to its end and dropped: a browser shows no answer that comes before it has sent everything.
    ...{
      bytesAtMost: 4 * fileBytesAtMost,
      keptAtMost: fileBytesAtMost + 64 * 1024,
      atOnce: 6,
      ofOneNetwork: 3,
    },
    reading: new Map<string, number>(),
  },
  {
    path: new RegExp(`^${href("api.open-cases")}$`),
    ...{ bytesAtMost: openCasesBytesAtMost, keptAtMost: undefined, atOnce: 2, ofOneNetwork: 2 },
    reading: new Map<string, number>(),
  },
] as const;

const doorAt = (path: string) => doors.find((door) => door.path.test(path));

/** Whether a file may come here: a telephone with a poor line needs minutes for one. */
export const takesFiles = (path: string): boolean => doorAt(path) !== undefined;

/**
 * Reads a body whole before the framework sees it: the framework would take any amount.
 * @returns the pieces in which it came. null when there is more than is taken, and the rest is then never read; "busy"
 *   when too many files arrive at once; "too-large" when it was a file that has been read to its end and dropped
 */
export async function readBody(
  request: IncomingMessage,
  { path, network }: { path: string; network: string },
): Promise<Buffer[] | "busy" | "too-large" | null> {
  const door = doorAt(path);
  if (door === undefined) return readUpTo(request, bodyBytesAtMost);
  const { reading } = door;
  const mine = reading.get(network) ?? 0;
  const all = [...reading.values()].reduce((sum, some) => sum + some, 0);
  if (all >= door.atOnce || mine >= door.ofOneNetwork) return "busy";
  reading.set(network, mine + 1);
  try {
    return await readUpTo(request, door.bytesAtMost, door.keptAtMost);
  } finally {
    const left = (reading.get(network) ?? 1) - 1;
    if (left === 0) reading.delete(network);
    else reading.set(network, left);
  }
}

/** @param keptAtMost what goes on with the request; more, up to `bytesAtMost`, is read and dropped */
async function readUpTo(
  request: IncomingMessage,
  bytesAtMost: number,
  keptAtMost = bytesAtMost,
): Promise<Buffer[] | "too-large" | null> {
  if (Number(request.headers["content-length"] ?? 0) > bytesAtMost) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesAtMost) return null;
    if (bytes <= keptAtMost) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes > keptAtMost ? "too-large" : chunks;
}
