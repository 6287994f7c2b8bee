import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright";
import { answerTo, itemsOf, type Answer } from "#domain/questions/answers";
import { siteWords } from "#domain/wording/site";
import { professionalAnswers } from "../support/answers.ts";
import { assertAccessible, assertFits, openBrowser, phone } from "../support/browser.ts";
import { bodyOf, fillForm, placeOf, startForm, type FormClient } from "../support/form-client.ts";
import { fillIn, fillInUntil, placeIn, pressContinue, professional } from "../support/form-pages.ts";
import { givenAProfessionalAtTheForm, thenNothingWentWrong } from "../support/journey.ts";
import { assertRefused } from "../support/refused.ts";
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

/** Questions that a page sent empty does not answer. */
const required = professional.filter(
  ({ id }) => !["effect", "family", "extras", "helpers", "files", "facts"].includes(id),
);

describe("a page that is sent empty", () => {
  test("says what is missing, in its title, at its top and beside each field", async () => {
    const visitor = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript: "tested" });
    const { page } = visitor;
    for (const question of required) {
      await fillInUntil(page, professionalAnswers, question.id);
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await pressContinue(page);
      assert.equal((await answered).status(), 400, question.id);
      await assertRefused(page, question.id);
      // The module starts after the page has come, so its focus is waited for.
      await page.waitForFunction(() => document.activeElement?.classList.contains("govuk-error-summary"));
      const [first] = await page.locator(".govuk-error-summary a").all();
      const href = await first?.getAttribute("href");
      await first?.click();
      assert.equal(await page.evaluate(() => `#${document.activeElement?.id}`), href, question.id);
      await assertAccessible(page);
      await page.setViewportSize(phone);
      await assertFits(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      // A list that is refused, in the middle of the way.
      if (question.repeats === undefined) continue;
      await fillIn(page, question, itemsOf(professionalAnswers, question.id)[0]?.answer ?? {});
      await pressContinue(page);
      await pressContinue(page);
      await assertRefused(page, `${question.id}, its list`);
      await page.getByRole("group").getByLabel("No", { exact: true }).check();
      await pressContinue(page);
    }
    await thenNothingWentWrong(visitor);
  });

  test("works the same without JavaScript", async () => {
    const visitor = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript: false });
    const { page } = visitor;
    for (const id of ["danger", "you", "parents"]) {
      await fillInUntil(page, professionalAnswers, id);
      await pressContinue(page);
      await assertRefused(page, id);
    }
    await thenNothingWentWrong(visitor);
  });
});

describe("a page that is refused", () => {
  test("keeps everything that was typed, ticked and chosen", async () => {
    const visitor = await givenAProfessionalAtTheForm(browser, { url: site.url, javaScript: true });
    const { page } = visitor;
    await fillInUntil(page, professionalAnswers, "you");
    const name = page.getByLabel("Full name");
    await name.fill("  Zoë <b>O’Neil-Łukasz</b> & co  ");
    await page.getByLabel("Work email").fill("not an address");
    await page.getByLabel("Where do you work?").selectOption("gp");
    await page.getByLabel("I have no direct number").check();
    await pressContinue(page);
    await assertRefused(page, "you");
    assert.equal(await name.inputValue(), "  Zoë <b>O’Neil-Łukasz</b> & co  ");
    assert.equal(await page.getByLabel("Work email").inputValue(), "not an address");
    assert.equal(await page.getByLabel("Where do you work?").inputValue(), "gp");
    assert.ok(await page.getByLabel("I have no direct number").isChecked());
    assert.equal(placeIn(page).at, placeOf("you"), "the address stays");
    await thenNothingWentWrong(visitor);
  });

  test("of 4,001 characters keeps them all and says how many there may be", async () => {
    const form = await startForm(site);
    await fillForm(form, professionalAnswers, "what-happened");
    const account = `${"é".repeat(3_999)}\r\n!`;
    assert.equal((await form.post(placeOf("what-happened"), { account: account.slice(1) })).status, 303);
    const refused = await form.post(placeOf("what-happened"), { account: `${account}!` });
    assert.equal(refused.status, 400);
    assert.match(refused.text, /write 4000 characters or fewer/i);
    assert.ok(refused.text.includes("é".repeat(3_999)));
    assert.match(refused.text, new RegExp(siteWords.en.errorSummary));
  });
});

/** Ways in which people really write things. Each of them is taken without a word. */
const birth = (day: string, month: string, year: string) => ({
  age: "date",
  "born-day": day,
  "born-month": month,
  "born-year": year,
});
const messy: Record<string, readonly (readonly [Answer, shown: RegExp])[]> = {
  children: [
    ...(
      [
        ["4", "3", "2018"],
        ["04", "03", "2018"],
        [" 4 ", " 3", "2018 "],
        ["4th", "March", "2018"],
        ["4", "mar", "18"],
        ["4", "MARCH", "2018"],
        ["4", "Mar.", "2018"],
        ["04/03/2018", "", ""],
        ["4.3.18", "", ""],
        ["4 March 2018", "", ""],
        ["4-3-2018", "", ""],
        ["2018-03-04", "", ""],
        ["４", "３", "２０１８"],
      ] as const
    ).map(([day, month, year]) => [birth(day, month, year), /4 March 2018/] as const),
    [birth("29", "2", "2016"), /29 February 2016/],
    [birth("1", "sept", "2019"), /1 September 2019/],
    [{ age: "about", about: "7" }, /7/],
    [{ age: "about", about: "about 7 or 8, year 2" }, /about 7 or 8, year 2/],
    [{ age: "about", about: "18 months" }, /18 months/],
    [{ age: "about", about: "primary school" }, /primary school/],
    [{ age: "unborn", firstName: "" }, /not born yet/],
    [{ age: "not_known", nhsNumber: "943 476 5919" }, /943 476 5919/],
    [{ age: "not_known", nhsNumber: "943-476-5919" }, /943-476-5919/],
    [{ age: "not_known", nhsNumber: " 9434765919 " }, /9434765919/],
    [{ age: "not_known", firstName: "", description: "Boy in a red coat" }, /Boy in a red coat/],
    [{ age: "not_known", firstName: "", lastName: "O'Neil-Łukasz" }, /O'Neil-Łukasz/],
    [{ age: "not_known", firstName: "J" }, /J/],
    [{ age: "not_known", firstName: "مریم" }, /مریم/],
  ],
  you: [
    ...[
      "01234 567890",
      "01234567890",
      "(01234) 567-890",
      "+44 1234 567890",
      "+44 (0)1234 567890",
      "0044 1234 567 890",
      "07700.900.123",
      "01234 567890 ext 12",
      "01234 567890 x12",
      "ask for the office: 567890",
      "18001 01234 567890",
    ].map((phone) => [{ phone }, new RegExp(phone.replace(/[()+.]/g, "\\$&"))] as const),
    ...[
      "t.oneil@hilltop.example",
      " T.ONeil@Hilltop.Example ",
      "tessa+school@sub.hilltop.example",
      "o'neil@hilltop.example",
      "t_o-neil@hill-top.example",
    ].map((email) => [{ email }, new RegExp(email.trim().replace(/[+.]/g, "\\$&"))] as const),
    [{ email: "", noEmail: "none" }, /no email/i],
    [{ phone: "", noPhone: "none" }, /no direct number/i],
  ],
  where: [
    ...[
      "AB1 2CD",
      "ab12cd",
      " ab1  2cd ",
      "AB1-2CD",
      "Ab1 2cD.",
      "AB12CD",
      "ab1 2",
      "SW1A1AA",
      "not sure",
    ].map((postcode) => [{ postcode }, new RegExp(postcode.trim().replace(/[.]/g, "\\$&"), "i")] as const),
    [{ line1: "", town: "", postcode: "ab1" }, /ab1/i],
    [{ line1: "The blue house by the church", town: "", postcode: "" }, /blue house/],
    [{ lives: "not_known", seenAt: "Outside the shop" }, /Outside the shop/],
  ],
  // A time is shown as it was understood; "3.15" alone is asked about (to-submission.test.ts).
  soon: [
    ...["3:15pm", "3.15pm", "15:15"].map((time) => [{ time }, /3:15pm/] as const),
    ...["1515", "quarter past three", "after school", "3pm-ish", ""].map(
      (time) => [{ time }, new RegExp(time === "" ? "Today" : time)] as const,
    ),
  ],
};

describe("what people really type", () => {
  const count = Object.values(messy).flat().length;
  test(`${count} dates, phones, postcodes, addresses and times are taken without an error`, async () => {
    assert.ok(count >= 60);
    const form = await startForm(site);
    await fillForm(form, professionalAnswers);
    const refused: string[] = [];
    for (const [id, table] of Object.entries(messy)) {
      for (const [typed, shown] of table) refused.push(...(await tried(form, id, typed, shown)));
    }
    assert.deepEqual(refused, []);
  });
});

async function tried(form: FormClient, id: string, typed: Answer, shown: RegExp): Promise<string[]> {
  const usual = answerTo(professionalAnswers, id) ?? { firstName: "Robin" };
  const place = id === "children" ? placeOf(id, 1) : placeOf(id);
  const answered = await form.post(place, bodyOf({ ...usual, ...typed }));
  const said = /govuk-error-message[^>]*>(.*?)<\/p>/.exec(answered.text)?.[1];
  if (answered.status !== 303) return [`${JSON.stringify(typed)}: ${answered.status} ${said}`];
  const check = await form.get("check");
  const text = check.text.replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
  return shown.test(text) ? [] : [`${JSON.stringify(typed)} is not on the check page (${check.status})`];
}
