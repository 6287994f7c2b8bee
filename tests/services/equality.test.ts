import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { countShown } from "#domain/equality";
import { attemptLimits } from "#domain/sign-in";
import { countAnswers } from "#services/equality/count-answers";
import { readCounts } from "#services/equality/read-counts";
import { Forbidden, TooManyAttempts } from "#services/errors";
import { testContext, type TestContext } from "../support/context.ts";
import { ownerOf } from "../support/queue.ts";
import { addStaff } from "../support/staff.ts";

describe("answers of senders about themselves", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
  });
  after(() => kit.close());

  test("are counted by month, each by itself, and seen once the month is over", async () => {
    const owner = ownerOf(kit);
    kit.at(new Date("2026-11-23T10:00:00Z"));
    const answer = (answers: Parameters<typeof countAnswers>[1]["answers"], network = "a") =>
      countAnswers(kit.context, { answers, network });
    await answer({ age: "25_44", sex: "female", ethnicity: undefined, disability: "no" });
    await answer({ age: "25_44", sex: undefined, ethnicity: undefined, disability: undefined });
    await answer({ age: undefined, sex: undefined, ethnicity: undefined, disability: undefined });
    const rows = await owner`select * from equality_count order by question`;
    await owner.end();
    assert.deepEqual(
      rows.map((row) => Object.values(row).map(String)),
      [
        ["2026-11-01", "age", "25_44", "2"],
        ["2026-11-01", "disability", "no", "1"],
        ["2026-11-01", "sex", "female", "1"],
      ].map(([, ...rest]) => [String(rows[0]?.["month"]), ...rest]),
    );
    const analyst = await addStaff(kit.context, ["analyst"]);
    assert.deepEqual((await readCounts(kit.context, analyst)).counts, [], "this month is not over");
    kit.at(new Date("2026-12-01T10:00:00Z"));
    const { from, to, counts } = await readCounts(kit.context, analyst);
    assert.deepEqual([from, to], ["2025-12-01", "2026-11-30"]);
    assert.equal(counts.find(({ question }) => question === "age")?.count, 2);
    await assert.rejects(readCounts(kit.context, await addStaff(kit.context, ["screener"])), Forbidden);
  });

  test("are taken from one network as often as people give them", async () => {
    const answers = { age: undefined, sex: undefined, ethnicity: undefined, disability: undefined };
    const one = () => countAnswers(kit.context, { answers, network: "b" });
    for (let n = 0; n < attemptLimits["equality-network"].limit; n += 1) await one();
    await assert.rejects(one(), TooManyAttempts);
  });

  test("a count that could be somebody is not shown", () => {
    assert.deepEqual([0, 1, 5, 6, 120].map(countShown), ["0", "Fewer than 6", "Fewer than 6", "6", "120"]);
  });
});
