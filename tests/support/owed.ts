import assert from "node:assert/strict";
import postgres from "postgres";
import { outbox } from "#db/schema/proof";
import type { Owed } from "#domain/jobs";
import type { Context } from "#services/context";
import { unitOfWork } from "#services/unit-of-work";
import { waitFor } from "../../scripts/processes.mjs";
import type { TestContext } from "./context.ts";

/** Owes work as a service would, in a unit of work that does nothing else. Returns the ids of the rows. */
export async function owe(context: Context, ...work: Owed[]): Promise<string[]> {
  await unitOfWork(context, { kind: "system", process: "test" }, (unit) => unit.owe(...work));
  const rows = await context.database.orm.select().from(outbox);
  return work.map(({ kind, subjectId, recipientId = null }) => {
    const row = rows.find(
      (one) => one.kind === kind && one.subjectId === subjectId && one.recipientId === recipientId,
    );
    return row?.id ?? "";
  });
}

/** Housekeeping about nobody in particular: the plainest work there is. */
export const plainWork = (context: Context): Owed => ({
  kind: "delete-expired-drafts",
  subjectId: context.newId(),
  facts: {},
});

/** Waits until every row of the outbox is done, and returns how long that took in milliseconds. */
export async function allDone(owner: postgres.Sql, withinMs = 15_000): Promise<number> {
  const began = performance.now();
  const left = async () => {
    const rows = await owner<{ kind: string; last_problem: string | null }[]>`
      select kind, last_problem from outbox where done_at is null`;
    return rows;
  };
  const done = await waitFor(async () => (await left()).length === 0, withinMs, 10);
  if (!done) assert.fail(`still owed: ${JSON.stringify(await left())}`);
  return performance.now() - began;
}

/** How often the effects of these rows happened. */
export async function effects(owner: postgres.Sql, ids: readonly string[]): Promise<number> {
  const [row] = await owner<
    { n: number }[]
  >`select count(*)::int as n from inbox where outbox_id in ${owner([...ids])}`;
  return row?.n ?? 0;
}

/** Cuts every connection of these logins to the test's database, or those with one name; a login may cut its own. */
export async function cutConnections({ database }: TestContext, name = "%"): Promise<void> {
  for (const login of [database.app, database.queue]) {
    const sql = postgres(login, { max: 1, onnotice: () => undefined });
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
        and application_name like ${name}`;
    await sql.end();
  }
}
