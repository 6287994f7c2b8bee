import { and, eq, sql } from "drizzle-orm";
import { outbox } from "#db/schema/proof";
import { proposal, retentionItem } from "#db/schema/records";
import type { KeptBecause } from "#domain/erasure";
import type { Context } from "../context.ts";
import type { Performed, QueuedJob } from "../outbox/owed-work.ts";
import { performOnce } from "../outbox/perform-once.ts";
import { retryPassing } from "../outbox/retry-passing.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { dueContacts } from "./due-contacts.ts";
import { eraseOne } from "./erase.ts";
import { keepsContact } from "./keeps.ts";

const retention = { kind: "system", process: "retention" } as const;

/** So many a job, so that other housekeeping is not kept waiting; the rest is owed anew. */
const batchSize = 50;

/**
 * Erases what two people agreed was past its time, one contact in one transaction, the longest past first. It can be
 * begun any number of times: what is done is not done again, and what is held, or no longer due, is left and says why.
 */
export async function runRetention(
  context: Context,
  job: QueuedJob & { kind: "run-retention" },
): Promise<Performed> {
  const run = await findRun(context, job.outboxId);
  if (run === null) return "gone";
  for (let done = 0; done < batchSize; done += 1)
    if (!(await retryPassing(() => unitOfWork(context, retention, (unit) => doNext(unit, run))))) break;
  return performOnce(context, job, (unit) => goOnOrEnd(unit, run.runId));
}

type Run = { runId: string; proposalId: string };

async function findRun(context: Context, outboxId: string): Promise<Run | null> {
  return unitOfWork(context, retention, async ({ tx }) => {
    const [found] = await tx
      .select({ runId: proposal.subjectId, proposalId: proposal.id })
      .from(outbox)
      .innerJoin(proposal, eq(proposal.subjectId, outbox.subjectId))
      .where(and(eq(outbox.id, outboxId), eq(proposal.endedHow, "confirmed")));
    return found ?? null;
  });
}

/** False when nothing is left. Another worker that does the same run is waited for, and takes the one after. */
async function doNext(unit: Unit, { runId, proposalId }: Run): Promise<boolean> {
  const [next] = await unit.tx
    .select({ contactId: retentionItem.contactId })
    .from(retentionItem)
    .where(and(eq(retentionItem.runId, runId), sql`${retentionItem.doneAt} is null`))
    .orderBy(retentionItem.dueOn, retentionItem.contactId)
    .limit(1)
    .for("update");
  if (!next) return false;
  const { contactId } = next;
  const kept = await whyKept(unit, contactId);
  if (kept === null) await eraseOne(unit, { contactId, proposalId, ground: "retention" });
  else await unit.audit({ kind: "retention.kept", contactId, subjectId: runId, facts: { because: kept } });
  await unit.tx
    .update(retentionItem)
    .set({ doneAt: unit.now, keptBecause: kept })
    .where(and(eq(retentionItem.runId, runId), eq(retentionItem.contactId, contactId)));
  return true;
}

/** Looked at again under the contact's lock: a hold, or a rule, may have changed since the list was made. */
async function whyKept(unit: Unit, contactId: string): Promise<KeptBecause | null> {
  const [row] = await unit.tx.execute<{ erased: boolean }>(
    sql`select erased_at is not null as erased from contact where id = ${contactId} for update`,
  );
  if (row?.erased === true) return null;
  const due = await unit.tx.execute(dueContacts(unit, sql`c.id = ${contactId}`));
  return due.length === 0 ? "not-due" : ((await keepsContact(unit, contactId))[0] ?? null);
}

async function goOnOrEnd(unit: Unit, runId: string): Promise<void> {
  const [counted] = await unit.tx.execute<{ next: string | null; erased: number; kept: number }>(sql`
    select (select contact_id from retention_item where run_id = ${runId} and done_at is null
        order by due_on, contact_id limit 1) as next,
      count(*) filter (where done_at is not null and kept_because is null)::int as erased, count(kept_because)::int as kept
    from retention_item where run_id = ${runId}`);
  if (!counted) return;
  const { next, erased, kept } = counted;
  // Named after what it begins with, because the same work is owed only once.
  if (next !== null)
    await unit.owe({ kind: "run-retention", subjectId: runId, recipientId: next, facts: {} });
  else await unit.audit({ kind: "retention.ran", subjectId: runId, facts: { erased, kept } });
}
