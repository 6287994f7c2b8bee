import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { Sql } from "postgres";
import type { Logins } from "#config";
import { ensureLogins } from "./roles.ts";
import type { MadeLogins } from "./roles.ts";

export type MigrateOptions = {
  /** The login that owns the database. It needs CREATEROLE, and need not be a superuser. */
  ownerUrl: string;
  /** Where generated passwords are kept. */
  dataDir: string;
  /** Logins that the operator named; the others are made. */
  logins?: Logins;
  /** With Redis the queue needs no tables. */
  redisUrl?: string;
  /** What this database is for; it is written down once and never changes. Left out, nothing is written. */
  mode?: "demo" | "live";
  /** Progress for the person who waits. */
  say?: (line: string) => void;
};

/** A database that is not what it should be for this start. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}

/** "FDMG". One migration at a time a database: two at once fail on PostgreSQL's own catalogue. */
const lockKey = 0x46444d47;
const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings a database to the state that this version needs: logins, tables, and the queue's own tables. Safe to run at
 * every start and from several machines at once; about 60 ms when there is nothing to do.
 *
 * @returns the addresses that web, worker and the commands log in with
 * @throws LoginError, DatabaseError or PostgreSQL's own error; nothing is half done after one
 */
export async function migrate(options: MigrateOptions): Promise<MadeLogins> {
  const { ownerUrl, dataDir, logins = {}, mode, say = () => undefined } = options;
  // One connection, because the lock belongs to it.
  const sql = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
    // A migration that moves rows sees them all; row-level security binds the owner too.
    connection: { application_name: "migrate", "frontdoor.sees": "all" },
  });
  try {
    await refuseOldServer(sql, ownerUrl);
    const [first] = await sql<{ locked: boolean }[]>`select pg_try_advisory_lock(${lockKey}) as locked`;
    if (!first?.locked) {
      say("Waiting for another migration of this database");
      await sql`select pg_advisory_lock(${lockKey})`;
    }
    const made = await ensureLogins(sql, ownerUrl, logins, dataDir);
    if (mode !== undefined) await refuseOtherMode(sql, mode);
    const before = await appliedMigrations(sql);
    await applyMigrations(drizzle(sql), { migrationsFolder });
    const applied = (await appliedMigrations(sql)) - before;
    if (applied > 0) say(`Applied ${applied} migration${applied === 1 ? "" : "s"}`);
    if (mode !== undefined)
      await sql`insert into installation (mode, since) values (${mode}, now()) on conflict do nothing`;
    if (options.redisUrl === undefined) await migrateQueue(sql, made.queue);
    return made;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseOldServer(sql: Sql, ownerUrl: string): Promise<void> {
  const asked = sql<{ version: string; number: number }[]>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
  const [server] = await asked.catch((error: unknown) => {
    throw unreachable(error, new URL(ownerUrl)) ?? error;
  });
  if ((server?.number ?? 0) < 150_000)
    throw new DatabaseError(`PostgreSQL 15 to 18 is needed; this is ${server?.version}.`);
}

/** The first question also shows whether the address is right: an operator reads words, not the driver's code. */
function unreachable(error: unknown, { hostname, port, pathname, username }: URL): DatabaseError | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const where = `${hostname}:${port || "5432"}`;
  const name = decodeURIComponent(pathname.slice(1));
  if (code === "3D000")
    return new DatabaseError(`The server at ${where} has no database called ${name}: make it first.`);
  if (code.startsWith("28"))
    return new DatabaseError(
      `The server at ${where} refuses the login ${decodeURIComponent(username)}: check its password.`,
    );
  if (/^(?:ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|CONNECT_TIMEOUT)$/.test(code))
    return new DatabaseError(
      `No PostgreSQL answers at ${where} (${code}): is it running, and is the address right?`,
    );
  return undefined;
}

async function appliedMigrations(sql: Sql): Promise<number> {
  const [ledger] = await sql<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!ledger?.there) return 0;
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return row?.n ?? 0;
}

/** Demonstration people and real children never share a database. */
async function refuseOtherMode(sql: Sql, mode: "demo" | "live"): Promise<void> {
  const [table] = await sql<
    { there: boolean }[]
  >`select to_regclass('public.installation') is not null as there`;
  if (!table?.there) return;
  const [row] = await sql<{ mode: string }[]>`select mode from installation`;
  if (row === undefined || row.mode === mode) return;
  throw new DatabaseError(
    mode === "live"
      ? "This database holds a demonstration, where anybody can sign in as anybody. A live service needs a database of its own."
      : "This database belongs to a live service. A demonstration needs a database of its own.",
  );
}

/**
 * BullMQ's tables in a schema that the queue's login owns. Making a schema needs a right on the whole database, which
 * the login has only for as long as this takes.
 */
async function migrateQueue(sql: Sql, queueUrl: string): Promise<void> {
  const { version } = createRequire(import.meta.url)("bullmq/package.json") as { version: string };
  const note = `BullMQ ${version}`;
  const [schema] = await sql<{ note: string | null }[]>`
    select obj_description(oid, 'pg_namespace') as note from pg_namespace where nspname = 'bullmq'`;
  if (schema?.note === note) return;

  // Loading these takes longer than the rest of a start that has nothing to do.
  const [{ runMigrations }, { default: pg }] = await Promise.all([import("bullmq"), import("pg")]);
  const client = new pg.Client({ connectionString: queueUrl });
  const login = sql(decodeURIComponent(new URL(queueUrl).username));
  const [here] = await sql<{ name: string }[]>`select current_database() as name`;
  const database = sql(here?.name ?? "");
  try {
    await sql`grant create on database ${database} to ${login}`;
    await client.connect();
    await runMigrations(client, "bullmq");
    await client.query(`comment on schema bullmq is ${client.escapeLiteral(note)}`);
  } finally {
    await client.end();
    await sql`revoke create on database ${database} from ${login}`;
  }
}
