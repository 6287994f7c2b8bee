import assert from "node:assert/strict";
import { test } from "node:test";
import { reportWords, signsOfDanger } from "#domain/wording/report";

test("a young person who is not sure is asked about themselves, and anybody else about a child", () => {
  const { stop } = reportWords.en;
  const young = signsOfDanger("young_person", stop);
  assert.ok(young.includes("You want to end your life"));
  assert.ok(young.every((sign) => !/child/i.test(sign)));
  for (const audience of ["professional", "public", "family"] as const)
    assert.ok(
      signsOfDanger(audience, stop).every((sign) => /child|them/i.test(sign)),
      audience,
    );
});
