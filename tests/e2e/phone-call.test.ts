import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright";
import type { StaffActor } from "#domain/actor";
import { waitFor } from "../../scripts/processes.mjs";
import { assertAccessible, openBrowser, phone, visit } from "../support/browser.ts";
import { aChild, sendContact } from "../support/contacts.ts";
import { thenNothingWentWrong } from "../support/journey.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

/** A call as it is played through with a clock in the hand: presses are counted, and the time after hanging up. */

let site: Site;
let browser: Browser;
let taker: StaffActor;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  site.at(new Date("2026-11-24T10:00:00Z"));
  taker = await addStaff(site.context, ["screener"], { name: "Amira Patel" });
  const milo = {
    firstName: "Milo",
    lastName: "Quayle",
    birth: { kind: "born", date: "2018-03-04" } as const,
  };
  await sendContact(site.context, { children: [aChild(milo)] });
});
after(async () => {
  await browser.close();
  assert.deepEqual(site.faults, []);
  await site.close();
});

async function givenSomebodyAtWork(javaScript: boolean) {
  const visitor = await visit(browser, {
    url: site.url,
    javaScript,
    ...(javaScript ? {} : { viewport: phone }),
  });
  const [name = "", value = ""] = (await signedIn(site.context, taker)).split("=");
  await visitor.context.addCookies([{ name, value, url: site.url, httpOnly: true }]);
  return visitor;
}

/** Every press of a key that is not a letter of an answer, and every click. */
function presses(page: Page) {
  let count = 0;
  return {
    count: () => count,
    click: (label: string, role: "button" | "radio" = "button") => {
      count += 1;
      return page.getByRole(role, { name: label, exact: true }).first().click();
    },
    type: async (name: string, words: string) => {
      count += 1;
      await page.locator(`[name="${name}"]`).focus();
      await page.keyboard.type(words);
    },
    /** Without a pause between them, however busy the machine is. */
    letters: async (name: string, words: string) => {
      count += 1;
      await page.locator(`[name="${name}"]`).evaluate((field: HTMLInputElement, typed) => {
        for (const letter of typed) {
          field.value += letter;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }, words);
    },
    choose: async (name: string, value: string) => {
      count += 1;
      await page.locator(`[name="${name}"]`).selectOption(value);
    },
  };
}

const hubPages = ["/hub", "/hub/triage"];

describe("a phone call, JavaScript on", () => {
  test("begins with one press from any page of the hub", async () => {
    const visitor = await givenSomebodyAtWork(true);
    const owner = ownerOf(site);
    for (const at of hubPages) {
      await visitor.page.goto(at);
      const [before] = await owner<{ n: number }[]>`select count(*)::int as n from phone_call`;
      const hand = presses(visitor.page);
      await hand.click("New phone contact");
      await visitor.page.waitForURL(/\/hub\/calls\/[0-9a-f-]{36}$/);
      const [now] = await owner<{ n: number }[]>`select count(*)::int as n from phone_call`;
      assert.ok(hand.count() <= 2, `${at}: ${hand.count()} presses`);
      assert.equal(now?.n, (before?.n ?? 0) + 1, at);
    }
    await owner.end();
    await thenNothingWentWrong(visitor);
  });

  test("is looked up by itself after a pause, and done with four answers and seven presses", async (t) => {
    const visitor = await givenSomebodyAtWork(true);
    const { page } = visitor;
    await page.goto("/hub/triage");
    const hand = presses(page);
    await hand.click("New phone contact");
    await page.waitForURL(/\/hub\/calls\/[0-9a-f-]{36}$/);
    const posted: string[] = [];
    page.on("request", (request) => {
      // What keeps the words as they are typed looks nobody up.
      if (request.method() === "POST" && !request.url().endsWith("/hub/unsent")) posted.push(request.url());
    });
    const status = page.getByRole("status");

    await hand.click("No", "radio");
    await hand.type("account", "He was left alone all night");
    await hand.type("child1", "Milo Quayle");
    await hand.letters("age1", "4 March 2018");
    assert.ok(
      await waitFor(async () => (await status.innerText()) === "1 record may be the same", 5_000, 50),
    );
    assert.equal(posted.length, 1, "one post for a name and an age, and none for a letter or a name alone");
    assert.equal(await page.locator("#matches li").count(), 1);
    await assertAccessible(page);
    await hand.choose("caller", "public");

    // They have hung up.
    const from = performance.now();
    await hand.click("Send to triage");
    await page.getByRole("heading", { name: "Read back to the caller" }).waitFor();
    const seconds = (performance.now() - from) / 1_000;
    assert.ok(seconds < 60, `${seconds} s after hanging up`);
    assert.equal(hand.count(), 7);
    assert.equal(posted.length, 2, "what nobody is looked up by asks for nothing");
    t.diagnostic(`${hand.count()} presses, sent ${seconds.toFixed(1)} s after hanging up`);
    await thenNothingWentWrong(visitor);
  });

  test("says so when the records cannot be checked, and gives back what was typed on a locked screen", async () => {
    const visitor = await givenSomebodyAtWork(true);
    const { page } = visitor;
    await page.goto("/hub");
    await page.getByRole("button", { name: "New phone contact" }).click();
    await page.waitForURL(/\/hub\/calls\/[0-9a-f-]{36}$/);
    site.at(new Date("2026-11-24T10:16:00Z"));
    await page.locator('[name="child1"]').fill("Milo Quayle");
    await page.locator('[name="age1"]').fill("6");
    const told = page.getByText("The records could not be checked. Press “Check the records”");
    await told.waitFor();
    await page.locator('[name="account"]').fill("She hung up before I had asked");
    await page.getByRole("button", { name: "Check the records" }).last().click();
    await page.getByRole("button", { name: "Unlock" }).click();
    assert.equal(await page.locator('[name="child1"]').inputValue(), "Milo Quayle");
    assert.equal(await page.locator('[name="account"]').inputValue(), "She hung up before I had asked");
    site.at(new Date("2026-11-24T10:00:00Z"));
    await visitor.context.close();
  });
});

test("a phone call without JavaScript is looked up by its button", async () => {
  const visitor = await givenSomebodyAtWork(false);
  const { page } = visitor;
  await page.goto("/hub");
  await page.getByRole("button", { name: "New phone contact" }).click();
  await page.locator('[name="child1"]').fill("Milo Quayle");
  await page.locator('[name="age1"]').fill("4 March 2018");
  await page.getByRole("button", { name: "Check the records" }).last().click();
  assert.ok((await page.locator("#matches li").count()) > 0);
  assert.equal(await page.getByRole("status").innerText(), "");
  await thenNothingWentWrong(visitor);
});
