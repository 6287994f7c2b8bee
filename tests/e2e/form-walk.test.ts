import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright";
import { reportWords } from "#domain/wording/report";
import { professionalAnswers } from "../support/answers.ts";
import { assertAccessible, assertFits, openBrowser } from "../support/browser.ts";
import {
  givenAProfessionalAtTheForm,
  thenNothingWentWrong,
  whenTheyFillItIn,
  whenTheySendIt,
} from "../support/journey.ts";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
let browser: Browser;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
});
after(async () => {
  await browser.close();
  assert.deepEqual(site.faults, []);
  await site.close();
});

for (const javaScript of [true, false]) {
  describe(`the professional form, JavaScript ${javaScript ? "on" : "off"}`, () => {
    test("goes from the start to a reference and a clock time in at most 15 pages", async () => {
      const visitor = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript });
      const { page } = visitor;
      const usual = { ...professionalAnswers, family: [], "family-list": { another: "not_known" } };
      const seen = await whenTheyFillItIn(page, usual);
      assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), reportWords.en.check.title);
      assert.ok(seen.length + 1 <= 15, `${seen.length} pages and the check page: ${seen.join(" > ")}`);
      assert.ok(seen.length >= 13, `only ${seen.length} pages: ${seen.join(" > ")}`);
      await whenTheySendIt(page);
      await assertFits(page);
      // axe waits for timers of the page, which do not run without scripts; the markup is the same.
      if (javaScript) await assertAccessible(page);
      await thenNothingWentWrong(visitor);
    });
  });
}
