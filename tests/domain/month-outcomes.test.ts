import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countedAs, monthsUpTo } from "#domain/month-outcomes";
import { outcomes } from "#domain/outcome";

describe("the months that are told", () => {
  for (const [month, year, last, first] of [
    [null, null, "2026-11", "2025-12"],
    ["", "", "2026-11", "2025-12"],
    ["3", "2012", "2012-03", "2011-04"],
    ["12", "2012", "2012-12", "2012-01"],
  ] as const)
    test(`up to ${month || "nothing"} ${year ?? ""}`, () => {
      const months = monthsUpTo({ month, year }, "2026-11-24");
      assert.equal(months?.length, 12);
      assert.deepEqual([months?.[0], months?.at(-1)], [last, first]);
    });

  for (const [month, year] of [
    ["13", "2012"],
    ["March", "2012"],
    ["3", ""],
    ["3", "12"],
    ["3.5", "2012"],
  ] as const)
    test(`${month} ${year} is none`, () => {
      assert.equal(monthsUpTo({ month, year }, "2026-11-24"), null);
    });

  test("every outcome has its place in what a contact counts as", () => {
    assert.deepEqual([...countedAs].sort(), [...outcomes].sort());
  });
});
