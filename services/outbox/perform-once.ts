import { sql } from "drizzle-orm";
import type { JobKind } from "#domain/jobs";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { asOwedWork, type OwedRow, type OwedWork, type Performed, type QueuedJob } from "./owed-work.ts";
import { retryPassing } from "./retry-passing.ts";

/**
 * Does one piece of owed work whose whole effect is in the database: the effect, its inbox row and "done" are one
 * commit, so however often the job is delivered the effect happens once.
 */
export async function performOnce<K extends JobKind>(
  context: Context,
  job: QueuedJob & { kind: K },
  work: (unit: Unit, owed: OwedWork<K>) => Promise<unknown>,
): Promise<Performed> {
  return retryPassing(() =>
    unitOfWork<Performed>(context, { kind: "system", process: "worker" }, async (unit) => {
      const taken = await take(unit, job);
      if (taken === null) return "gone";
      if (taken.fresh) await work(unit, asOwedWork(job.kind, taken.row));
      return "done";
    }),
  );
}

/**
 * Locks the row, marks it done and writes its inbox row in one round trip. A row that another delivery has locked is
 * skipped: waiting for it would only find it done.
 */
async function take(unit: Unit, { outboxId, kind }: QueuedJob) {
  const now = unit.now.toISOString();
  const [row] = await unit.tx.execute<{
    id: string;
    subject_id: string;
    recipient_id: string | null;
    facts: unknown;
    available_at: string;
    attempts: number;
    fresh: boolean;
  }>(sql`
    with owed as (
      select id from outbox where id = ${outboxId} and kind = ${kind} and done_at is null for update skip locked
    ), done as (
      update outbox set done_at = ${now}, lease_until = null from owed where outbox.id = owed.id
      returning outbox.id, subject_id, recipient_id, facts, available_at, attempts
    ), first as (
      insert into inbox (outbox_id, effect, at) select id, ${kind}, ${now} from done
      on conflict do nothing returning outbox_id
    )
    select done.*, exists (select 1 from first) as fresh from done`);
  if (!row) return null;
  const taken: OwedRow = {
    id: row.id,
    subjectId: row.subject_id,
    recipientId: row.recipient_id,
    facts: row.facts,
    availableAt: new Date(row.available_at),
    attempts: row.attempts,
  };
  return { row: taken, fresh: row.fresh };
}
