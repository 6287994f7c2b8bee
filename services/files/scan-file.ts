import { and, eq, isNull } from "drizzle-orm";
import { attachment } from "#db/schema/intake";
import { outbox } from "#db/schema/proof";
import type { ScanState } from "#domain/files/scan";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { OwedProblem, type Performed, type QueuedJob } from "../outbox/owed-work.ts";
import { performOnce } from "../outbox/perform-once.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import type { KnownFile } from "./file-store.ts";
import { askScanner, openToScan, scanning as actor } from "./scanning.ts";

/**
 * Has one file looked through, and keeps what was found. Looking twice changes nothing, so it is done outside of a
 * transaction, which a scanner must not hold open. A file that is gone meanwhile is nothing to do.
 * @throws OwedProblem while the scanner does not answer: the file waits, and the contact does not
 */
export async function scanFile(context: Context, job: QueuedJob & { kind: "scan-file" }): Promise<Performed> {
  const file = await unitOfWork(context, actor, (unit) => fileToScan(unit, job.outboxId));
  const scan = file === null ? null : await look(context, file);
  return performOnce(context, job, async ({ tx, now }, { subjectId }) => {
    if (scan === null) return;
    await tx
      .update(attachment)
      .set({ scan, scannedAt: now })
      .where(and(eq(attachment.id, subjectId), eq(attachment.scan, "waiting")));
  });
}

async function look(context: Context, file: KnownFile): Promise<ScanState | null> {
  if (context.scanner === null) return "unchecked";
  try {
    return await askScanner(context, context.scanner, file);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw new OwedProblem("scanner-away");
  }
}

async function fileToScan(unit: Unit, outboxId: string): Promise<KnownFile | null> {
  const [owed] = await unit.tx
    .select({ row: attachment })
    .from(outbox)
    .innerJoin(attachment, eq(attachment.id, outbox.subjectId))
    .where(and(eq(outbox.id, outboxId), eq(outbox.kind, "scan-file"), isNull(outbox.doneAt)));
  return owed ? openToScan(unit, owed.row) : null;
}
