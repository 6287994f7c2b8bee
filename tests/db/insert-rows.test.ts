import assert from "node:assert/strict";
import { test, describe } from "node:test";
import { getTableName, type InferInsertModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import { insertStatement } from "#db/insert-rows";
import { hold } from "#db/schema/screening";
import { gatherCrew } from "#services/demo/load/crew";
import { loadContact } from "#services/demo/load/load-contact";
import { planLoad } from "#services/demo/load/plan-load";
import { newSheaf } from "#services/demo/load/sheaf";
import { seedPeople } from "#services/demo/seed-demo";
import { testContext } from "../support/context.ts";

const builder = drizzle.mock();

/** Compared twice: the second time the text is the one that was kept. */
function sameAsDrizzle<T extends PgTable>(table: T, rows: readonly InferInsertModel<T>[]) {
  const { sql, params } = builder
    .insert(table)
    .values([...rows])
    .toSQL();
  for (const time of ["first", "again"])
    assert.deepEqual(
      insertStatement(table, rows, "refuse"),
      { sql, params },
      `${getTableName(table)}, ${time}`,
    );
}

describe("an insert whose text is kept", () => {
  test("is drizzle's own, for the rows of three hundred contacts in every table that they fill", async () => {
    const kit = await testContext();
    await seedPeople(kit.context);
    const [context, seed, now] = [kit.context, "insert", kit.context.now()];
    const plan = planLoad(seed, 300, now);
    const sheaf = newSheaf();
    const crew = await gatherCrew(context);
    await kit.close();
    const loading = {
      context,
      seed,
      crew,
      memory: new Map(),
      references: new Set<string>(),
      now,
      openWorkSince: now,
    };
    for (let i = 0; i < plan.count; i += 1) loadContact(loading, sheaf, plan.at(i));
    assert.ok(sheaf.rows.size > 20, `${sheaf.rows.size} tables`);
    for (const [table, rows] of sheaf.rows) {
      const given = rows as InferInsertModel<PgTable>[];
      for (const count of [1, 2, 7]) sameAsDrizzle(table as PgTable, given.slice(0, count));
      // Every shape that there is: a row that leaves a column out must not get the text of one that gives it.
      for (const row of given) sameAsDrizzle(table as PgTable, [row]);
    }
  });

  test("leaves columns that are not given, or given as undefined, to their defaults", () => {
    const contactId = "00000000-0000-7000-8000-000000000001";
    sameAsDrizzle(hold, [
      { contactId, version: undefined },
      { contactId, version: 4 },
    ]);
    sameAsDrizzle(hold, [{ contactId, version: 4 }, { contactId }]);
    sameAsDrizzle(hold, [{ contactId, holderId: null }]);
  });

  test("ignores what is there already only when it is asked to", () => {
    const rows = [{ contactId: "00000000-0000-7000-8000-000000000001" }];
    const { sql } = builder.insert(hold).values(rows).onConflictDoNothing().toSQL();
    assert.equal(insertStatement(hold, rows, "ignore").sql, sql);
    assert.notEqual(insertStatement(hold, rows, "refuse").sql, sql);
  });
});
