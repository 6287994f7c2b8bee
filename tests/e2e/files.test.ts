import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright";
import { fileWords } from "#domain/wording/files";
import { assertAccessible, assertFits, openBrowser, phone, visit, type Visitor } from "../support/browser.ts";
import { draftForFiles, pdf, photo } from "../support/files.ts";
import { thenNothingWentWrong } from "../support/journey.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

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

const words = fileWords.en;
const button = ({ page }: Visitor, name: string) => page.getByRole("button", { name, exact: true }).click();
const looked = async ({ page }: Visitor) => {
  await assertAccessible(page);
  await assertFits(page);
};

/** Somebody whose form has come to the page of files. */
async function atFiles(javaScript: boolean): Promise<Visitor> {
  const { draftId, secret } = await draftForFiles(site.context);
  const visitor = await visit(browser, { url: site.url, javaScript, viewport: phone });
  await visitor.context.addCookies([{ name: "draft", value: secret, url: `${site.url}/f/${draftId}/` }]);
  await visitor.page.goto(`/f/${draftId}/files`);
  return visitor;
}

describe("files in a browser", () => {
  for (const javaScript of [true, false])
    test(`are added, refused, taken away and sent, JavaScript ${javaScript ? "on" : "off"}`, async () => {
      const visitor = await atFiles(javaScript);
      const { page } = visitor;
      // What looks at a page is a script as well.
      const looks = (at: Visitor) => (javaScript ? looked(at) : Promise.resolve());
      const choose = (name: string, buffer: Buffer) =>
        page
          .getByLabel(words.label, { exact: true })
          .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
      await button(visitor, words.upload);
      await page.getByRole("link", { name: words.problems["none-chosen"] }).waitFor();
      await looks(visitor);
      await choose(
        "A photo with a name that is a good deal longer than a telephone is wide.JPG",
        await photo(),
      );
      await button(visitor, words.upload);
      await page.getByText("JPEG picture, 1 KB").waitFor();
      await choose("invoice.pdf", Buffer.from("MZ\u0090\u0000".repeat(50), "latin1"));
      await button(visitor, words.upload);
      await page.getByRole("link", { name: words.problems["wrong-kind"] }).waitFor();
      assert.equal(await page.getByText("JPEG picture, 1 KB").count(), 1, "what was there is there");
      await looks(visitor);
      await page.getByRole("button", { name: /^Remove A photo/ }).click();
      await page.getByText("JPEG picture").waitFor({ state: "detached" });
      await choose("body map.pdf", pdf());
      await button(visitor, "Continue");
      await page.waitForURL(/\/check$/);
      await page.getByText("body map.pdf (PDF, 1 KB)").waitFor();
      await button(visitor, "Send your referral");
      await page.waitForURL(/\/sent$/);
      await thenNothingWentWrong(visitor);
    });

  test("are saved by the hub, and what nobody checked on a second press", async () => {
    const staff = await addStaff(site.context, ["screener"]);
    const visitor = await visit(browser, { url: site.url, javaScript: true, viewport: phone });
    const [name = "", value = ""] = (await signedIn(site.context, staff)).split("=");
    await visitor.context.addCookies([{ name, value, url: site.url }]);
    const { page } = visitor;
    await page.goto("/hub/triage");
    const [reference = ""] = /[0-9A-Z]{8}(?=["/])/.exec(await page.content()) ?? [];
    await page.goto(`/hub/contacts/${reference}/referral`);
    await page.getByText("Open body map.pdf although nobody checked it").click();
    await looked(visitor);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^Open it now/ }).click(),
    ]);
    assert.equal(saved.suggestedFilename(), "body map.pdf");
    await thenNothingWentWrong(visitor);
  });
});
