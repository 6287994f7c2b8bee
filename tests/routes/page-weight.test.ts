import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mostBytes, weighPublicPages } from "../support/page-weight.ts";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test("no public page weighs more than a phone on a bad line should fetch", async () => {
  const weights = await weighPublicPages(site);
  assert.ok(weights.length > 20, `only ${weights.length} pages were found`);
  for (const part of ["html", "css", "js"] as const) {
    const heavy = weights.filter((page) => page[part] > mostBytes[part]);
    assert.deepEqual(heavy, [], `more than ${mostBytes[part]} bytes of ${part}`);
    assert.ok(
      weights.some((page) => page[part] > mostBytes[part] / 10),
      `hardly any ${part} was found: is it still counted?`,
    );
  }
  assert.deepEqual(site.faults, []);
});
