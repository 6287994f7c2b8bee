import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { advised, referred } from "#domain/month-outcomes";
import { seedPeople } from "#services/demo/seed-demo";
import { Forbidden } from "#services/errors";
import { outcomesByMonth } from "#services/insight/outcomes-by-month";
import { loadDemo } from "../../scripts/load-demo.ts";
import { testContext, type TestContext } from "../support/context.ts";
import { addStaff } from "../support/staff.ts";

describe("a month of a real front door", () => {
  let kit: TestContext;
  let analyst: StaffActor;
  before(async () => {
    kit = await testContext();
    await seedPeople(kit.context);
    await loadDemo(kit.context, kit.database.app, { month: "2012-03", seed: "march" });
    analyst = await addStaff(kit.context, ["analyst"]);
  });
  after(() => kit.close());

  test("flows to as many of each outcome as it did", async () => {
    const [april, march, february] = await outcomesByMonth(kit.context, analyst, [
      "2012-04",
      "2012-03",
      "2012-02",
    ]);
    assert.ok(april && march && february);
    assert.deepEqual([april.contacts, february.contacts], [0, 0]);
    assert.equal(march.contacts, 801);
    assert.equal(march.information_only, 112);
    assert.equal(advised(march), 195);
    assert.equal(referred(march), 494);
    assert.equal(march.undecided, 0);
  });

  test("is not for everybody", async () => {
    const screener = await addStaff(kit.context, ["screener"]);
    await assert.rejects(outcomesByMonth(kit.context, screener, ["2012-03"]), Forbidden);
  });
});
