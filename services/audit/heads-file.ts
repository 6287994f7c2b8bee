import { constants } from "node:fs";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { headLine, parseHead, type PublishedHead } from "#domain/audit-head";

/** A head a line, oldest first. It is only ever added to; where it lies, nobody who can change the database should be. */
export type HeadsFile = {
  /** The newest head; null when there is no file yet. @throws Error when its last line is no head */
  last: () => Promise<PublishedHead | null>;
  append: (heads: readonly PublishedHead[]) => Promise<void>;
};

/** More than a line can be long. */
const tailBytes = 1_024;

export function openHeadsFile(path: string): HeadsFile {
  return {
    async last() {
      const tail = await readTail(path);
      if (tail === null || tail.trim() === "") return null;
      const head = parseHead(tail.trimEnd().split("\n").at(-1) ?? "");
      if (head === null) throw new Error("the file of published heads ends in something that is no head");
      return head;
    },
    async append(heads) {
      if (heads.length === 0) return;
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY, 0o640);
      try {
        await file.writeFile(heads.map((head) => `${headLine(head)}\n`).join(""));
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}

async function readTail(path: string): Promise<string | null> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const length = Math.min(size, tailBytes);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8");
  } finally {
    await file.close();
  }
}

/** Every head of a file, and the numbers of lines that are none. @throws when it cannot be read */
export async function readHeads(path: string): Promise<{ heads: PublishedHead[]; badLines: number[] }> {
  const lines = (await readFile(path, "utf8")).split("\n");
  const heads: PublishedHead[] = [];
  const badLines: number[] = [];
  for (const [at, line] of lines.entries()) {
    const head = line.trim() === "" ? undefined : parseHead(line);
    if (head) heads.push(head);
    else if (head === null) badLines.push(at + 1);
  }
  return { heads, badLines };
}
