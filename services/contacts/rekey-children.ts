import { sql, type SQL } from "drizzle-orm";
import { matchKeys } from "#domain/match-keys";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { describeChildren, type Described } from "./describe-children.ts";
import { isSealedKey, keyedKinds, keyVersion, storedKey } from "./match-key-rows.ts";

/** Few enough that a restriction that is being made waits a fraction of a second for a batch. */
const batchSize = 100;

/**
 * Keeps anew, under the version of the lookup key that is in use, what children are found by and another version made:
 * a small batch a transaction. All of them are found meanwhile, because every version that is held is looked for. It may
 * be stopped and run again, or twice at once.
 * @param each told how many children were done so far
 */
export async function rekeyChildren(
  context: Context,
  each: (done: number) => void = () => undefined,
): Promise<{ version: number; children: number }> {
  const version = context.keys.lookup.current;
  let children = 0;
  for (let after: string | null = null; ;) {
    const batch: { done: number; last: string | null } = await rekeyBatch(context, version, after);
    children += batch.done;
    if (batch.last === null) return { version, children };
    each(children);
    after = batch.last;
  }
}

async function rekeyBatch(context: Context, version: number, after: string | null) {
  return unitOfWork(context, { kind: "system", process: "rekey" }, async (unit) => {
    const page = await nextChildren(unit, version, after);
    const ids = page.filter(({ older }) => older).map(({ id }) => id);
    const described = await describeChildren(unit, ids);
    let done = 0;
    // In one order for everybody, or two runs would wait for each other.
    for (const id of ids) {
      const child = described.get(id);
      if (child && (await rekey(unit, child))) done += 1;
    }
    if (done > 0) await unit.audit({ kind: "match-keys.kept-anew", facts: { version, children: done } });
    return { done, last: page.at(-1)?.id ?? null };
  });
}

/**
 * The next children in the order of their ids, and whether another version than this one still finds them. Page by page
 * and not only those: the last of a large hub would be looked for longer than a statement may run.
 */
async function nextChildren({ tx }: Unit, version: number, after: string | null) {
  const older = (table: SQL) =>
    sql`exists (select from ${table} where contact_child_id = child.id and kind = any(${keyedKinds}) and ${keyVersion} <> ${version})`;
  const further = after === null ? sql`` : sql`where id > ${after}::uuid`;
  return tx.execute<{ id: string; older: boolean }>(sql`
    select child.id, ${older(sql`match_key`)} or ${older(sql`restricted_key`)} as older
    from (select id from contact_child ${further} order by id limit ${batchSize}) as child
    order by child.id`);
}

async function rekey({ tx, context }: Unit, { id, subject }: Described): Promise<boolean> {
  const keys = matchKeys(subject)
    .filter(isSealedKey)
    .map((key) => storedKey(context.keys, key));
  const texts = (list: readonly string[]) => sql`${sql.param([...list])}::text[]`;
  const [kept] = await tx.execute<{ done: boolean }>(sql`select frontdoor_rekey(
    ${id}::uuid, ${texts(keys.map(({ kind }) => kind))}, ${texts(keys.map(({ value }) => value))}) as done`);
  return kept?.done === true;
}
