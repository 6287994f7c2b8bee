import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { childHurt, harmAlleged } from "#domain/harm";

describe("whether harm is alleged", () => {
  test("being in danger now is harm, whatever else is said", () => {
    assert.equal(harmAlleged({ danger: "yes", worries: [] }), true);
    assert.equal(harmAlleged({ danger: "not_sure", worries: [] }), false);
  });

  test("a worry about harm is, a need for help is not", () => {
    assert.equal(harmAlleged({ danger: "no", worries: ["money_housing", "fgm"] }), true);
    assert.equal(harmAlleged({ danger: "no", worries: ["money_housing", "child_mental_health"] }), false);
  });

  test("a hurt child is one whose body was touched", () => {
    assert.equal(childHurt({ worries: ["hurt"] }), true);
    assert.equal(childHurt({ worries: ["home_violence"] }), false);
  });
});
