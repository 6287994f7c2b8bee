import { and, asc, isNotNull, ne, sql } from "drizzle-orm";
import { dataKey } from "#db/schema/proof";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { unwrap, wrap } from "./data-keys.ts";
import { currentWrapVersion } from "./key-ring.ts";

/** Few enough that a transaction is short and whoever opens a record waits for none of them. */
const batchSize = 200;

type After = { subject: string; subjectId: string };

/**
 * Wraps every data key that an older version of the sealing key wraps with the one in use, a small batch a transaction.
 * What the keys seal is not touched and can be read all the while. It may be stopped and run again, or twice at once: a
 * key is taken by the version that it has.
 * @param each told how many were wrapped so far
 */
export async function rewrapKeys(
  context: Context,
  each: (done: number) => void = () => undefined,
): Promise<{ version: number; rewrapped: number }> {
  const version = currentWrapVersion(context.keys);
  let rewrapped = 0;
  for (let after: After | null = null; ;) {
    const batch: { done: number; last: After | null } = await rewrapBatch(context, version, after);
    rewrapped += batch.done;
    if (batch.last === null) return { version, rewrapped };
    each(rewrapped);
    after = batch.last;
  }
}

/** In the order of the table's key, from where the batch before ended: no row is looked at twice. */
async function rewrapBatch(context: Context, version: number, after: After | null) {
  return unitOfWork(context, { kind: "system", process: "rewrap" }, async ({ tx, audit }) => {
    const further =
      after === null
        ? undefined
        : sql`(${dataKey.subject}, ${dataKey.subjectId}) > (${after.subject}::data_key_subject, ${after.subjectId}::uuid)`;
    const rows = await tx
      .select()
      .from(dataKey)
      .where(and(ne(dataKey.wrapVersion, version), isNotNull(dataKey.wrapped), further))
      .orderBy(asc(dataKey.subject), asc(dataKey.subjectId))
      .limit(batchSize);
    let done = 0;
    for (const row of rows) {
      const { subject, subjectId, wrapVersion } = row;
      const { wrapped } = wrap(context.keys, subject, subjectId, unwrap(context.keys, row));
      const [taken] = await tx.execute<{ done: boolean }>(sql`select frontdoor_rewrap(
        ${subject}::data_key_subject, ${subjectId}::uuid, ${wrapVersion}::smallint, ${version}::smallint, ${wrapped}) as done`);
      if (taken?.done === true) done += 1;
    }
    if (done > 0) await audit({ kind: "keys.rewrapped", facts: { version, keys: done } });
    return { done, last: rows.at(-1) ?? null };
  });
}
