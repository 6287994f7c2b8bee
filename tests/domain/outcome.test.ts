import assert from "node:assert/strict";
import { test } from "node:test";
import { isOutcome, outcomeFacts, outcomeLabel, outcomes } from "#domain/outcome";
import { pathwayKinds } from "#domain/pathway";

test("there are seven outcomes and each but information only creates its own pathway", () => {
  assert.equal(outcomes.length, 7);
  const created = outcomes.map((outcome) => outcomeFacts[outcome].pathway);
  assert.deepEqual(created, [
    null,
    "advice_episode",
    "caf_redirect",
    "social_work_referral",
    "strategy_discussion",
    "transfer",
    "case_notice",
  ]);
  assert.deepEqual(new Set(created.filter((kind) => kind !== null)), new Set(pathwayKinds));
});

test("only what keeps a child safe now is protective, and only social work makes a referral", () => {
  const those = (fact: "protective" | "opensReferral") =>
    outcomes.filter((outcome) => outcomeFacts[outcome][fact]);
  assert.deepEqual(those("protective"), ["strategy_discussion", "already_open"]);
  assert.deepEqual(those("opensReferral"), ["assessment", "strategy_discussion"]);
});

test("the early-help outcome carries the authority's own word, and no label is shared", () => {
  const labels = outcomes.map((outcome) => outcomeLabel(outcome, { familyCafLabel: "Family Help plan" }));
  assert.equal(labels[outcomes.indexOf("family_caf")], "Family Help plan redirect");
  assert.equal(new Set(labels).size, 7);
});

test("nothing else is an outcome", () => {
  assert.ok(outcomes.every(isOutcome));
  for (const other of ["", "nfa", "toString", null, 3]) assert.equal(isOutcome(other), false);
});
