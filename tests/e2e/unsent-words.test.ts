import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Browser } from "playwright";
import type { StaffActor } from "#domain/actor";
import { takeContact } from "#services/contacts/take-contact";
import { takeOverContact } from "#services/contacts/take-over-contact";
import { startCall } from "#services/phone/start-call";
import { assertAccessible, assertFits, openBrowser, phone, visit } from "../support/browser.ts";
import { sendContact } from "../support/contacts.ts";
import { thenNothingWentWrong } from "../support/journey.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

const start = new Date("2026-11-24T14:14:00Z");
const words = "Gran has the key and will fetch her at three.";

let site: Site;
let browser: Browser;
let screener: StaffActor;
let manager: StaffActor;
let reference: string;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  site.at(start);
  screener = await addStaff(site.context, ["screener"], { name: "Amira Patel" });
  manager = await addStaff(site.context, ["manager"], { name: "Mo Shah" });
});
beforeEach(async () => {
  site.at(start);
  reference = (await sendContact(site.context)).reference;
  await takeContact(site.context, screener, { reference, reason: "The family is known to me" });
});
after(async () => {
  await browser.close();
  assert.deepEqual(site.faults, []);
  await site.close();
});

/** Amira's browser, on a page of hers, with its clock in the test's hand. */
async function at(path: string, { javaScript = true } = {}) {
  const visitor = await visit(browser, { url: site.url, javaScript, viewport: phone });
  const [name = "", value = ""] = (await signedIn(site.context, screener)).split("=");
  await visitor.context.addCookies([{ name, value, url: site.url, httpOnly: true }]);
  if (javaScript) await visitor.page.clock.install({ time: start });
  await visitor.page.goto(path);
  return visitor;
}

describe("words that were typed and not sent", () => {
  test("outlive a closed laptop, are put back without JavaScript, and go when they are sent", async () => {
    const notes = `/hub/contacts/${reference}/notes`;
    const first = await at(notes);
    await first.page.getByLabel("A call or conversation").check();
    await first.page.getByLabel("What to keep").fill(words);
    await first.page.clock.fastForward(10_000);
    await first.page.getByText("Saved at 2:14pm. Not sent yet.").waitFor();
    await assertFits(first.page);
    await assertAccessible(first.page);
    await thenNothingWentWrong(first);
    await first.context.close();

    const plain = await at(notes, { javaScript: false });
    const { page } = plain;
    await page.getByText("What you had typed at today 2:14pm").waitFor();
    assert.equal(await page.getByLabel("What to keep").inputValue(), "", "nothing is put in by itself");
    await assertFits(page);
    await page.getByRole("link", { name: "Put it back" }).click();
    await page.getByText("What you had typed is back in its place.").waitFor();
    assert.equal(await page.getByLabel("What to keep").inputValue(), words);
    assert.ok(await page.getByLabel("A call or conversation").isChecked());
    assert.equal(
      await page.getByText("What you had typed at").count(),
      0,
      "what stands in the form is not offered",
    );
    await page.getByRole("button", { name: "Save the note" }).click();
    await page.locator("main").getByText(words).waitFor();
    assert.equal(await page.getByText("What you had typed at").count(), 0);
    await thenNothingWentWrong(plain);
    await plain.context.close();
  });

  test("stay in the page while the connection is down, and nothing is sent into the void", async () => {
    const visitor = await at(`/hub/contacts/${reference}/notes`);
    const { page, context } = visitor;
    await page.getByLabel("A note").check();
    await page.getByLabel("What to keep").fill(words);
    await context.setOffline(true);
    await page.clock.fastForward(10_000);
    const alert = page.getByRole("alert");
    await alert.getByText("What you typed is not saved: the connection is down.").waitFor();
    await assertFits(page);
    await page.getByRole("button", { name: "Save the note" }).click();
    await alert.getByText("nothing was sent either").waitFor();
    await alert.getByRole("button", { name: "Copy what you typed" }).click();
    await page.locator(".app-kept textarea, .app-kept button:text('Copied')").first().waitFor();
    assert.equal(await page.getByLabel("What to keep").inputValue(), words);
    await context.setOffline(false);
    await page.clock.fastForward(10_000);
    await page.getByText("Saved at 2:14pm. Not sent yet.").waitFor();
    await page.getByRole("button", { name: "Save the note" }).click();
    await page.locator("main").getByText(words).waitFor();
    assert.equal(await page.getByText("What you had typed at").count(), 0);
    await context.close();
  });

  test("of two tabs are both kept, and each is offered", async () => {
    const visitor = await at(`/hub/contacts/${reference}/notes`);
    const { page, context } = visitor;
    const other = await context.newPage();
    await other.clock.install({ time: start });
    await other.goto(`/hub/contacts/${reference}/notes`);
    await page.getByLabel("What to keep").fill("Words of the first tab");
    await page.clock.fastForward(10_000);
    await page.getByText("Saved at 2:14pm. Not sent yet.").waitFor();
    site.at(new Date(start.getTime() + 60_000));
    await other.getByLabel("What to keep").fill("Words of the second tab");
    await other.clock.fastForward(10_000);
    await other.getByText("You typed here in another tab too, at 2:14pm: both are kept.").waitFor();
    await other.reload();
    const offers = other.locator(".app-unsent-offers li");
    assert.equal(await offers.count(), 2);
    await offers.last().getByRole("link", { name: "Put it back" }).click();
    await other.getByText("What you had typed is back in its place.").waitFor();
    assert.equal(await other.getByLabel("What to keep").inputValue(), "Words of the first tab");
    assert.equal(await offers.count(), 1);
    await offers.getByRole("button", { name: "Throw it away" }).click();
    await other.waitForLoadState();
    await offers.getByText("2:14pm").waitFor();
    assert.equal(await offers.count(), 1, "the first tab's is still there");
    await thenNothingWentWrong(visitor);
    await context.close();
  });

  test("are kept when the hold has run out and somebody else has it, and the page says so", async () => {
    const visitor = await at(`/hub/contacts/${reference}/notes`);
    const { page, context } = visitor;
    const said = page.locator(".app-hold-ends");
    await page.getByText("You hold this until").waitFor();
    await page.clock.fastForward(26 * 60_000);
    await said.getByText("Your hold ends at").waitFor();
    await assertFits(page);
    await assertAccessible(page);
    await said.getByRole("button", { name: "Keep it" }).click();
    await page.waitForFunction(() => document.querySelector(".app-hold-ends")?.textContent === "");
    await page.clock.fastForward(31 * 60_000);
    await said.getByText("Your hold ended at").waitFor();
    await takeOverContact(site.context, manager, { reference, reason: "Amira went home" });
    await page.getByLabel("A note").check();
    await page.getByLabel("What to keep").fill(words);
    await page.clock.fastForward(10_000);
    await said.getByText("Mo Shah holds this contact now. What you typed is kept for you.").waitFor();
    await page.getByRole("button", { name: "Save the note" }).click();
    await page.getByRole("heading", { name: "This changed while you were writing" }).waitFor();
    await page.getByText("Nothing of yours was saved yet, and nothing is lost.").waitFor();
    await page.goto(`/hub/contacts/${reference}/notes`);
    await page.getByRole("link", { name: "Put it back" }).click();
    await page.locator("main").getByText(words).first().waitFor();
    await context.close();
  });

  test("of a call in two tabs are shown beside each other before one stands", async () => {
    const call = await startCall(site.context, screener);
    const visitor = await at(`/hub/calls/${call}`);
    const { page, context } = visitor;
    const other = await context.newPage();
    await other.goto(`/hub/calls/${call}`);
    site.at(new Date(start.getTime() + 60_000));
    const was = await page.locator("input[name=saved]").inputValue();
    await page.getByLabel("2. What has happened?").fill("The first tab heard this");
    await page.getByRole("button", { name: "Check the records" }).last().click();
    await page.waitForFunction(
      (at) => document.querySelector<HTMLInputElement>("input[name=saved]")?.value !== at,
      was,
    );
    await other.getByLabel("2. What has happened?").fill("The second tab heard that");
    await other.getByRole("button", { name: "Check the records" }).last().click();
    await other.getByRole("heading", { name: "You typed something else in another tab" }).waitFor();
    await other.locator("dd").getByText("The first tab heard this").waitFor();
    assert.equal(await other.getByLabel("2. What has happened?").inputValue(), "The second tab heard that");
    await assertFits(other);
    await assertAccessible(other);
    await other.getByRole("button", { name: "Check the records" }).last().click();
    await other
      .getByRole("heading", { name: "You typed something else in another tab" })
      .waitFor({ state: "detached" });
    assert.equal(await other.getByLabel("2. What has happened?").inputValue(), "The second tab heard that");
    await context.close();
  });
});
