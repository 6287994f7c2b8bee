import type { Table } from "drizzle-orm";
import type { Sql } from "postgres";
import { name } from "#db/schema/people";
import type { Context } from "#services/context";
import { gatherCrew } from "#services/demo/load/crew";
import { loadContact, type Loading } from "#services/demo/load/load-contact";
import { planLoad } from "#services/demo/load/plan-load";
import { newSheaf, type Sheaf } from "#services/demo/load/sheaf";
import { tablesInOrder } from "#services/demo/load/table-order";
import { copyRows } from "./copy-rows.ts";

export type LoadOptions = {
  contacts: number;
  seed: string;
  /** Called after every batch with the contacts written so far. */
  onProgress?: (written: number) => void;
};

/** Contacts a transaction: fewer cost commits, more cost memory (about 60 KB a contact). */
const batch = 500;
/** Batches on their way at once: one is written while the next is made. */
const atOnce = 3;

/**
 * Fills a demonstration's database with invented contacts: decided history, the work that came of it, and up to 200
 * that wait. What is sealed is really sealed, and every constraint holds.
 * @param sql as many connections as batches at once, in the application's own login
 */
export async function loadDemo(
  context: Context,
  sql: Sql,
  options: LoadOptions,
): Promise<{ contacts: number }> {
  const now = context.now();
  const plan = planLoad(options.seed, options.contacts, now);
  const workOfLast = Math.max(0, plan.count - 600);
  const loading: Loading = {
    context,
    seed: options.seed,
    crew: await gatherCrew(context),
    memory: new Map(),
    now,
    openWorkSince: plan.count > 0 ? plan.at(workOfLast).at : now,
  };
  const names = new Set<string>();
  const writing = new Set<Promise<void>>();
  let written = 0;
  for (let from = 0; from < plan.count; from += batch) {
    const sheaf = newSheaf();
    const to = Math.min(plan.count, from + batch);
    for (let i = from; i < to; i += 1) {
      loadContact(loading, sheaf, plan.at(i));
      // The batch before this one is on its way: let it go on.
      if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const write = writeSheaf(sql, sheaf, names).then(() => {
      writing.delete(write);
      written += to - from;
      options.onProgress?.(written);
    });
    writing.add(write);
    if (writing.size >= atOnce) await Promise.race(writing);
  }
  await Promise.all(writing);
  return { contacts: written };
}

async function writeSheaf(sql: Sql, { rows }: Sheaf, names: Set<string>): Promise<void> {
  await writeNames(sql, rows, names);
  const unknown = [...rows.keys()].filter((table) => table !== name && !tablesInOrder.includes(table));
  if (unknown.length > 0) throw new Error("a table has no place in the order");
  await sql.begin(async (tx) => {
    for (const table of tablesInOrder) await copyRows(tx, table, rows.get(table) ?? []);
  });
}

/** The dictionary of names is written by itself, each name once, and sorted: two batches may bring the same ones. */
async function writeNames(
  sql: Sql,
  rows: Map<Table, Record<string, unknown>[]>,
  names: Set<string>,
): Promise<void> {
  const tokens = (rows.get(name) ?? []).map((row) => String(row["token"]));
  const fresh = [...new Set(tokens)].filter((token) => !names.has(token)).sort();
  if (fresh.length > 0)
    await sql`insert into name (token) select unnest(${fresh}::text[]) on conflict do nothing`;
  for (const token of fresh) names.add(token);
}
