import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright";
import { trialLanguage } from "#domain/intake";
import { journeys } from "#domain/journeys";
import { languageFacts, wordsIn } from "#domain/language";
import { landingWords } from "#domain/wording/landing";
import { siteWords } from "#domain/wording/site";
import { assertAccessible, assertFits, openBrowser, phone, visit } from "../support/browser.ts";
import { familyAnswers } from "../support/family-answers.ts";
import { startSite, type Site } from "../support/site.ts";
import { keptForm } from "../support/trial-reader.ts";

/** Pages in a language that runs from right to left and takes two fifths more room, as nobody's language does. */

let site: Site;
let browser: Browser;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  site.context.site.trialLanguage = true;
});
after(async () => {
  await browser.close();
  assert.deepEqual(site.faults, []);
  await site.close();
});

const trial = languageFacts[trialLanguage].own;

/** How far the edges of something are from the edges of the screen. */
async function edges(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  assert.ok(box, selector);
  return { left: Math.round(box.x), right: Math.round(width - box.x - box.width) };
}

/** The rules of accessibility look at the markup, which is the same on every screen. */
async function assertMirrored(page: Page) {
  await assertFits(page);
  if (page.viewportSize()?.width === phone.width) await assertAccessible(page);
  // The groups of a telephone number would change places.
  assert.deepEqual(
    await page
      .locator(".app-phone")
      .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).direction))]),
    ["ltr"],
  );
  assert.equal(await page.locator("h1").evaluate((h1) => getComputedStyle(h1).direction), "rtl");
}

for (const viewport of [phone, { width: 1280, height: 900 }])
  describe(`from right to left, ${viewport.width} px wide`, () => {
    test("what stood on the left stands on the right, and nothing sticks out", async () => {
      const visitor = await visit(browser, { url: site.url, javaScript: true, viewport });
      const { page } = visitor;
      await page.goto("/");
      const english = [await edges(page, ".govuk-radios__input"), await edges(page, ".app-emergency h2 a")];
      await page.getByRole("button", { name: trial, exact: true }).click();
      await page.waitForURL("**/");
      await assertMirrored(page);
      const [radio] = [await edges(page, ".govuk-radios__input")];
      assert.deepEqual(radio, { left: english[0]?.right, right: english[0]?.left });

      const { at: path, secret } = await keptForm(site.context, "family", familyAnswers);
      await visitor.context.addCookies([{ name: "draft", value: secret, url: `${site.url}${path}` }]);
      for (const id of ["help-with", "reach-family", "home"]) {
        const place = journeys.family.findIndex((question) => question.id === id) + 1;
        assert.notEqual(place, 0, id);
        await page.goto(`${path}/${place}`);
        await assertMirrored(page);
      }
      await page.goto(`${path}/check`);
      await assertMirrored(page);
      await page.goto("/help/add");
      await page.locator("#page-form button").last().click();
      await page.locator(".govuk-error-summary").waitFor();
      await assertMirrored(page);
      assert.deepEqual(visitor.troubles, []);
      await visitor.context.close();
    });
  });

describe("a form that is asked for in another language", () => {
  for (const javaScript of [true, false])
    test(`keeps what was typed, and Enter still goes on, JavaScript ${javaScript ? "on" : "off"}`, async () => {
      const visitor = await visit(browser, { url: site.url, javaScript, viewport: phone });
      const { page } = visitor;
      await page.goto("/help/add");
      await page.locator("#words").fill("four words of mine");
      await page.locator("#danger-2").check();
      await page.getByRole("button", { name: trial, exact: true }).click();
      await page.locator("html[dir=rtl]").waitFor();
      assert.equal(await page.locator("#words").inputValue(), "four words of mine");
      assert.ok(await page.locator("#danger-2").isChecked());
      await page.getByRole("button", { name: "English", exact: true }).click();
      await page.locator("html[dir=ltr]").waitFor();
      assert.equal(await page.locator("#words").inputValue(), "four words of mine");
      await page.locator("#words").press("Enter");
      await page.getByText(siteWords.en.errorSummary).waitFor();
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      await page.goto("/");
      assert.equal(await page.locator("h1").innerText(), landingWords.en.title);
      assert.notEqual(wordsIn(landingWords, trialLanguage).title, landingWords.en.title);
      assert.deepEqual(visitor.troubles, []);
      await visitor.context.close();
    });
});
