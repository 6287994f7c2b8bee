import { makePgArray } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { guardTransactions } from "./guarded-client.ts";

export type Orm = PostgresJsDatabase;
/** One transaction's handle, as `unitOfWork` gives it. */
export type Tx = Parameters<Parameters<Orm["transaction"]>[0]>[0];

/** A pool of connections in one login. Only the unit of work and the relay hold one. */
export type Database = { orm: Orm; close: () => Promise<void> };

/**
 * Limits that keep a sick database from hanging a request: a statement may run 5 s, wait 3 s for a lock, and a
 * transaction may idle 10 s before the server ends it.
 */
export const connectionLimits = {
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
} as const;

/** Seconds between tries to connect. The driver's own go up to 20 s: that long after the server is back. */
export const backoff = (tries: number): number => Math.min(0.05 * 2 ** tries, 1);

/** How a flat array without nulls is sent and read; drizzle itself sends the arrays of columns as text. */
const arrayOf = (oid: number, read: (text: string) => unknown = (text) => text) => ({
  ...{ to: oid, from: [oid] },
  serialize: (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value),
  parse: (text: string) =>
    [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^",{}]+)/gs)].map(([, quoted, plain = ""]) =>
      read(quoted === undefined ? plain : quoted.replace(/\\(.)/gs, "$1")),
    ),
});

/**
 * The arrays that statements hold, by the numbers that PostgreSQL has always had for them. postgres.js 3.4.9 would ask
 * for them on every new connection, and when that question fails because the server dies just then, or is too busy for
 * the limit above, nobody can catch it and the process ends (porsager/postgres #1192, #1205, #1223). An array of
 * another type is refused by the server as malformed: add it here. tests/db/lost-connection.test.ts fails without this.
 */
export const knownTypes = {
  fetch_types: false,
  types: {
    texts: arrayOf(1009),
    uuids: arrayOf(2951),
    ints: arrayOf(1007, Number),
    bigints: arrayOf(1016),
    times: arrayOf(1185),
  },
};

/**
 * Opens a pool. Connections are made when first needed, so a database that is down later answers each request with
 * an error and heals by itself.
 * @param url  a login of db/roles.ts, never the owner's outside migrations
 * @param name application_name in pg_stat_activity
 */
export function openDatabase(url: string, name: string, connections = 10): Database {
  const client = postgres(url, {
    max: connections,
    connect_timeout: 5,
    backoff,
    idle_timeout: 60,
    max_lifetime: 30 * 60,
    onnotice: () => undefined,
    ...knownTypes,
    connection: { application_name: name, ...connectionLimits },
  });
  // Without the schema: only its relational queries, which nobody here uses, want it, and they are built anew for every
  // transaction.
  return { orm: drizzle(guardTransactions(client)), close: () => client.end({ timeout: 5 }) };
}
