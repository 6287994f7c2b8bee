import { sql } from "drizzle-orm";
import { insertRows } from "#db/insert-rows";
import { outbox } from "#db/schema/proof";
import { jobs, type Owed } from "#domain/jobs";
import type { Context } from "../context.ts";
import type { Unit } from "../unit.ts";

/** Only the unit of work calls this. The same work for the same recipient is owed once. */
export async function writeOwed(unit: Unit, work: Owed[]): Promise<void> {
  const rows = work.map((owed) => ({
    id: unit.context.newId(),
    kind: owed.kind,
    subjectId: owed.subjectId,
    recipientId: owed.recipientId ?? null,
    facts: jobs[owed.kind].facts.parse(owed.facts),
    createdAt: unit.now,
    availableAt: owed.availableAt ?? unit.now,
  }));
  await insertRows(unit.tx, outbox, rows, "ignore");
}

const ringing = new WeakSet<Context>();

/**
 * Tells the relay that work is owed, after the commit and outside it: NOTIFY inside a transaction makes every commit
 * of the database wait for the one before. A lost ring costs only the wait for the relay's next poll.
 */
export function ringDoorbell(context: Context): void {
  if (ringing.has(context)) return;
  ringing.add(context);
  context.database.orm
    .execute(sql`select pg_notify('owed', '')`)
    .catch(() => context.log.warn("the doorbell could not be rung"))
    .finally(() => ringing.delete(context));
}
