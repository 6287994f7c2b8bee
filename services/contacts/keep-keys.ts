import { sql } from "drizzle-orm";
import { insertRows } from "#db/insert-rows";
import { adultKey, matchKey, name } from "#db/schema/people";
import { keyRules, matchKeys } from "#domain/match-keys";
import type { Context } from "../context.ts";
import { keepRestrictions } from "../restricted/spread-restriction.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { describeContacts } from "./describe-children.ts";
import { matchKeyRows } from "./match-key-rows.ts";

/** Few enough that a restriction that is being made, or an erasure, waits a fraction of a second for a batch. */
const batchSize = 100;
/** A large hub's history takes many runs: what arrives now must not wait for it. */
const runMs = 10_000;

/**
 * Gives contacts that came before the rules of keys changed the keys that they lack, the newest first: children and adults
 * are then found as those of new contacts are. It only adds. Any number of workers may run it at once, and it may be
 * stopped.
 * @returns how many contacts were caught up with
 */
export async function keepKeys(context: Context): Promise<number> {
  const until = context.now().getTime() + runMs;
  for (let contacts = 0; ;) {
    const done = await unitOfWork(context, { kind: "system", process: "keys" }, keepBatch);
    contacts += done;
    if (done < batchSize || context.now().getTime() > until) return contacts;
  }
}

async function keepBatch(unit: Unit): Promise<number> {
  const { tx, context } = unit;
  await keepRestrictions(unit);
  // Written out, because only so the index of what is behind is used. An erasure takes this lock first, and finds whatever was added before it.
  const batch = await tx.execute<{ id: string; erased: boolean }>(sql`
    select id, erased_at is not null as erased from contact where keyed_with < 1
    order by id desc limit ${batchSize} for update skip locked`);
  if (batch.length === 0) return 0;
  const ids = batch.filter(({ erased }) => !erased).map(({ id }) => id);
  const [children, adults] = await Promise.all([
    describeContacts(unit, ids),
    tx.execute<{ id: string; contact_id: string; name: string; born: string | null }>(sql`
      select id, contact_id, name, date_of_birth::text as born from contact_adult
      where contact_id = any(${sql.param(ids)}::uuid[])`),
  ]);
  const found = ids.map((id) =>
    matchKeyRows(
      context.keys,
      id,
      children
        .filter(({ contactId }) => contactId === id)
        .map((child) => ({ id: child.id, keys: matchKeys(child.subject) })),
      adults
        .filter((adult) => adult.contact_id === id)
        .map((adult) => ({ id: adult.id, name: adult.name, dateOfBirth: adult.born })),
    ),
  );
  const words = new Set(found.flatMap(({ names }) => names.map(({ token }) => token)));
  const rows = found.flatMap((one) => one.rows);
  await insertRows(
    tx,
    name,
    [...words].sort().map((token) => ({ token })),
    "ignore",
  );
  await insertRows(tx, matchKey, rows, "ignore");
  await insertRows(
    tx,
    adultKey,
    found.flatMap(({ adultRows }) => adultRows),
    "ignore",
  );
  // The copy by which arriving contacts are compared with restricted people, where a child is theirs.
  await tx.execute(sql`
    insert into restricted_key (restriction_id, kind, value, contact_child_id)
    select distinct r.restriction_id, k.kind, k.value, k.contact_child_id
    from restricted_key r join match_key k on k.contact_child_id = r.contact_child_id
    where r.contact_child_id = any(${sql.param([...new Set(rows.map((row) => row.contactChildId))])}::uuid[])
    on conflict do nothing`);
  await tx.execute(sql`
    update contact set keyed_with = ${keyRules} where id = any(${sql.param(batch.map(({ id }) => id))}::uuid[])`);
  return batch.length;
}
