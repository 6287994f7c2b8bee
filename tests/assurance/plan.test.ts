import assert from "node:assert/strict";
import { test } from "node:test";
import { planFaults } from "./support/plan.ts";

const faults = { web: 100, worker: 100, postgres: 10, redis: 12 };

test("the same seed plans the same faults, and another seed others", () => {
  assert.deepEqual(planFaults("one", faults), planFaults("one", faults));
  assert.notDeepEqual(planFaults("one", faults), planFaults("two", faults));
});

test("a target's faults stay the same when another's become more", () => {
  const of = (all: ReturnType<typeof planFaults>) => all.filter(({ target }) => target === "worker");
  assert.deepEqual(of(planFaults("one", { ...faults, web: 3 })), of(planFaults("one", faults)));
});

test("as many of each as were asked for, spread over the run, and every way to strike Redis", () => {
  const plan = planFaults("one", faults);
  for (const [target, count] of Object.entries(faults)) {
    const times = plan.filter((fault) => fault.target === target).map(({ at }) => at);
    assert.equal(times.length, count);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
    assert.ok((times[0] ?? 0) < 0.2 && (times.at(-1) ?? 0) > 0.75 && (times.at(-1) ?? 1) < 0.9);
  }
  const hows = new Set(plan.filter(({ target }) => target === "redis").map(({ how }) => how));
  assert.deepEqual([...hows].sort(), ["frozen", "killed", "wiped"]);
});
