import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright";
import type { StaffActor } from "#domain/actor";
import { takeContact } from "#services/contacts/take-contact";
import { assertAccessible, assertFits, openBrowser, phone, visit } from "../support/browser.ts";
import { sendContact } from "../support/contacts.ts";
import { thenNothingWentWrong } from "../support/journey.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

const start = new Date("2026-11-24T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const words = "Gran has the key and will fetch her at three.";

let site: Site;
let browser: Browser;
let screener: StaffActor;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  site.at(start);
  screener = await addStaff(site.context, ["screener"], { name: "Amira Patel" });
});
after(async () => {
  await browser.close();
  assert.deepEqual(site.faults, []);
  await site.close();
});

/** Amira at her desk, holding a contact, with a note typed that she has not saved. */
async function givenANoteInTheMaking(javaScript: boolean) {
  site.at(start);
  const { reference } = await sendContact(site.context);
  await takeContact(site.context, screener, { reference, reason: "The family is known to me" });
  const visitor = await visit(browser, {
    url: site.url,
    javaScript,
    ...(javaScript ? {} : { viewport: phone }),
  });
  const [name = "", value = ""] = (await signedIn(site.context, screener)).split("=");
  await visitor.context.addCookies([{ name, value, url: site.url, httpOnly: true }]);
  await visitor.page.goto(`/hub/contacts/${reference}/notes`);
  await visitor.page.getByLabel("A call or conversation").check();
  await visitor.page.getByLabel("What to keep").fill(words);
  return { visitor, reference };
}

for (const javaScript of [false, true]) {
  describe(`a screen that locked while somebody typed, JavaScript ${javaScript ? "on" : "off"}`, () => {
    test("gives back every word after unlocking, in the page that it was typed in", async () => {
      const { visitor, reference } = await givenANoteInTheMaking(javaScript);
      const { page } = visitor;
      site.at(later(16));
      await page.getByRole("button", { name: "Save the note" }).click();
      await page.getByRole("heading", { level: 1, name: "Screen locked" }).waitFor();
      assert.ok(!(await page.content()).includes("Gran has the key"));
      await assertFits(page);
      if (javaScript) await assertAccessible(page);

      await page.getByRole("button", { name: "Unlock" }).click();
      assert.equal(new URL(page.url()).pathname, `/hub/contacts/${reference}/notes`);
      assert.equal(await page.getByLabel("What to keep").inputValue(), words);
      assert.equal(await page.getByLabel("A call or conversation").isChecked(), true);
      await assertFits(page);
      if (javaScript) await assertAccessible(page);
      assert.equal(
        await page.getByText("Nothing was written yet.").count(),
        1,
        "nothing was saved by itself",
      );

      await page.getByRole("button", { name: "Save the note" }).click();
      await page.getByText("Nothing was written yet.").waitFor({ state: "detached" });
      assert.equal(await page.locator("main").getByText(words).count(), 1);
      await thenNothingWentWrong(visitor);
    });

    test("shows nothing when somebody goes back in the browser", async () => {
      const { visitor } = await givenANoteInTheMaking(javaScript);
      const { page } = visitor;
      await page.getByRole("button", { name: "Lock screen" }).click();
      // Going back while the answer to the click is still arriving finds no page to go back from.
      await page.getByRole("heading", { level: 1, name: "Screen locked" }).waitFor();
      await page.waitForLoadState();
      await page.goBack();
      assert.ok(!(await page.content()).includes("Mary Okafor"));
      assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Screen locked");
      await thenNothingWentWrong(visitor);
    });
  });
}

describe("the pages about one's own sessions", () => {
  test("can be used by everybody, and ending one needs a fresh proof", async () => {
    site.at(start);
    await signedIn(site.context, screener);
    const visitor = await visit(browser, { url: site.url, javaScript: true, viewport: phone });
    const { page, context } = visitor;
    const [name = "", value = ""] = (await signedIn(site.context, screener)).split("=");
    await context.addCookies([{ name, value, url: site.url, httpOnly: true }]);
    site.at(later(6));
    await page.goto("/hub");
    await page.getByRole("link", { name: "Where you are signed in" }).click();
    await assertFits(page);
    await assertAccessible(page);
    await page.getByRole("button", { name: "End all others" }).click();
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Show that it is you");
    await assertFits(page);
    await assertAccessible(page);
    await page.getByRole("button", { name: "It is me" }).click();
    await page.getByRole("button", { name: "End all others" }).click();
    await page.getByText("You are signed in nowhere else.").waitFor();
    await thenNothingWentWrong(visitor);
  });
});

describe("a triage list that is left open", () => {
  test("says what came in, when it is old and when nothing can be seen, moves nothing, and still locks", async () => {
    site.at(start);
    const visitor = await visit(browser, { url: site.url, javaScript: true, viewport: phone });
    const { page, context } = visitor;
    const [name = "", value = ""] = (await signedIn(site.context, screener)).split("=");
    await context.addCookies([{ name, value, url: site.url, httpOnly: true }]);
    await page.clock.install({ time: start });
    await page.goto("/hub/triage");
    const rows = () => page.locator(".app-queue__row").count();
    const before = await rows();
    const news = page.getByRole("status");
    await sendContact(site.context);
    await page.clock.fastForward(30_000);
    await news.getByRole("link", { name: "1 new contact – show them" }).waitFor();
    assert.equal(await rows(), before, "nothing moves by itself");
    await page.clock.fastForward(5 * 60_000);
    await news.getByText("List may be out of date: it is from 10am. 1 new contact – show them").waitFor();
    await assertFits(page);
    await assertAccessible(page);
    await news.getByRole("link").click();
    await page.waitForLoadState();
    assert.deepEqual([await rows(), await news.innerText()], [before + 1, ""]);

    await page.locator("summary", { hasText: "Filter this list" }).click();
    await page.getByLabel("Sent by").selectOption("A police notice");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.getByText("No contacts match.").waitFor();
    await assertFits(page);
    await assertAccessible(page);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.locator("summary", { hasText: "More" }).first().click();
    await page.getByText("Postcode district").first().waitFor();
    await assertFits(page);

    // The list asks on while nobody is there, and that does not count as somebody.
    site.at(later(14));
    await page.clock.fastForward(30_000);
    site.at(later(16));
    await page.clock.fastForward(30_000);
    await news.getByText("We cannot see whether something new has come in.").waitFor();
    await page.reload();
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Screen locked");
    await thenNothingWentWrong(visitor);
  });
});
