import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { mutations } from "../mutations/all.ts";
import { guards } from "../mutations/mutation.ts";
import { mutated } from "../mutations/tree.ts";

const root = join(import.meta.dirname, "../..");

/** `npm run mutations` takes too long for every change; what its list names must not go away unnoticed. */
describe("the list of mutations", () => {
  test("takes away at least one of each guard", () => {
    const named = new Set(mutations.map(({ guard }) => guard));
    assert.deepEqual(
      guards.filter((guard) => !named.has(guard)),
      [],
    );
    assert.ok(mutations.length >= 25);
  });

  test("names what stands there, and a file of tests that is there", () => {
    for (const mutation of mutations) {
      const { file, test: tests, what } = mutation;
      const text = readFileSync(join(root, file), "utf8");
      assert.notEqual(mutated(text, mutation), text, what);
      assert.ok(existsSync(join(root, tests)), tests);
    }
  });

  test("says each thing once", () => {
    const told = mutations.map(({ guard, what, file }) => `${guard} ${what} ${file}`);
    assert.equal(new Set(told).size, told.length);
  });
});
