import { getTableColumns, sql, type InferInsertModel } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Tx } from "./client.ts";

/*
 * drizzle works out the text of every insert anew, value by value: for the two hundred values of a submitted contact
 * that took a sixth of all that its request costs. The text depends only on which columns are given, so here drizzle
 * writes it once for each shape. A column that a row leaves out gets its default.
 */

type Rows<T extends PgTable> = readonly InferInsertModel<T>[];
/** What becomes of a row whose key is there already: an error, or nothing. */
type WhenThere = "refuse" | "ignore";
type Value = Readonly<Record<string, unknown>>;

const builder = drizzle.mock();
const texts = new WeakMap<PgTable, Map<string, string>>();

/** Inserts rows; none at all is no statement. */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: Rows<T>,
  whenThere: WhenThere = "refuse",
): Promise<void> {
  if (rows.length === 0) return;
  await tx._.session
    .prepareQuery(insertStatement(table, rows, whenThere), undefined, undefined, false)
    .execute();
}

/** The statement that drizzle makes of the same rows. */
export function insertStatement<T extends PgTable>(table: T, rows: Rows<T>, whenThere: WhenThere) {
  const columns = columnsOf(table);
  const params: unknown[] = [];
  let shape: string = whenThere;
  for (const row of rows as readonly Value[]) {
    shape += ";";
    for (const [at, [key, column]] of columns.entries()) {
      const value = row[key];
      if (value === undefined) continue;
      shape += `${at},`;
      params.push(value === null ? null : column.mapToDriverValue(value));
    }
  }
  return { sql: textOf(table, rows, whenThere, shape), params };
}

const columnLists = new WeakMap<PgTable, [string, PgColumn][]>();

function columnsOf(table: PgTable): [string, PgColumn][] {
  const known = columnLists.get(table) ?? Object.entries(getTableColumns(table));
  columnLists.set(table, known);
  return known;
}

function textOf<T extends PgTable>(table: T, rows: Rows<T>, whenThere: WhenThere, shape: string): string {
  const known = texts.get(table) ?? new Map<string, string>();
  texts.set(table, known);
  const text = known.get(shape) ?? write(table, rows, whenThere);
  known.set(shape, text);
  return text;
}

function write(table: PgTable, rows: readonly Value[], whenThere: WhenThere): string {
  const holes = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, sql.placeholder(key)]],
      ),
    ),
  );
  const insert = builder.insert(table).values(holes);
  return (whenThere === "ignore" ? insert.onConflictDoNothing() : insert).toSQL().sql;
}
