import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright";
import { journeys, pageOf } from "#domain/journeys";
import { answerTo, fieldOf, type Answers } from "#domain/questions/answers";
import { danger } from "#domain/questions/danger";
import { parents } from "#domain/questions/parents";
import { whatHappened } from "#domain/questions/what-happened";
import { reportWords } from "#domain/wording/report";
import { professionalAnswers } from "../support/answers.ts";
import { assertAccessible, assertFits, openBrowser } from "../support/browser.ts";
import { bodyOf, fillForm, placeOf, sendingKey, startForm, type FormClient } from "../support/form-client.ts";
import { fillIn, placeIn, pressContinue, textsFor } from "../support/form-pages.ts";
import {
  givenAProfessionalAtTheForm,
  givenAProfessionalAt,
  thenNothingWentWrong,
  whenTheyFillItIn,
  whenTheySendIt,
  whenTheyStartAForm,
} from "../support/journey.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";

const words = reportWords.en;
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

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

describe("a child in danger now", () => {
  for (const javaScript of [true, false]) {
    test(`comes to the page that says to call 999, JavaScript ${javaScript ? "on" : "off"}`, async () => {
      const visitor = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript });
      const { page } = visitor;
      await fillIn(page, danger, { danger: "yes" });
      await pressContinue(page);
      assert.equal(placeIn(page).at, "stop");
      assert.equal(await heading(page), words.stop.title);
      assert.ok((await page.locator('main a[href="tel:999"]').count()) > 0, "the number can be pressed");
      await assertFits(page);
      if (javaScript) await assertAccessible(page);
      // Nobody gets past it without saying what they did, and nobody is shut out.
      await page.goto(`/f/${placeIn(page).draft}/3`);
      assert.equal(placeIn(page).at, "stop");
      await press(page, words.stop.called);
      assert.equal(placeIn(page).at, "2");
      const banner = page.locator(".app-danger-banner");
      assert.match(await banner.innerText(), /Call us as well as sending this: [\d ]{8,}\./);
      assert.equal(await banner.locator('a[href^="tel:"]').count(), 1);
      // The danger that is over again takes the banner away.
      await page.goto(`/f/${placeIn(page).draft}/1`);
      await fillIn(page, danger, { danger: "no" });
      await pressContinue(page);
      assert.equal(await banner.count(), 0);
      await thenNothingWentWrong(visitor);
    });
  }

  test("that nobody is sure of is helped by signs, and the form goes on whatever is chosen", async () => {
    for (const choice of [words.stop.called, words.stop.cannotCall, words.stop.notNeeded]) {
      const visitor = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript: false });
      const { page } = visitor;
      await fillIn(page, danger, { danger: "not_sure" });
      await pressContinue(page);
      assert.equal(await heading(page), words.stop.titleNotSure);
      for (const sign of words.stop.signs) assert.equal(await page.getByText(sign).count(), 1);
      await press(page, choice);
      assert.equal(placeIn(page).at, "2", choice);
      await thenNothingWentWrong(visitor);
    }
  });

  test("stands in the way of sending when it comes last, and is kept with the contact", async () => {
    const form = await startForm(site);
    await fillForm(form, professionalAnswers);
    assert.equal((await form.post("1", { danger: "yes" })).location, `/f/${form.draft}/stop`);
    assert.equal((await form.get("check")).location, `/f/${form.draft}/stop`, "nobody slips past it");
    const chosen = await form.post("stop", { called999: "cannot_call" });
    assert.equal(chosen.location, `/f/${form.draft}/check`);
    await form.post("check", { key: await sendingKey(form) });
    const owner = ownerOf(site);
    const kept = await owner`select danger from contact order by received_at desc limit 1`.finally(() =>
      owner.end(),
    );
    assert.deepEqual([...kept], [{ danger: "yes" }]);
    assert.match((await form.get("sent")).text, /href="tel:999"/);
  });
});

describe("sending early", () => {
  const early = (page: Page) => page.getByRole("button", { name: words.early.button });

  test("is offered once danger, sender, child, place and worry are known, and keeps what stands on the page", async () => {
    const visitor = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript: true });
    const { page } = visitor;
    for (const until of ["you", "where", "worries"]) {
      await whenTheyFillItIn(page, professionalAnswers, until);
      assert.equal(await early(page).count(), 0, `too soon on ${until}`);
    }
    await whenTheyFillItIn(page, professionalAnswers, "what-happened");
    assert.equal(await early(page).count(), 1);
    await fillIn(page, whatHappened, { account: "He said that he is scared to go home." });
    await early(page).click();
    assert.equal(placeIn(page).at, "send");
    assert.match(await page.locator("main").innerText(), /scared to go home/);
    await assertFits(page);
    await assertAccessible(page);
    const { reference } = await whenTheySendIt(page);
    assert.match(await page.locator("main").innerText(), /You sent this before the end of the form/);
    const owner = ownerOf(site);
    const kept = await owner`select partial from contact where reference = ${reference}`.finally(() =>
      owner.end(),
    );
    assert.deepEqual([...kept], [{ partial: true }]);
    await thenNothingWentWrong(visitor);
  });

  test("is not held up by a page that is empty or not whole, and is not possible too soon", async () => {
    const form = await startForm(site);
    await fillForm(form, professionalAnswers, "worries");
    const tooSoon = await form.post(placeOf("worries"), { then: "send" });
    assert.equal(tooSoon.location, `/f/${form.draft}/send`);
    assert.equal((await form.get("send")).location, `/f/${form.draft}/${placeOf("worries")}`);
    const onThePage = await form.post(placeOf("worries"), { worries: "hurt", then: "send" });
    assert.equal(onThePage.location, `/f/${form.draft}/send`);
    assert.equal((await form.get("send")).status, 200);
    await fillForm(form, professionalAnswers, "parents");
    // "No" without a reason is refused by the page, and still goes along.
    const half = await form.post(placeOf("parents"), {
      told: "no",
      childSaid: "Wants to stay",
      then: "send",
    });
    assert.equal(half.location, `/f/${form.draft}/send`);
    assert.match((await form.get("send")).text, /Wants to stay/);
  });

  test("a form that is whole by then is sent from its own check page", async () => {
    const form = await startForm(site);
    await fillForm(form, professionalAnswers);
    assert.equal((await form.get("send")).location, `/f/${form.draft}/check`);
  });
});

describe("the page about the parents", () => {
  const text = async (form: FormClient) =>
    (await form.get(placeOf("parents"))).text.replaceAll("&#x27;", "'");
  const withWorry = async (worry: string) => {
    const form = await startForm(site);
    await fillForm(form, { ...professionalAnswers, worries: { worries: [worry] } }, "parents");
    return form;
  };
  const { variants, title, notices } = textsFor(parents);

  test("turns round for worries where telling the family could harm the child", async () => {
    for (const worry of ["sexual_harm", "fgm", "forced_marriage", "honour", "fabricated_illness"]) {
      const page = await text(await withWorry(worry));
      assert.ok(page.includes(`<h1 class="govuk-heading-l">${variants?.["tell-nobody"]?.title}</h1>`), worry);
      assert.ok(page.includes(notices?.["tell-nobody"]?.heading ?? "?"), worry);
      assert.match(page, /until you have spoken to us: .*href="tel:/, worry);
      assert.equal(page.includes(notices?.["fgm"]?.heading ?? "?"), worry === "fgm", worry);
    }
    for (const worry of ["hurt", "home_violence", "money_housing"]) {
      const page = await text(await withWorry(worry));
      assert.ok(page.includes(title) && !page.includes(variants?.["tell-nobody"]?.title ?? "?"), worry);
    }
  });

  test("states the sender's own duty to tell the police about FGM", async () => {
    const page = await text(await withWorry("fgm"));
    assert.match(page, /Call 101 by the end of the next working day/);
    assert.match(page, /This duty is yours alone/);
  });

  test("is asked again when a worry is added that turns it round", async () => {
    const visitor = await givenAProfessionalAt(browser, site, "check");
    const { page } = visitor;
    const { draft } = placeIn(page);
    await page.goto(`/f/${draft}/${pageOf(journeys.professional, "worries")}`);
    await page.getByLabel("Forced marriage", { exact: true }).check();
    await pressContinue(page);
    await page.goto(`/f/${draft}/check`);
    assert.equal(placeIn(page).at, placeOf("parents"));
    assert.equal(await heading(page), variants?.["tell-nobody"]?.title);
    await assertAccessible(page);
    await thenNothingWentWrong(visitor);
  });
});

describe("several forms at once", () => {
  test("in the tabs of one browser stay apart", async () => {
    const visitor = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript: false });
    const first = visitor.page;
    const second = await visitor.context.newPage();
    await whenTheyStartAForm(second);
    assert.notEqual(placeIn(first).draft, placeIn(second).draft);
    // Somebody looks at the tab that they type in. A tab behind another draws once a second, and every click waits for it.
    const fillInTab = async (tab: Page, answers: Answers, until?: string) => {
      await tab.bringToFront();
      await whenTheyFillItIn(tab, answers, until);
    };
    await fillInTab(first, professionalAnswers, "where");
    const other = { firstName: "Wren", lastName: "Calloway", age: "not_known" };
    await fillInTab(second, { ...professionalAnswers, children: [{ item: 1, answer: other }] }, "where");
    await fillInTab(first, professionalAnswers);
    await fillInTab(second, { ...professionalAnswers });
    const cards = (tab: Page) => tab.locator(".govuk-summary-card__title").allInnerTexts();
    const [one, two] = [await cards(first), await cards(second)];
    assert.ok(one.includes("Robin Ashdown") && !one.includes("Wren Calloway"), one.join());
    assert.ok(two.includes("Wren Calloway") && !two.includes("Robin Ashdown"), two.join());
    const sent = [await whenTheySendIt(first), await whenTheySendIt(second)];
    assert.notEqual(sent[0]?.reference, sent[1]?.reference);
    await thenNothingWentWrong(visitor);
  });

  test("the same form in two tabs keeps a child that each of them added", async () => {
    const form = await startForm(site);
    await fillForm(form, professionalAnswers, "where");
    const places = await Promise.all([1, 2].map(() => form.post(placeOf("children"), { another: "yes" })));
    const items = places.map(({ location }) => location?.split("/").slice(3).join("/") ?? "");
    assert.notEqual(items[0], items[1]);
    await Promise.all(
      items.map((item, index) =>
        form.post(item, bodyOf({ firstName: `Twin ${index + 1}`, age: "not_known" })),
      ),
    );
    const list = await form.get(placeOf("children"));
    for (const name of ["Robin Ashdown", "Twin 1", "Twin 2"]) assert.match(list.text, new RegExp(name));
  });
});

describe("going back", () => {
  test("shows what was typed, and a change from the check page comes back to it", async () => {
    const visitor = await givenAProfessionalAt(browser, site, "check");
    const { page } = visitor;
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await page.getByRole("link", { name: "Back", exact: true }).click();
    assert.equal(placeIn(page).at, placeOf("safety"));
    assert.ok(await page.getByLabel("Nothing that I know of").isChecked());
    await page.goto(`/f/${placeIn(page).draft}/check`);
    const card = page.locator(".govuk-summary-card").filter({ hasText: "What has happened?" });
    await card.getByRole("link", { name: /^Change/ }).click();
    const box = page.getByLabel(textsFor(whatHappened).title);
    assert.equal(await box.inputValue(), fieldOf(answerTo(professionalAnswers, "what-happened"), "account"));
    await box.fill("Changed\nin two lines");
    await pressContinue(page);
    for (let steps = 0; placeIn(page).at !== "check" && steps < 10; steps += 1) await pressContinue(page);
    assert.equal(placeIn(page).at, "check");
    assert.match(await page.locator("main").innerText(), /Changed\nin two lines/);
    await thenNothingWentWrong(visitor);
  });

  test("a child can be taken out again, and the last one cannot be missing", async () => {
    const form = await startForm(site);
    await fillForm(form, professionalAnswers, "where");
    const added = await form.post(placeOf("children"), { another: "yes" });
    const item = added.location?.split("/").slice(3).join("/") ?? "";
    await form.post(item, bodyOf({ firstName: "Second", age: "not_known" }));
    assert.match((await form.get(placeOf("children"))).text, /Second/);
    await form.post(placeOf("children"), { remove: item.split("/")[1] ?? "" });
    assert.doesNotMatch((await form.get(placeOf("children"))).text, /Second/);
    await form.post(placeOf("children"), { remove: "1" });
    const empty = await form.get(placeOf("children"));
    assert.match(empty.location ?? "", new RegExp(`^/f/${form.draft}/${placeOf("children")}/\\d+$`));
    assert.equal((await form.get(placeOf("where"))).location, `/f/${form.draft}/${placeOf("children")}`);
  });
});
