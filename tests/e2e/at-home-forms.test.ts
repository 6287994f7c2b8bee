import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright";
import type postgres from "postgres";
import { journeys, listAnswerId, questionAt } from "#domain/journeys";
import { answerTo, fieldOf, itemsOf, type Answers } from "#domain/questions/answers";
import { landingWords } from "#domain/wording/landing";
import { addWords } from "#domain/wording/add";
import { atHomeWords, youngWords, type AtHome } from "#domain/wording/at-home";
import { reportWords } from "#domain/wording/report";
import { siteWords } from "#domain/wording/site";
import { assertAccessible, assertFits, openBrowser, phone, visit, type Visitor } from "../support/browser.ts";
import { fillIn, placeIn, pressContinue, textsFor } from "../support/form-pages.ts";
import { familyAnswers } from "../support/family-answers.ts";
import { publicAnswers } from "../support/public-answers.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { youngAnswers } from "../support/young-answers.ts";

const words = atHomeWords.public.en;
let site: Site;
let browser: Browser;
let owner: postgres.Sql;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  owner = ownerOf(site);
  // Nothing here may ask another machine: leaving leads to a page of ours that says nothing either.
  site.context.settings = { ...site.context.settings, exitUrl: `${site.url}/help/accessibility` };
});
after(async () => {
  await Promise.all([browser.close(), owner.end()]);
  assert.deepEqual(site.faults, []);
  await site.close();
});

async function startTheForm(page: Page, who: AtHome = "public"): Promise<void> {
  await page.goto("/");
  await page.getByLabel(landingWords.en.choices[who], { exact: true }).check();
  await page.getByRole("button", { name: siteWords.en.continue, exact: true }).click();
  await page.getByRole("button", { name: words.start.start }).click();
}

/** Fills in page after page, up to one of them when it is named. @returns the pages that were seen */
async function fill(
  { page }: Visitor,
  answers: Answers,
  until?: string,
  who: AtHome = "public",
): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const { at } = placeIn(page);
    const question = questionAt(journeys[who], Number(at) || 0);
    if (question === null || question.id === until) return seen;
    seen.push(question.id);
    await assertFits(page);
    const [entry] = itemsOf(answers, question.id);
    await fillIn(page, question, entry?.answer ?? answerTo(answers, question.id) ?? {}, who);
    const { list } = textsFor(question, who);
    const another = fieldOf(answerTo(answers, listAnswerId(question.id)), "another");
    if (list !== undefined) await page.getByLabel(list.options[another] ?? "", { exact: true }).check();
    await pressContinue(page);
  }
}

for (const javaScript of [true, false]) {
  describe(`a member of the public, JavaScript ${javaScript ? "on" : "off"}`, () => {
    test("tells us without a name in at most 8 pages, on a phone, and keeps a reference", async () => {
      const visitor = await visit(browser, { url: site.url, javaScript, viewport: phone });
      const { page } = visitor;
      await startTheForm(page);
      const seen = await fill(visitor, publicAnswers);
      assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), words.check.title);
      // The page before the form is the eighth.
      assert.deepEqual(seen, [
        ...["danger", "what-happened", "when-seen", "children-seen", "where-seen", "teller"],
      ]);
      await page.getByRole("button", { name: words.check.send }).click();
      const receipt = await page.locator("main").innerText();
      assert.ok(receipt.includes(words.sent.title), receipt);
      assert.ok(!receipt.includes("crying"), "nothing that was written is shown again");
      const reference = (await page.locator(".app-reference").innerText()).replace(/\s/g, "");
      const [contact] = await owner<{ audience: string; source_code: string }[]>`
        select audience, source_code from contact where reference = ${reference}`;
      assert.deepEqual(contact, { audience: "public", source_code: "9" });
      if (javaScript) await assertAccessible(page);
      const given = await page.locator(".app-passphrase").innerText();
      await page.reload();
      assert.equal(await page.locator(".app-passphrase").innerText(), given, "a refresh loses nothing");
      await page.getByRole("link", { name: addWords.en.given.how }).click();
      const { reference: ref, words: four, danger, text } = addWords.en;
      await page.getByLabel(ref.label).fill(reference);
      await page.getByLabel(four.label).fill("apple river stone door");
      await page
        .getByRole("group", { name: danger.label })
        .getByLabel(danger.options.no, { exact: true })
        .check();
      await page.getByLabel(text.label).fill("It is quiet now");
      await page.getByRole("button", { name: addWords.en.send }).click();
      assert.ok((await page.locator("main").innerText()).includes(addWords.en.errors.wrong));
      assert.equal(
        await page.getByLabel(text.label).inputValue(),
        "It is quiet now",
        "what was typed is kept",
      );
      await page.getByLabel(four.label).fill(given);
      await page.getByRole("button", { name: addWords.en.send }).click();
      assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), addWords.en.sent.title);
      const [added] = await owner`
        select count(*)::int as n from addition a join contact c on c.id = a.contact_id where c.reference = ${reference}`;
      assert.equal(added?.["n"], 1);
      assert.deepEqual(visitor.troubles, []);
      await visitor.context.close();
    });

    test("leaves at once; what was typed is gone, and Back shows nothing of it", async () => {
      const visitor = await visit(browser, { url: site.url, javaScript: javaScript && "tested" });
      const { page } = visitor;
      await startTheForm(page);
      await fill(visitor, publicAnswers, "when-seen");
      const { draft } = placeIn(page);
      const left = page.waitForURL("**/help/accessibility");
      if (javaScript) {
        // Shift counts once the script is there; the button is a link from the first moment.
        await page.locator("[data-govuk-exit-this-page-init]").waitFor();
        for (let n = 0; n < 3; n += 1) await page.keyboard.press("Shift");
      } else await page.locator(".govuk-exit-this-page__button").click();
      await left;
      assert.deepEqual(await visitor.context.cookies(), []);
      const [row] = await owner<
        { over: boolean }[]
      >`select expires_at <= now() as over from draft where id = ${draft}`;
      assert.ok(row?.over !== false, "it is empty on the server too");
      await page.goBack();
      await page.waitForLoadState();
      const shown = await page.locator("body").innerText();
      assert.ok(!/crying|happen/.test(shown), shown);
      await visitor.context.close();
    });
  });
}

describe("a young person", () => {
  test("sends after the third page, or the whole in ten, and finds Childline on each", async () => {
    const visitor = await visit(browser, { url: site.url, javaScript: true, viewport: phone });
    const { page } = visitor;
    const audience = async () => {
      const reference = (await page.locator(".app-reference").innerText()).replace(/\s/g, "");
      const [contact] = await owner`
        select audience, partial, rating, source_code from contact where reference = ${reference}`;
      return contact;
    };
    await startTheForm(page, "young_person");
    await fill(visitor, youngAnswers, "say-more", "young_person");
    assert.ok((await page.locator("main").innerText()).includes("0800 1111"));
    await assertAccessible(page);
    await page.getByRole("button", { name: youngWords.en.early.button }).click();
    await page.getByRole("button", { name: atHomeWords.young_person.en.check.send }).click();
    const sent = { audience: "young_person", rating: null, source_code: "1C" };
    assert.deepEqual(await audience(), { ...sent, partial: true });
    const receipt = await page.locator("main").innerText();
    assert.match(receipt, /A person will read this (?:today|when we open, \d)/);

    await startTheForm(page, "young_person");
    const seen = await fill(visitor, youngAnswers, undefined, "young_person");
    // The page before the form and the one to check are the ninth and the tenth.
    assert.equal(seen.length, 8, seen.join(" > "));
    await page.getByRole("button", { name: atHomeWords.young_person.en.check.send }).click();
    assert.deepEqual(await audience(), { ...sent, partial: false });
    assert.deepEqual(visitor.troubles, []);
    await visitor.context.close();
  });
});

describe("a parent", () => {
  test("asks for help in eleven pages; who scares them is hidden, and they read when we call", async () => {
    const visitor = await visit(browser, { url: site.url, javaScript: false, viewport: phone });
    const { page } = visitor;
    const family = atHomeWords.family.en;
    await startTheForm(page, "family");
    const seen = await fill(visitor, familyAnswers, undefined, "family");
    // The page before the form and the one to check are the tenth and the eleventh.
    assert.equal(seen.length, 9, seen.join(" > "));
    const hidden = page.locator("details", { hasText: reportWords.en.check.masked });
    assert.equal(await hidden.getByText("Yes", { exact: true }).isVisible(), false);
    await page.getByRole("button", { name: family.check.send }).click();
    const receipt = await page.locator("main").innerText();
    assert.match(receipt, /in touch on \w+ \d+ \w+, between 8:30am and 5pm/);
    assert.ok(!receipt.includes("Mila"), receipt);
    const reference = (await page.locator(".app-reference").innerText()).replace(/\s/g, "");
    const [contact] = await owner`
      select audience, source_code, partial from contact where reference = ${reference}`;
    assert.deepEqual(contact, { audience: "family", source_code: "1A", partial: false });
    assert.deepEqual(visitor.troubles, []);
    await visitor.context.close();
  });
});
