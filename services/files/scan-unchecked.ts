import { and, asc, eq } from "drizzle-orm";
import { attachment } from "#db/schema/intake";
import type { ScanState } from "#domain/files/scan";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import type { KnownFile } from "./file-store.ts";
import type { Scanner } from "./scanner.ts";
import { askScanner, openToScan, scanning } from "./scanning.ts";

/** A few at a time: files that come now are looked through by work of their own, and do not wait for old ones. */
const atOnce = 5;

/**
 * Has files looked through that came while there was no scanner, the longest unchecked first. Whoever does it twice, or two
 * at once, finds the same. @returns how many are not unchecked any more
 * @throws Error when the scanner does not answer: what was looked through until then stays so
 */
export async function scanUnchecked(context: Context): Promise<number> {
  const { scanner } = context;
  if (scanner === null) return 0;
  const files = await unitOfWork(context, scanning, async (unit) => {
    const rows = await unit.tx
      .select()
      .from(attachment)
      .where(eq(attachment.scan, "unchecked"))
      .orderBy(asc(attachment.scannedAt))
      .limit(atOnce);
    return Promise.all(rows.map(async (row) => ({ id: row.id, file: await openToScan(unit, row) })));
  });
  for (const { id, file } of files) {
    const scan = file === null ? "unreadable" : await look(context, scanner, file);
    await unitOfWork(context, scanning, ({ tx, now }) =>
      tx
        .update(attachment)
        .set({ scan, scannedAt: now })
        .where(and(eq(attachment.id, id), eq(attachment.scan, "unchecked"))),
    );
  }
  return files.length;
}

/** What is erased cannot be read, and is not asked for again. */
const look = (context: Context, scanner: Scanner, file: KnownFile): Promise<ScanState> =>
  askScanner(context, scanner, file).catch((error: unknown) => {
    if (error instanceof NotFound) return "unreadable";
    throw error;
  });
