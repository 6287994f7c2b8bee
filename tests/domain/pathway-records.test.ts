import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { recordForms, returnableFor, returnSchema, type RecordKind } from "#domain/pathway-records";
import { pathwayKinds } from "#domain/pathway";

const problems = (kind: RecordKind, draft: unknown) =>
  recordForms[kind].safeParse(draft).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("records of a pathway", () => {
  test("an empty form is refused, and says something in words for every field", () => {
    for (const kind of Object.keys(recordForms) as RecordKind[]) {
      const issues = recordForms[kind].safeParse({}).error?.issues ?? [];
      assert.ok(issues.length > 0, kind);
      for (const issue of issues)
        assert.match(issue.message, /^[A-Z][a-z]+ /, `${kind} ${issue.path.join(".")}`);
    }
  });

  test("a family's yes says who, when, how and to what", () => {
    assert.deepEqual(problems("agreement", { agreement: "yes" }), [
      "agreedBy",
      "agreedOn",
      "agreedHow",
      "agreedTo",
      "needs",
      "strengths",
      "lead",
    ]);
    assert.deepEqual(problems("agreement", { agreement: "not_yet" }), ["askBy"]);
    assert.deepEqual(problems("agreement", { agreement: "no" }), ["refusedBecause"]);
  });

  test("social work comes back on routing alone, and protection never comes back", () => {
    assert.deepEqual(returnableFor.social_work_referral, [
      ...["wrong_area", "wrong_age", "wrong_need", "held_elsewhere"],
    ]);
    assert.equal(returnableFor.strategy_discussion, null);
    assert.ok(pathwayKinds.every((kind) => kind in returnableFor));
    const routing = returnSchema(["wrong_area"]);
    assert.equal(routing.safeParse({ reason: "refused", because: "threshold" }).success, false);
    assert.equal(routing.safeParse({ reason: "wrong_area", because: "they moved" }).success, true);
  });
});
