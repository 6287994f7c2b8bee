import assert from "node:assert/strict";
import { test } from "node:test";
import { decideAtOnce } from "./support/managers.ts";
import { newSeed } from "./support/run-faults.ts";
import { startSystem } from "./support/system.ts";

test("of twenty managers who decide one contact at once one has decided, and nobody loses a word", async (t) => {
  const seed = process.env["ASSURANCE_SEED"] ?? newSeed();
  t.diagnostic(`seed ${seed}`);
  const system = await startSystem("postgres", (line) => t.diagnostic(line));
  try {
    const report = await decideAtOnce(system, seed, 10, 20);
    assert.deepEqual(report, { rounds: 10, doubled: [], textLost: [], notOneWinner: [] });
  } finally {
    await system.stop();
  }
});
