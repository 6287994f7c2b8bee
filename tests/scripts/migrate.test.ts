import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { createPostgresBackend, Queue, Worker } from "bullmq";
import type { Job } from "bullmq";
import postgres from "postgres";
import { migrate } from "#db/migrate";
import { emptyDatabase, testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";
import { temporaryFolder, temporaryPostgres } from "../support/servers.ts";

const dataDir = temporaryFolder("migrate");
const databases: TestDatabase[] = [];
after(async () => {
  for (const database of databases) await database.drop();
  rmSync(dataDir, { recursive: true });
});

async function empty(): Promise<TestDatabase> {
  const database = await emptyDatabase();
  databases.push(database);
  return database;
}

const loginsOf = ({ app, queue, sequencer, verify }: TestDatabase) => ({ app, queue, sequencer, verify });
const optionsFor = (database: TestDatabase) => ({
  ownerUrl: database.owner,
  logins: loginsOf(database),
  dataDir,
});

async function ask<T>(url: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

describe("bringing a database up to date", () => {
  test("makes everything once, and the second time finds nothing to do", async () => {
    const database = await empty();
    const said: string[] = [];
    await migrate({ ...optionsFor(database), say: (line) => said.push(line) });
    assert.match(said.join(), /^Applied \d+ migrations$/);
    said.length = 0;
    await migrate({ ...optionsFor(database), say: (line) => said.push(line) });
    assert.deepEqual(said, []);
    assert.equal((await ask(database.app, (sql) => sql`select from contact`)).length, 0);
  });

  test("says in words that an address, a login or a database is wrong", async () => {
    const { owner } = await empty();
    const wrongly = (change: (url: URL) => void) => {
      const url = new URL(owner);
      change(url);
      return migrate({ ownerUrl: url.href, dataDir });
    };
    for (const [change, words] of [
      [(url: URL) => (url.port = "1"), /^No PostgreSQL answers at 127\.0\.0\.1:1 .*is it running/],
      [(url: URL) => (url.password = "wrong"), /refuses the login \w+: check its password/],
      [(url: URL) => (url.pathname = "/elsewhere"), /has no database called elsewhere/],
    ] as const)
      await assert.rejects(wrongly(change), { name: "DatabaseError", message: words });
  });

  test("waits for another migration of the same database, and both end well", async () => {
    const database = await empty();
    await Promise.all(Array.from({ length: 4 }, () => migrate(optionsFor(database))));
    const [row] = await ask(
      database.owner,
      (sql) => sql`select count(*) = count(distinct hash) as once from drizzle.__drizzle_migrations`,
    );
    assert.equal(row?.["once"], true);
  });

  test("several databases of one server at the same moment", async () => {
    const several = await Promise.all(Array.from({ length: 4 }, empty));
    await Promise.all(several.map((database) => migrate(optionsFor(database))));
    for (const database of several) await ask(database.app, (sql) => sql`select from contact`);
  });

  test("needs no tables for the queue when Redis is there", async () => {
    const database = await empty();
    await migrate({ ...optionsFor(database), redisUrl: "redis://127.0.0.1:1" });
    const schemas = await ask(
      database.owner,
      (sql) => sql`select from pg_namespace where nspname = 'bullmq'`,
    );
    assert.equal(schemas.length, 0);
  });

  test("a demonstration and a live service never share a database", async () => {
    const database = await empty();
    await migrate({ ...optionsFor(database), mode: "demo" });
    await migrate({ ...optionsFor(database), mode: "demo" });
    await assert.rejects(migrate({ ...optionsFor(database), mode: "live" }), /holds a demonstration/);
    const other = await empty();
    await migrate({ ...optionsFor(other), mode: "live" });
    await assert.rejects(migrate({ ...optionsFor(other), mode: "demo" }), /belongs to a live service/);
  });
});

describe("the logins", () => {
  test("may have names and passwords of the operator's choice", async () => {
    const database = await empty();
    const { app: _, verify: __, ...given } = loginsOf(database);
    // Names of its own, because the server's other test databases use the usual ones.
    const named = (login: string) =>
      Object.assign(new URL(database.owner), { username: `${login}_${process.pid}`, password: "p&ss wörd" })
        .href;
    const made = await migrate({
      ...optionsFor(database),
      logins: { ...given, app: named("app"), verify: named("verify") },
    });
    assert.equal((await ask(made.app, (sql) => sql`select from contact`)).length, 0);
    await assert.rejects(
      ask(made.app, (sql) => sql`update audit_event set kind = 'x'`),
      { code: "42501" },
    );
    await assert.rejects(
      ask(made.verify, (sql) => sql`select from contact`),
      { code: "42501" },
    );
    assert.ok(
      !existsSync(join(dataDir, "secrets", "database.env")),
      "logins that the operator gave are not written down",
    );
    await database.drop();
    await ask(databases[0]?.owner ?? "", async (sql) => {
      await sql`drop role ${sql(`app_${process.pid}`)}`;
      await sql`drop role ${sql(`verify_${process.pid}`)}`;
    });
  });

  test("a password that another database relies on is not changed", async () => {
    databases.push(await testDatabase());
    const database = await empty();
    const wrong = Object.assign(new URL(database.app), { password: "another" }).href;
    const attempt = migrate({ ...optionsFor(database), logins: { ...loginsOf(database), app: wrong } });
    await assert.rejects(attempt, /frontdoor_app exists with another password.*DATABASE_URL/);
    await assert.rejects(migrate({ ...optionsFor(database), logins: {} }), /exists with another password/);
    await ask(databases.at(-2)?.app ?? "", (sql) => sql`select 1`);
  });

  test("a login that could undo the rules is refused", async () => {
    const database = await empty();
    const attempt = migrate({
      ...optionsFor(database),
      logins: { ...loginsOf(database), app: database.owner },
    });
    await assert.rejects(attempt, /may do more than a login of this service should/);
  });

  test("the app makes no tables, and the queue owns its schema and no more", async () => {
    const database = await empty();
    await migrate(optionsFor(database));
    await assert.rejects(
      ask(database.app, (sql) => sql`create table x (y int)`),
      { code: "42501" },
    );
    await assert.rejects(
      ask(database.queue, (sql) => sql`create schema x`),
      { code: "42501" },
    );
    await assert.rejects(
      ask(database.queue, (sql) => sql`select from public.contact`),
      { code: "42501" },
    );
    const owned = await ask(
      database.owner,
      (sql) => sql`select nspname from pg_namespace where nspowner = 'frontdoor_queue'::regrole`,
    );
    assert.deepEqual(
      [...owned].map((row) => row["nspname"]),
      ["bullmq"],
    );
    const tables = await ask(
      database.owner,
      (sql) => sql`
      select relname from pg_class where relowner in ('frontdoor_app'::regrole, 'frontdoor_sequencer'::regrole, 'frontdoor_verify'::regrole)`,
    );
    assert.equal(tables.length, 0);
  });

  test("a job runs with the queue's login alone", async () => {
    const database = await empty();
    await migrate(optionsFor(database));
    const connection = { connectionString: database.queue };
    const worker = new Worker(
      "first",
      () => Promise.resolve(),
      { connection } as never,
      createPostgresBackend as never,
    );
    const done = once(worker, "completed");
    const queue = new Queue("first", { connection } as never, createPostgresBackend as never);
    await queue.add("job", { outboxId: "1" });
    const [job] = (await done) as [Job];
    assert.deepEqual(job.data, { outboxId: "1" });
    await worker.close();
    await queue.close();
  });
});

test("passwords that were generated are kept, readable by their user alone, and used again", async () => {
  // A server of its own: on the shared one the usual logins belong to the other tests.
  const server = await temporaryPostgres({ durable: false });
  try {
    const first = await migrate({ ownerUrl: server.ownerUrl, dataDir });
    const file = join(dataDir, "secrets", "database.env");
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(readFileSync(file, "utf8").includes(`DATABASE_URL=${first.app}\n`));
    assert.deepEqual(await migrate({ ownerUrl: server.ownerUrl, dataDir }), first);
    rmSync(file);
    const second = await migrate({ ownerUrl: server.ownerUrl, dataDir });
    assert.notEqual(second.app, first.app);
    await ask(second.app, (sql) => sql`select from contact`);
    await assert.rejects(
      ask(first.app, (sql) => sql`select 1`),
      { code: "28P01" },
    );
  } finally {
    await server.remove();
  }
});
