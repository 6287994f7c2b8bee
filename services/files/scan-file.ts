import { and, eq, isNull } from "drizzle-orm";
import { attachment } from "#db/schema/intake";
import { outbox } from "#db/schema/proof";
import type { ScanState } from "#domain/files/scan";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { OwedProblem, type Performed, type QueuedJob } from "../outbox/owed-work.ts";
import { performOnce } from "../outbox/perform-once.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { openFile, piecesOf, type KnownFile } from "./file-store.ts";

const actor = { kind: "system", process: "scanner" } as const;
const stateOf = { clean: "clean", found: "held", refused: "unchecked" } as const satisfies Record<
  string,
  ScanState
>;

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
    return stateOf[await context.scanner(piecesOf(context, actor, file))];
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
  if (!owed) return null;
  const { row } = owed;
  try {
    return openFile(await keyOfFile(unit, row), row);
  } catch (error) {
    // Erased, or its form went meanwhile.
    if (error instanceof NotFound) return null;
    throw error;
  }
}

const keyOfFile = (unit: Unit, { contactId, draftId }: KnownFile["row"]): Promise<Buffer> =>
  contactId === null ? readDataKey(unit, "draft", draftId ?? "") : readDataKey(unit, "contact", contactId);
