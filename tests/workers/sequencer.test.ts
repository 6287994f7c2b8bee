import assert from "node:assert/strict";
import { test } from "node:test";
import { waitFor } from "../../scripts/processes.mjs";
import { chainKit, plantEvent } from "../support/chain.ts";
import { queueBackends, queueServer, workerHere } from "../support/worker.ts";

test("workers chain what is audited within a second, one of them at a time", async () => {
  const [backend = "postgres"] = queueBackends;
  const [chain, server] = await Promise.all([chainKit(), queueServer(backend)]);
  const { kit, owner, auditKeys, headsFile } = chain;
  const parts = server.parts(kit);
  const database = { ...parts.database, sequencer: kit.database.sequencer };
  const withChain = { ...parts, database, auditKeys, auditHeadsFile: headsFile };
  const workers = await Promise.all([1, 2].map(() => workerHere(kit.context, withChain)));
  const lags: number[] = [];
  try {
    for (let i = 0; i < 10; i += 1) {
      const id = await plantEvent(owner);
      const linked = async () => (await owner`select from audit_link where event_id = ${id}`).length === 1;
      assert.ok(await waitFor(linked, 10_000, 10));
      const [row] = await owner<{ lag: number }[]>`
        select extract(epoch from link.linked_at - event.recorded_at)::float as lag
        from audit_link link join audit_event event on event.id = link.event_id where event.id = ${id}`;
      lags.push(row?.lag ?? Infinity);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
    await server.remove();
    await chain.close();
  }
  const half = lags.sort((a, b) => a - b)[5] ?? Infinity;
  assert.ok(half < 1, `half of the events waited longer than ${half} s`);
});
