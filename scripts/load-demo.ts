import type { Table } from "drizzle-orm";
import pg from "pg";
import { name } from "#db/schema/people";
import type { Context } from "#services/context";
import { gatherCrew } from "#services/demo/load/crew";
import { loadContact, type Loading } from "#services/demo/load/load-contact";
import { planLoad } from "#services/demo/load/plan-load";
import { planMonth } from "#services/demo/load/plan-month";
import { newSheaf, type Sheaf } from "#services/demo/load/sheaf";
import { tablesInOrder } from "#services/demo/load/table-order";
import { copyRows } from "./copy-rows.ts";

/** So many contacts of ten years, or all of one month. */
export type LoadOptions = ({ contacts: number } | { month: string }) & {
  seed: string;
  /** Called after every batch with the contacts written so far. */
  onProgress?: (written: number) => void;
};

/** Contacts a transaction: fewer cost commits, more cost memory (about 60 KB a contact). */
const batch = 500;
/** Batches that may wait to be written while the next one is made. */
const waitingAtMost = 2;

/**
 * Fills a demonstration's database with invented contacts: decided history, the work that came of it, and up to 200
 * that wait. What is sealed is really sealed, and every constraint holds.
 * @param url the application's own login: it may add rows, and so can this
 */
export async function loadDemo(context: Context, url: string, options: LoadOptions): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: "demo-load" });
  try {
    return await loadPlan(context, pool, options);
  } finally {
    await pool.end();
  }
}

async function loadPlan(context: Context, pool: pg.Pool, options: LoadOptions): Promise<number> {
  const now = context.now();
  const { seed } = options;
  const plan = "month" in options ? planMonth(seed, options.month) : planLoad(seed, options.contacts, now);
  const workOfLast = Math.max(0, plan.count - 600);
  const loading: Loading = {
    context,
    seed,
    crew: await gatherCrew(context),
    memory: new Map(),
    references: new Set(),
    now,
    openWorkSince: plan.count > 0 ? plan.at(workOfLast).at : now,
  };
  const names = new Set<string>();
  // One after the other: a family's second contact points to its first, which has to be there.
  const waiting: Promise<void>[] = [];
  let last = Promise.resolve();
  let written = 0;
  for (let from = 0; from < plan.count; from += batch) {
    const sheaf = newSheaf();
    const to = Math.min(plan.count, from + batch);
    for (let i = from; i < to; i += 1) {
      loadContact(loading, sheaf, plan.at(i));
      // The batch before this one is on its way: let it go on.
      if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    last = last.then(async () => {
      await writeSheaf(pool, sheaf, names);
      written += to - from;
      options.onProgress?.(written);
    });
    waiting.push(last);
    if (waiting.length > waitingAtMost) await waiting.shift();
  }
  await last;
  return plan.count;
}

/** One transaction; the caller gives the names that are in the dictionary already. */
export async function writeSheaf(pool: pg.Pool, { rows }: Sheaf, names: Set<string>): Promise<void> {
  const unknown = [...rows.keys()].filter((table) => table !== name && !tablesInOrder.includes(table));
  if (unknown.length > 0) throw new Error("a table has no place in the order");
  const client = await pool.connect();
  try {
    await writeNames(client, rows, names);
    await client.query("begin");
    await client.query("select set_config('frontdoor.sees', 'all', true)");
    for (const table of tablesInOrder) await copyRows(client, table, rows.get(table) ?? []);
    await client.query("commit");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The dictionary of names is written by itself, each name once, and sorted: two batches may bring the same ones. */
async function writeNames(
  client: pg.PoolClient,
  rows: Map<Table, Record<string, unknown>[]>,
  names: Set<string>,
): Promise<void> {
  const tokens = (rows.get(name) ?? []).map((row) => String(row["token"]));
  const fresh = [...new Set(tokens)].filter((token) => !names.has(token)).sort();
  if (fresh.length === 0) return;
  await client.query("insert into name (token) select unnest($1::text[]) on conflict do nothing", [fresh]);
  for (const token of fresh) names.add(token);
}
