import { spawn } from "node:child_process";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { migrate } from "#db/migrate";
import { databaseRoles } from "#db/roles";
import type { LoginName, MadeLogins } from "#db/roles";
import { isRunning, waitFor } from "../../scripts/processes.mjs";

export type TestDatabase = {
  name: string;
  /** Owns the tables: for arranging what a test needs and looking at what it left. */
  owner: string;
  app: string;
  queue: string;
  sequencer: string;
  verify: string;
  drop: () => Promise<void>;
};

/**
 * A database of this test file's own, copied from a migrated template in about a tenth of a second. The server is the
 * one of TEST_DATABASE_OWNER_URL, as `npm test` sets it; a file that is run by hand gets one that is kept running for
 * ten minutes after its last use.
 * @param server the owner's login to another server, for what only its superuser can do
 */
export async function testDatabase(server?: string): Promise<TestDatabase> {
  const ownerUrl = server ?? (await testServer());
  const database = named(ownerUrl);
  await withTemplate(ownerUrl, async (sql, template) => {
    await sql`create database ${sql(database.name)} template ${sql(template)}`;
  });
  return database;
}

/** A database without anything in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const ownerUrl = await testServer();
  const database = named(ownerUrl);
  await onServer(ownerUrl, async (sql) => void (await sql`create database ${sql(database.name)}`));
  return database;
}

function named(ownerUrl: string): TestDatabase {
  const name = `test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  const owner = inDatabase(ownerUrl, name);
  const drop = () => onServer(ownerUrl, (sql) => dropForced(sql, name));
  // Row-level security binds the owner too, who would find nothing of what a test left.
  return { name, owner: `${owner}?frontdoor.sees=all`, ...loginsFor(owner), drop };
}

/**
 * The server cleans up in databases by itself, as its superuser, whom the owner may not send away; it is done in a moment.
 */
async function dropForced(sql: postgres.Sql, name: string): Promise<void> {
  const dropped = async () => {
    try {
      await sql`drop database if exists ${sql(name)} with (force)`;
      return true;
    } catch (error) {
      if (error instanceof postgres.PostgresError && error.code === "42501") return false;
      throw error;
    }
  };
  if (!(await waitFor(dropped, 30_000, 200))) throw new Error(`${name} is still being cleaned up`);
}

/** Everything that a template is made of. */
function schemaVersion(): string {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const hash = createHash("sha256");
  const migrations = here("../../db/migrations");
  for (const file of readdirSync(migrations).sort()) {
    if (file.endsWith(".sql")) hash.update(readFileSync(join(migrations, file)));
  }
  hash.update(readFileSync(here("../../db/roles.ts")));
  hash.update((createRequire(import.meta.url)("bullmq/package.json") as { version: string }).version);
  return hash.digest("hex").slice(0, 16);
}

/** "FDTT": one maker of the template at a time; those who copy it share. */
const templateLock = 0x46445454;

/** Runs work while the template is there and nobody can remove it. */
async function withTemplate(
  ownerUrl: string,
  work: (sql: postgres.Sql, template: string) => Promise<void>,
): Promise<void> {
  const template = `template_${schemaVersion()}`;
  await onServer(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock_shared(${templateLock})`;
    if (await exists(sql, template)) return work(sql, template);
    await sql`select pg_advisory_unlock_shared(${templateLock})`;
    await sql`select pg_advisory_lock(${templateLock})`;
    if (!(await exists(sql, template))) await makeTemplate(sql, ownerUrl, template);
    return work(sql, template);
  });
}

async function makeTemplate(sql: postgres.Sql, ownerUrl: string, template: string): Promise<void> {
  await dropLeftovers(sql);
  const half = `half_${template}`;
  await sql`drop database if exists ${sql(half)} with (force)`;
  await sql`create database ${sql(half)}`;
  const url = inDatabase(ownerUrl, half);
  await migrate({ ownerUrl: url, logins: loginsFor(url), dataDir: "/nonexistent" });
  await sql`alter database ${sql(half)} rename to ${sql(template)}`;
}

/** Templates of older schemas, and databases of test runs that were killed more than an hour ago. */
async function dropLeftovers(sql: postgres.Sql): Promise<void> {
  const found = await sql<{ datname: string }[]>`
    select datname from pg_database where datname ~ '^(half_)?(template_[0-9a-f]{16}|test_)'`;
  for (const { datname } of found) {
    const made = Number(/^test_(\d+)_/.exec(datname)?.[1] ?? 0);
    if (made < Date.now() - 3_600_000) await sql`drop database if exists ${sql(datname)} with (force)`;
  }
}

async function exists(sql: postgres.Sql, database: string): Promise<boolean> {
  return (await sql`select from pg_database where datname = ${database}`).length > 0;
}

async function onServer(ownerUrl: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Logins belong to the whole server, so all its test databases share one password each, made from the owner's. */
function loginsFor(ownerUrl: string): MadeLogins {
  const login = (name: LoginName) => {
    const url = new URL(ownerUrl);
    const secret = url.password || "test";
    url.username = databaseRoles[name];
    url.password = createHmac("sha256", secret).update(name).digest("hex");
    return url.href;
  };
  return { app: login("app"), queue: login("queue"), sequencer: login("sequencer"), verify: login("verify") };
}

const cache = fileURLToPath(new URL("../../.cache", import.meta.url));

/** @returns the owner's login to the server that test databases are made on */
async function testServer(): Promise<string> {
  const given = process.env["TEST_DATABASE_OWNER_URL"];
  if (given) return given;
  const running = keptServer();
  if (running) return running;
  mkdirSync(cache, { recursive: true });
  const log = openSync(join(cache, "test-postgres.log"), "a");
  const script = fileURLToPath(new URL("../../scripts/keep-test-postgres.mjs", import.meta.url));
  spawn(process.execPath, [script], { detached: true, stdio: ["ignore", log, log] }).unref();
  await waitFor(() => keptServer() !== undefined, 60_000, 100);
  const started = keptServer();
  if (!started) throw new Error(`The test database did not start: see ${join(cache, "test-postgres.log")}`);
  return started;
}

function keptServer(): string | undefined {
  const file = join(cache, "test-postgres", "server.json");
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, "utf8")) as {
    ownerUrl: string;
    keeper: { pid: number; started: string };
  };
  return isRunning(kept.keeper) ? kept.ownerUrl : undefined;
}
