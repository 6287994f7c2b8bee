import assert from "node:assert/strict";
import { test } from "node:test";
import { alertFacts, alertKinds, alertRate, overBudget } from "#domain/alerts";

test("an alert that fewer than three in ten act on is not kept, and one in twenty contacts may be stopped", () => {
  assert.deepEqual(alertRate({ shown: 0, passed: 0 }), { actedOn: null, keep: true });
  assert.deepEqual(alertRate({ shown: 10, passed: 7 }), { actedOn: 0.3, keep: true });
  assert.deepEqual(alertRate({ shown: 100, passed: 71 }), { actedOn: 0.29, keep: false });
  assert.equal(overBudget(5, 100), false);
  assert.equal(overBudget(6, 100), true);
  assert.equal(overBudget(0, 0), false);
});

test("each alert has an owner, a reason and a day on which it is looked at", () => {
  for (const kind of alertKinds) {
    const { owner, because, reviewOn } = alertFacts[kind];
    assert.ok(owner !== "" && because !== "" && !Number.isNaN(Date.parse(reviewOn)), kind);
  }
});
