import assert from "node:assert/strict";
import { test } from "node:test";
import { newSeed, runFaults } from "./support/run-faults.ts";

/** Replays a run that failed. */
const seed = process.env["ASSURANCE_SEED"] ?? newSeed();

for (const backend of ["postgres", "redis"] as const) {
  test(`nothing that was acknowledged is lost or doubled under kills, ${backend} queue`, async (t) => {
    t.diagnostic(`seed ${seed}: ASSURANCE_SEED=${seed} repeats it`);
    const report = await runFaults({
      backend,
      seed,
      submissions: 200,
      rate: 20,
      decisions: 30,
      faults: { web: 3, worker: 3, postgres: 1, redis: backend === "redis" ? 2 : 0 },
      say: (line) => t.diagnostic(line),
    });
    t.diagnostic(
      `${report.acknowledged} of ${report.submitted} acknowledged, ${report.decided} decided, drained in ${report.drained.toFixed(1)} s`,
    );
    assert.equal(report.acknowledged, 200, "every sender got a receipt in the end");
    for (const [what, found] of Object.entries(report)) {
      if (Array.isArray(found)) assert.deepEqual(found, [], `${what}, seed ${seed}`);
    }
    assert.deepEqual(
      { web: report.kills.web, worker: report.kills.worker },
      { web: 3, worker: 3 },
      "the kills happened",
    );
  });
}
