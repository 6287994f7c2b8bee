import assert from "node:assert/strict";
import { test } from "node:test";
import { manyDecisions } from "#domain/many-decisions";

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const each = (count: number) =>
  Array.from({ length: count }, (_, i) => at(`10:${String(i).padStart(2, "0")}`));

test("twelve decisions in two hours are said, and any after half past four", () => {
  assert.equal(manyDecisions(each(11), at("10:30")), null);
  assert.equal(manyDecisions(each(12), at("10:30")), "You have made 12 decisions since 10am.");
  assert.equal(manyDecisions([at("16:10")], at("16:29")), null);
  assert.equal(manyDecisions([at("16:10")], at("16:30")), "You have made 1 decision since 4:10pm.");
  assert.equal(manyDecisions([], at("16:45")), null);
  // In summer half past four on the wall is half past three in the database.
  const summer = new Date("2026-07-07T15:30:00Z");
  assert.match(manyDecisions([new Date("2026-07-07T15:00:00Z")], summer) ?? "", /since 4pm/);
});
