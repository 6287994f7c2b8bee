import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright";
import { roles } from "#domain/actor";
import { openBrowser, phone, visit, type Visitor } from "../support/browser.ts";
import { demoWeek } from "../support/demo-week.ts";
import { lookingAt, type Looking } from "../support/looking.ts";
import { startSite, type Site } from "../support/site.ts";

/** Every page of the map, with a demo week behind it, as each role that may come in, on the narrowest screen. */

let site: Site;
let browser: Browser;
let visitor: Visitor;
let week: Awaited<ReturnType<typeof demoWeek>>;
let looking: Looking;

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  week = await demoWeek(site);
  visitor = await visit(browser, { url: site.url, javaScript: true, viewport: phone });
  looking = lookingAt(site, visitor, week.names);
});
after(async () => {
  await visitor.context.close();
  await browser.close();
  assert.deepEqual(site.faults, []);
  await site.close();
});

describe("every page on the narrowest screen", () => {
  for (const role of [null, ...roles]) {
    test(`as ${role ?? "nobody in particular"}`, async (t) => {
      const secret = await week.cookieFor(role);
      const before = looking.shapes();
      let seen = 0;
      const open = await week.pagesFor(role);
      for (const row of open)
        for (const address of week.addressesOf(row, role)) {
          await looking.look(address, secret);
          seen += 1;
        }
      t.diagnostic(`${seen} pages, ${looking.shapes() - before} of a new shape`);
    });
  }

  test("a page that is refused to a role, and one that does not exist", async () => {
    for (const [role, address, status] of [
      [null, "/no/such/page", 404],
      ["partner", "/hub/triage", 403],
      ["screener", "/hub/contacts/2222ZZZZ", 404],
    ] as const)
      assert.equal((await looking.look(address, await week.cookieFor(role))).status, status);
  });
});
