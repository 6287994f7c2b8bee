import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { seedDemo } from "#services/demo/seed-demo";
import { testContext, type TestContext } from "../../support/context.ts";

describe("the demonstration", () => {
  let kit: TestContext;
  before(async () => {
    kit = await testContext();
  });
  after(() => kit.close());

  test("fills an empty database once", async () => {
    assert.equal(await seedDemo(kit.context), "seeded");
    assert.equal(await seedDemo(kit.context), "was there");
  });
});
