import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import { openDatabase, type Database } from "#db/client";
import { testDatabase, type TestDatabase } from "../support/database.ts";

/** Longer than a client takes to send what it wants to send at once. */
const distanceMs = 50;

/**
 * A database that is some way off: its answers come together after a while, and whenever the client goes on after an
 * answer, that is a turn.
 */
async function farAway(url: string) {
  const { hostname, port } = new URL(url);
  let turns = 0;
  const relay = createServer((near: Socket) => {
    const far = connect(Number(port), hostname);
    let answered = false;
    let held: Buffer[] = [];
    near.on("data", (data: Buffer) => {
      if (answered) turns += 1;
      answered = false;
      far.write(data);
    });
    far.on("data", (data: Buffer) => {
      if (held.length === 0)
        setTimeout(() => {
          answered = true;
          near.write(Buffer.concat(held));
          held = [];
        }, distanceMs);
      held.push(data);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
  });
  relay.listen(0, "127.0.0.1");
  await once(relay, "listening");
  const here = new URL(url);
  here.port = String((relay.address() as AddressInfo).port);
  return {
    url: here.href,
    turnsOf: async (work: () => Promise<unknown>) => {
      const before = turns;
      await work();
      return turns - before;
    },
    close: () => relay.close(),
  };
}

describe("statements that are sent together", () => {
  let there: TestDatabase;
  let far: Awaited<ReturnType<typeof farAway>>;
  let database: Database;
  before(async () => {
    there = await testDatabase();
    far = await farAway(there.app);
    database = openDatabase(far.url, "far", 1);
  });
  after(async () => {
    await database.close();
    far.close();
    await there.drop();
  });

  const ten = () =>
    database.orm.transaction((tx) =>
      Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          tx.execute<{ n: number }>(sql`select ${n}::int + ${1}::int as n`).then(([row]) => row?.n),
        ),
      ),
    );

  test("are waited for once, when their connection has seen them before", async () => {
    assert.deepEqual(await ten(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const turns = await far.turnsOf(ten);
    // begin, the ten, commit; a client that waits for each takes twenty-two.
    assert.ok(turns <= 5, `${turns} turns`);
  });

  test("fail alone: what was sent with a refused statement is refused, and the next transaction is not", async () => {
    const refused = database.orm.transaction((tx) =>
      Promise.all([
        tx.execute(sql`select ${1}::int as n`),
        tx.execute(sql`select ${1}::int / ${0}::int as n`),
        tx.execute(sql`select ${2}::int as n`),
      ]),
    );
    await assert.rejects(refused);
    assert.equal((await ten()).length, 10);
  });
});
