import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pino } from "pino";
import type postgres from "postgres";
import { openOutbox } from "#db/outbox";
import { refuseSkewedClock } from "#workers/clock-check";
import { waitFor } from "../../scripts/processes.mjs";
import { closedDoor } from "../support/closed-door.ts";
import { testContext, type TestContext } from "../support/context.ts";
import { allDone, owe, plainWork } from "../support/owed.ts";
import { ownerOf } from "../support/queue.ts";
import { temporaryRedis } from "../support/servers.ts";
import { queueBackends, queueServer, workerHere } from "../support/worker.ts";

let kit: TestContext;
let owner: postgres.Sql;
before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
});
after(async () => {
  await owner.end();
  await kit.close();
});

describe("servers that must not be used", () => {
  if (queueBackends.includes("redis"))
    for (const [what, settings, words] of [
      ["forgets when it is killed", ["--maxmemory-policy", "noeviction"], /appendonly/],
      [
        "drops jobs when it is full",
        ["--appendonly", "yes", "--maxmemory-policy", "allkeys-lru"],
        /noeviction/,
      ],
    ] as const)
      test(`a Redis that ${what}`, async () => {
        const redis = await temporaryRedis(settings);
        const parts = { database: { app: kit.database.app }, redisUrl: redis.url };
        await assert.rejects(workerHere(kit.context, parts), (error: Error) => {
          assert.equal(error.name, "Unsuitable");
          assert.match(error.message, words);
          return true;
        });
        await redis.remove();
      });

  test("a database that answers before it has written", async () => {
    await owner`alter database ${owner(kit.database.name)} set synchronous_commit = off`;
    const { app, queue } = kit.database;
    await assert.rejects(workerHere(kit.context, { database: { app, queue } }), { name: "Unsuitable" });
    await owner`alter database ${owner(kit.database.name)} reset synchronous_commit`;
  });

  test("a clock more than two seconds away from the database's, either way", async () => {
    const outbox = openOutbox(kit.database.app, "clock");
    const time = () => outbox.databaseTime();
    for (const away of [-60_000, -3_000, 3_000, 60_000])
      await assert.rejects(
        refuseSkewedClock(time, () => Date.now() + away),
        { name: "ClockSkewed" },
      );
    for (const near of [-1_000, 0, 1_000]) await refuseSkewedClock(time, () => Date.now() + near);
    await outbox.close();
  });
});

/** It asks twice a second; the rest is for a busy machine. */
const readyWithinMs = 10_000;

for (const backend of queueBackends)
  test(`started before its servers it waits for each, and works within seconds of them, ${backend}`, async (t) => {
    const [door, server] = await Promise.all([closedDoor(), queueServer(backend)]);
    await server.redis?.kill();
    const { app, queue } = kit.database;
    const database = { ...kit.database, app: door.through(app), queue: door.through(queue) };
    const waited: string[] = [];
    const log = pino({ level: "warn" }, { write: (line) => void waited.push(line) });
    const starting = workerHere({ ...kit.context, log }, server.parts({ ...kit, database }));
    const waitsFor = (what: string) =>
      waitFor(() => waited.some((line) => line.includes(`"what":"${what}"`)), 20_000);
    assert.ok(await waitsFor("the database"));
    await door.open();
    let up = performance.now();
    if (server.redis) {
      assert.ok(await waitsFor("redis"));
      await server.redis.restart();
      up = performance.now();
    }
    const worker = await starting;
    const took = Math.round(performance.now() - up);
    t.diagnostic(`ready ${took} ms after the last server`);
    assert.ok(took < readyWithinMs, `${took} ms`);
    await owe(kit.context, plainWork(kit.context));
    await allDone(owner);
    assert.deepEqual(worker.fatal, []);
    await worker.close();
    await server.remove();
    door.close();
  });
