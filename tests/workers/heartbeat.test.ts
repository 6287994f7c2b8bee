import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import postgres from "postgres";
import { queueNames } from "#domain/jobs";
import { readHeartbeats } from "#services/outbox/record-heartbeat";
import { waitFor } from "../../scripts/processes.mjs";
import { testContext, type TestContext } from "../support/context.ts";
import { queueBackends, queueServer, quickPace, workerHere, type QueueServer } from "../support/worker.ts";

for (const backend of queueBackends)
  describe(`heartbeat, ${backend}`, () => {
    let kit: TestContext;
    let server: QueueServer;
    before(async () => {
      kit = await testContext();
      server = await queueServer(backend);
    });
    after(async () => {
      await server.remove();
      await kit.close();
    });

    test("goes through every queue, and a queue that carries nothing is noticed", async () => {
      // Longer than a busy machine keeps a healthy queue waiting.
      const at = { ...quickPace, heartbeat: { everyMs: 300, silenceMs: 4_000 } };
      const worker = await workerHere(kit.context, server.parts(kit), at);
      const beats = async () => [...(await readHeartbeats(kit.context)).keys()].sort();
      assert.ok(await waitFor(async () => (await beats()).length === queueNames.length, 10_000, 50));
      assert.deepEqual(await beats(), [...queueNames].sort());
      assert.deepEqual(worker.fatal, []);

      const thaw = await freeze();
      assert.ok(await waitFor(() => worker.fatal.length > 0, 20_000, 50), "nobody noticed");
      assert.match(worker.fatal[0] ?? "", /no job came through/);
      await thaw();
      await worker.close();
    });

    /** Takes the queue away without closing a single connection. */
    async function freeze(): Promise<() => Promise<void>> {
      if (server.redis) {
        server.redis.freeze();
        return () => Promise.resolve(server.redis?.thaw());
      }
      const sql = postgres(kit.database.queue, { max: 1, onnotice: () => undefined });
      let thaw = () => {};
      const held = sql.begin(async (tx) => {
        await tx`lock table bullmq.job in access exclusive mode`;
        await new Promise<void>((resolve) => (thaw = resolve));
      });
      return async () => {
        thaw();
        await held;
        await sql.end();
      };
    }
  });
