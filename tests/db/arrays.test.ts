import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "drizzle-orm";
import { openDatabase } from "#db/client";
import { testDatabase, type TestDatabase } from "../support/database.ts";

let place: TestDatabase;
before(async () => {
  place = await testDatabase();
});
after(() => place.drop());

const [texts, uuids, ints, bigints] = [sql`text[]`, sql`uuid[]`, sql`int[]`, sql`bigint[]`];
for (const [what, type, values] of [
  ["words with all that means something in an array", texts, ["a,b", '"', "\\", "{}", "NULL", " ", "", "é"]],
  ["one word", texts, ["one"]],
  ["no words", texts, []],
  ["ids", uuids, ["01a21c70-f353-7379-873c-ea68b0a54a76", "01a21c70-f353-7379-873c-ea68b0a54a77"]],
  ["numbers", ints, [1, -2, 0]],
  ["large numbers", bigints, ["9007199254740993", "-1"]],
] as const)
  test(`an array of ${what} comes back as it was sent, on the first statement of a connection`, async () => {
    const { orm, close } = openDatabase(place.app, "arrays", 1);
    const [row] = await orm.execute<{ all: unknown[]; n: number }>(
      sql`select ${sql.param(values)}::${type} as all, cardinality(${sql.param(values)}::${type}) as n`,
    );
    await close();
    assert.deepEqual(row, { all: values, n: values.length });
  });
