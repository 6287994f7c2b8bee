import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "#db/schema/index";
import { personalData } from "#domain/personal-data/register";

const tables = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table));
const facts: Record<string, { readable: object; sealed: object; neutral: string }> = personalData;

describe("the register of personal data", () => {
  test("names every table and no other", () => {
    assert.deepEqual(Object.keys(facts).sort(), tables.map(({ name }) => name).sort());
  });

  for (const table of tables) {
    test(`names every column of ${table.name} once, and no other`, () => {
      const { readable, sealed, neutral } = facts[table.name] ?? { readable: {}, sealed: {}, neutral: "" };
      const named = [...Object.keys(readable), ...Object.keys(sealed), ...neutral.split(" ").filter(Boolean)];
      assert.deepEqual(named.sort(), table.columns.map((column) => column.name).sort());
    });

    test(`keeps only bytes in what it calls sealed in ${table.name}`, () => {
      for (const name of Object.keys(facts[table.name]?.sealed ?? {})) {
        const column = table.columns.find((each) => each.name === name);
        assert.equal(column?.getSQLType(), "bytea", `${table.name}.${name}`);
      }
    });
  }
});
