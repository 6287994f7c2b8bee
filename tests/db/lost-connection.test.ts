import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server } from "node:net";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { openDatabase, type Database, type Tx } from "#db/client";
import { waitFor } from "../../scripts/processes.mjs";
import { temporaryPostgres, type TemporaryPostgres } from "../support/servers.ts";

/** An uncaught exception fails the file, so that nothing here has to look for one. */
describe("a transaction whose connection is lost", () => {
  let server: TemporaryPostgres;
  let owner: postgres.Sql;
  before(async () => {
    server = await temporaryPostgres();
    owner = postgres(server.ownerUrl, { max: 1, onnotice: () => undefined });
    await owner`create table kept (who text not null)`;
  });
  after(async () => {
    await owner.end({ timeout: 1 });
    await server.remove();
  });

  const opened = (connections: number) => openDatabase(server.ownerUrl, "lost", connections);
  const pidOf = async (tx: Tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    return row?.pid ?? 0;
  };
  const terminate = async (pid: number) => {
    await owner`select pg_terminate_backend(${pid})`;
    await waitFor(
      async () => (await owner`select from pg_stat_activity where pid = ${pid}`).length === 0,
      5_000,
    );
  };
  /** At least one answer, and then three in a row: a pool that limps is not healed. */
  const heals = async ({ orm }: Database) => {
    const answers = () =>
      Promise.all([1, 2, 3].map((n) => orm.execute<{ n: number }>(sql`select ${n}::int as n`))).then(
        (rows) => rows.every(([row], i) => row?.n === i + 1),
        () => false,
      );
    assert.ok(await waitFor(answers, 10_000, 50), "the pool does not heal");
    for (let round = 0; round < 3; round += 1) assert.ok(await answers(), "the pool limps");
  };
  const code = (error: unknown) => {
    let at = error;
    while (at instanceof Error && at.cause instanceof Error) at = at.cause;
    return at instanceof Error ? (at as { code?: string }).code : undefined;
  };

  test("ended by the server during a statement: it fails, and the pool heals", async () => {
    const database = opened(2);
    for (let round = 0; round < 5; round += 1) {
      let pid = 0;
      const transaction = database.orm.transaction(async (tx) => {
        pid = await pidOf(tx);
        await tx.execute(sql`insert into kept values ('half')`);
        await tx.execute(sql`select pg_sleep(20)`);
      });
      await Promise.all([
        assert.rejects(transaction),
        waitFor(() => pid !== 0, 5_000).then(() => terminate(pid)),
      ]);
      await heals(database);
    }
    assert.equal((await owner`select from kept where who = 'half'`).length, 0);
    await database.close();
  });

  test("ended between statements: what it sends later reaches nobody else's transaction", async () => {
    const database = opened(1);
    let pid = 0;
    let goOn = () => {};
    const pause = new Promise<void>((resolve) => (goOn = resolve));
    let later: unknown;
    const dead = database.orm.transaction(async (tx) => {
      pid = await pidOf(tx);
      await pause;
      await tx.execute(sql`insert into kept values ('dead')`).catch((error: unknown) => (later = error));
    });
    const rejected = assert.rejects(dead, (error) => code(error) === "CONNECTION_CLOSED");
    await waitFor(() => pid !== 0, 5_000);
    await terminate(pid);
    await rejected;
    await heals(database);
    await assert.rejects(
      database.orm.transaction(async (tx) => {
        await tx.execute(sql`insert into kept values ('other')`);
        goOn();
        await waitFor(() => later !== undefined, 2_000);
        throw new Error("changed my mind");
      }),
      /changed my mind/,
    );
    assert.equal(code(later), "CONNECTION_CLOSED");
    assert.deepEqual((await owner`select who from kept where who in ('dead', 'other')`).length, 0);
    await heals(database);
    await database.close();
  });

  test("lost inside a savepoint whose failure is caught: nothing of it is committed", async () => {
    const database = opened(1);
    let pid = 0;
    const transaction = database.orm.transaction(async (tx) => {
      pid = await pidOf(tx);
      await tx.execute(sql`insert into kept values ('outer')`);
      await tx.transaction((inner) => inner.execute(sql`select pg_sleep(20)`)).catch(() => undefined);
      await tx.execute(sql`insert into kept values ('after')`);
    });
    await Promise.all([
      assert.rejects(transaction),
      waitFor(() => pid !== 0, 5_000).then(() => terminate(pid)),
    ]);
    await heals(database);
    assert.equal((await owner`select from kept where who in ('outer', 'after')`).length, 0);
    await database.close();
  });

  test("a savepoint that fails for another reason is rolled back as ever", async () => {
    const database = opened(1);
    await database.orm.transaction(async (tx) => {
      await tx.execute(sql`insert into kept values ('kept')`);
      await assert.rejects(tx.transaction((inner) => inner.execute(sql`select 1 / 0`)));
      await tx.execute(sql`insert into kept values ('kept')`);
    });
    await assert.rejects(
      database.orm.transaction(async (tx) => {
        await tx.execute(sql`insert into kept values ('kept')`);
        throw new Error("no");
      }),
      /^Error: no$/,
    );
    assert.equal((await owner`select from kept where who = 'kept'`).length, 2);
    await database.close();
  });

  test("the whole server killed with many transactions open, again and again", async () => {
    const database = opened(5);
    for (let round = 0; round < 3; round += 1) {
      let started = 0;
      const transactions = Array.from({ length: 12 }, () =>
        database.orm.transaction(async (tx) => {
          started += 1;
          for (;;) await tx.execute(sql`select pg_sleep(0.005)`);
        }),
      );
      const settled = Promise.allSettled(transactions);
      await waitFor(() => started >= 5, 5_000);
      await server.kill();
      assert.ok((await settled).every(({ status }) => status === "rejected"));
      await server.restart();
      await heals(database);
    }
    await database.close();
  });

  test("cut while a new connection is being got ready: nothing but its statement fails", async (t) => {
    const cutter = await cuttingProxy(server.server.port, 3);
    const url = new URL(server.ownerUrl);
    url.port = String((cutter.address() as AddressInfo).port);
    const database = openDatabase(url.href, "cut", 1);
    t.after(async () => {
      await database.close();
      cutter.close();
    });
    await heals(database);
  });
});

/** Carries connections to the server, and cuts the first few when their login is answered and they send something. */
async function cuttingProxy(port: number, cuts: number): Promise<Server> {
  let left = cuts;
  const proxy = createServer((client) => {
    const cut = left > 0;
    left -= 1;
    const upstream = connect(port, "127.0.0.1");
    let loggedIn = false;
    client.on("data", (sent: Buffer) => {
      if (!cut || !loggedIn) return void upstream.write(sent);
      client.resetAndDestroy();
      return void upstream.destroy();
    });
    upstream.on("data", (answer: Buffer) => {
      // ReadyForQuery, with no transaction open.
      loggedIn ||= answer.subarray(-6).equals(Buffer.from([0x5a, 0, 0, 0, 5, 0x49]));
      client.write(answer);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one.on("close", () => other.destroy()).on("error", () => other.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return proxy;
}
