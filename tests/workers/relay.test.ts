import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { isNull } from "drizzle-orm";
import type postgres from "postgres";
import { openOutbox, type Outbox } from "#db/outbox";
import { outbox as outboxTable } from "#db/schema/proof";
import type { RunningWorker } from "#workers/start-worker";
import { waitFor } from "../../scripts/processes.mjs";
import { testContext, type TestContext } from "../support/context.ts";
import { allDone, cutConnections, effects, owe, plainWork } from "../support/owed.ts";
import { ownerOf } from "../support/queue.ts";
import { queueBackends, queueServer, quickPace, workerHere, type QueueServer } from "../support/worker.ts";

for (const backend of queueBackends) {
  describe(`relay, ${backend}`, () => {
    let kit: TestContext;
    let owner: postgres.Sql;
    let server: QueueServer;
    const open: (RunningWorker | Outbox)[] = [];
    before(async () => {
      server = await queueServer(backend);
    });
    after(() => server.remove());
    beforeEach(async () => {
      kit = await testContext();
      owner = ownerOf(kit);
    });
    afterEach(async () => {
      for (const one of open.splice(0)) await one.close();
      await owner.end();
      await kit.close();
    });
    const worker = async (at = quickPace) => {
      const started = await workerHere(kit.context, server.parts(kit), at);
      open.push(started);
      return started;
    };

    test("owed work is done, whether it was owed before or after the start", async () => {
      const before = await owe(kit.context, plainWork(kit.context), plainWork(kit.context));
      await worker();
      await allDone(owner);
      const after = await owe(kit.context, plainWork(kit.context));
      await allDone(owner);
      assert.equal(await effects(owner, [...before, ...after]), 3);
    });

    test("a ring is heard long before the next poll", async () => {
      await worker({ ...quickPace, relay: { ...quickPace.relay, pollMs: 60_000 } });
      const times: number[] = [];
      for (let i = 0; i < 10; i += 1) {
        await owe(kit.context, plainWork(kit.context));
        times.push(await allDone(owner, 5_000));
      }
      const median = times.sort((a, b) => a - b)[5] ?? 0;
      assert.ok(median < 500, `${Math.round(median)} ms`);
    });

    test("a ring that is lost costs one poll", async () => {
      await worker();
      await owner`insert into outbox (id, kind, subject_id, created_at, available_at)
        values (gen_random_uuid(), 'delete-expired-drafts', gen_random_uuid(), now(), now())`;
      assert.ok((await allDone(owner, 5_000)) < 3_000);
    });

    test("work is not done before its time", async () => {
      const soon = new Date(Date.now() + 1_500);
      const [id = ""] = await owe(kit.context, { ...plainWork(kit.context), availableAt: soon });
      await worker();
      await allDone(owner);
      const [row] = await owner<{ done_at: Date }[]>`select done_at from outbox where id = ${id}`;
      assert.ok(row && row.done_at >= soon);
    });

    test("killed between lease and add: the lease runs out and the work is done", async () => {
      await owe(kit.context, plainWork(kit.context));
      const dead = openOutbox(kit.database.app, "dead relay");
      assert.equal((await dead.lease(["delete-expired-drafts"], 10, 2)).length, 1);
      await dead.close();
      await worker();
      assert.ok((await allDone(owner)) < 5_000);
    });

    test("a row with an early id that is committed late is not passed over", async () => {
      await worker();
      const late = owner.begin(async (tx) => {
        await tx`insert into outbox (id, kind, subject_id, created_at, available_at)
          values ('00000000-0000-7000-8000-000000000001', 'delete-expired-drafts', gen_random_uuid(), now(), now())`;
        await owe(kit.context, plainWork(kit.context), plainWork(kit.context));
        const others = await waitFor(async () => {
          const left = await kit.context.database.orm
            .select()
            .from(outboxTable)
            .where(isNull(outboxTable.doneAt));
          return left.length === 0;
        }, 10_000);
        assert.ok(others);
      });
      await late;
      await allDone(owner);
    });

    test("one relay leads, and when its connection is cut another takes over", async () => {
      const first = openOutbox(kit.database.app, "first relay");
      const second = openOutbox(kit.database.app, "second relay");
      open.push(first, second);
      assert.equal(await first.lead(), true);
      assert.equal(await second.lead(), false);
      await cutConnections(kit, "first relay");
      assert.ok(await waitFor(() => second.lead(), 5_000, 20));
      assert.ok(await waitFor(async () => !(await first.lead()), 5_000, 20));
    });

    test("connections that are cut while it works cost nothing", async () => {
      await worker();
      const owed: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        owed.push(...(await owe(kit.context, ...Array.from({ length: 20 }, () => plainWork(kit.context)))));
        await cutConnections(kit);
      }
      await allDone(owner, 20_000);
      assert.equal(await effects(owner, owed), 60);
    });

    if (backend === "redis") {
      test("a Redis that is wiped is filled again from what is owed", async () => {
        const first = await worker();
        await server.redis?.wipe();
        await owe(kit.context, ...Array.from({ length: 50 }, () => plainWork(kit.context)));
        await allDone(owner, 20_000);
        assert.deepEqual("fatal" in first ? first.fatal : [], []);
      });

      test("a frozen Redis keeps nobody waiting, and the work is done when it thaws", async () => {
        await worker();
        server.redis?.freeze();
        const began = performance.now();
        await owe(kit.context, plainWork(kit.context));
        assert.ok(performance.now() - began < 1_000);
        await waitFor(() => false, 3_000);
        server.redis?.thaw();
        await allDone(owner, 20_000);
      });
    }
  });
}
