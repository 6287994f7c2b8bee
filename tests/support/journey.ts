import assert from "node:assert/strict";
import type { Browser, Page } from "playwright";
import { professionalStartWords } from "#domain/wording/landing";
import { landingWords } from "#domain/wording/landing";
import { reportWords } from "#domain/wording/report";
import { siteWords } from "#domain/wording/site";
import type { Answers } from "#domain/questions/answers";
import { professionalAnswers } from "./answers.ts";
import { visit, type Scripts, type Visitor } from "./browser.ts";
import { fillForm, placeOf, startForm } from "./form-client.ts";
import { fillInUntil, placeIn } from "./form-pages.ts";

/** The steps of whoever sends a contact, named as they are told. */

const words = reportWords.en;

/** Somebody who works with children comes to the site and starts a form. */
export async function givenAProfessionalAtTheForm(
  browser: Browser,
  options: Parameters<typeof visit>[1],
): Promise<Visitor> {
  const visitor = await visit(browser, options);
  await whenTheyStartAForm(visitor.page);
  return visitor;
}

/** The same, with everything up to this page already answered: where a test is about what comes then. */
export async function givenAProfessionalAt(
  browser: Browser,
  site: { url: string },
  place: string,
  { answers = professionalAnswers, javaScript = true }: { answers?: Answers; javaScript?: Scripts } = {},
): Promise<Visitor> {
  const form = await startForm(site);
  await fillForm(form, answers, place);
  const visitor = await visit(browser, { url: site.url, javaScript });
  const [name = "", value = ""] = form.cookie.split(/=(.*)/s);
  await visitor.context.addCookies([{ name, value, domain: "localhost", path: `/f/${form.draft}` }]);
  await visitor.page.goto(`/f/${form.draft}/${place === "check" ? place : placeOf(place)}`);
  return visitor;
}

export async function whenTheyStartAForm(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByLabel(landingWords.en.choices.professional, { exact: true }).check();
  await page.getByRole("button", { name: siteWords.en.continue, exact: true }).click();
  if (new URL(page.url()).pathname === "/report/professional") {
    await page.getByRole("button", { name: professionalStartWords.en.start }).click();
  }
  assert.equal(placeIn(page).at, "1", page.url());
}

/** Fills in page after page. Returns the title of every page seen, the check page not counted. */
export const whenTheyFillItIn = (page: Page, answers: Answers, until?: string): Promise<string[]> =>
  fillInUntil(page, answers, until);

export async function whenTheySendIt(page: Page): Promise<{ reference: string; deadline: string }> {
  const early = placeIn(page).at === "send";
  const name = early ? words.check.sendEarly : words.check.send;
  await page.getByRole("button", { name, exact: true }).click();
  return thenTheyGetAReference(page);
}

/** A reference, and until when, by the clock. */
export async function thenTheyGetAReference(page: Page): Promise<{ reference: string; deadline: string }> {
  assert.equal(placeIn(page).at, "sent", page.url());
  assert.equal(
    await page
      .getByRole("heading", { level: 1 })
      .innerText()
      .then((text) => text.split("\n")[0]),
    words.sent.title,
  );
  const shown = await page.locator(".app-reference").innerText();
  assert.match(shown, /^[2-9A-Z]{4} [2-9A-Z]{4}$/);
  const text = await page.locator("main").innerText();
  const [, deadline = ""] = /by (\d{1,2}(?::\d\d)?(?:am|pm) on \w+day \d{1,2} \w+)\./.exec(text) ?? [];
  assert.notEqual(deadline, "", `no clock time: ${text}`);
  return { reference: shown.replace(" ", ""), deadline };
}

/** At the end of a visit: nothing went wrong in the browser, and nothing was asked of anybody else. */
export async function thenNothingWentWrong({ context, troubles }: Visitor): Promise<void> {
  assert.deepEqual([...new Set(troubles)], []);
  await context.close();
}
