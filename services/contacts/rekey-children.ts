import { sql } from "drizzle-orm";
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
    const ids = await findOlder(unit, version, after);
    const described = await describeChildren(unit, ids);
    let done = 0;
    // In one order for everybody, or two runs would wait for each other.
    for (const id of ids) {
      const child = described.get(id);
      if (child && (await rekey(unit, child))) done += 1;
    }
    if (done > 0) await unit.audit({ kind: "match-keys.kept-anew", facts: { version, children: done } });
    return { done, last: ids.at(-1) ?? null };
  });
}

/** Children that another version than this one still finds, in the order of their ids. */
async function findOlder({ tx }: Unit, version: number, after: string | null): Promise<string[]> {
  const older = sql`kind = any(${keyedKinds}) and ${keyVersion} <> ${version}`;
  const further = after === null ? sql`` : sql`and contact_child_id > ${after}::uuid`;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from (
      (select distinct contact_child_id as id from match_key where ${older} ${further} order by 1 limit ${batchSize})
      union (select distinct contact_child_id from restricted_key where ${older} ${further} order by 1 limit ${batchSize})
    ) as found order by id limit ${batchSize}`);
  return rows.map(({ id }) => id);
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
