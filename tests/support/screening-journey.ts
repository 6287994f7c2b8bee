import assert from "node:assert/strict";
import type { Page } from "playwright";
import { formatReference } from "#domain/reference";
import { complete } from "../domain/complete-drafts.ts";
import { givenTheyAreSignedIn, pressed, whenItShows, whenTheyWriteTheRecord } from "./staff-journey.ts";

/** From a contact that arrived to a decision, through the pages of the hub, as the people of the demonstration. */

export type Decided = "information_only" | "family_caf" | "assessment" | "strategy_discussion";
const words: Record<Decided, RegExp> = {
  information_only: /Information only/,
  family_caf: /Family CAF/,
  assessment: /Social-work assessment/,
  strategy_discussion: /Strategy discussion/,
};

export const contactPath = (reference: string, page = "") =>
  `/hub/contacts/${reference}${page && `/${page}`}`;

export async function whenAScreenerTakesAndRates(page: Page, reference: string, child: string) {
  await givenTheyAreSignedIn(page, "Grace Adeyemi");
  await page.goto("/hub/triage");
  await page.locator("main").getByText(child).first().waitFor();
  await page.goto(contactPath(reference, "take"));
  const reason = page.locator('[name="reason"]');
  if ((await reason.count()) > 0) await reason.fill("The family is known to me");
  await pressed(page, "Take this contact");
  await page.goto(contactPath(reference));
  await whenTheyRate(page);
}

async function whenTheyRate(page: Page) {
  assert.equal(
    await page.locator('input[name="rating"]:checked').count(),
    0,
    "no colour is chosen beforehand",
  );
  await page.locator('input[name="rating"][value="A"]').check();
  await page.getByLabel("Why, in one line").fill("Bruise, and going home at 3:15pm");
  await pressed(page, "Save the rating");
  await page.locator("main").getByText("Amber").first().waitFor();
}

/** One press from My work opens the contact at the head of the list, and two rate it. */
export async function thenTheNextIsOnePressAndItsRatingTwo(page: Page, presses: () => Promise<number>) {
  await page.goto("/hub/triage");
  const free = page.locator(".app-queue__row", { hasText: "Take this one" }).first();
  const first = await free.locator(".app-queue__child a").getAttribute("href");
  await page.goto("/hub");
  const before = await presses();
  await pressed(page, "Take the next contact");
  await page.getByRole("heading", { name: "Summary" }).waitFor();
  assert.equal(new URL(page.url()).pathname, first);
  assert.equal((await presses()) - before, 1);
  await whenTheyRate(page);
  assert.equal((await presses()) - before, 3);
}

/** The worker compares a moment after the form was sent; then somebody says that it is the same child. */
export async function whenTheyConfirmTheMatch(page: Page, reference: string, earlier: string) {
  await whenItShows(page, contactPath(reference, "matches"), /sure/i);
  const match = page.locator("section", { hasText: formatReference(earlier) }).filter({ hasText: /^Sure/ });
  await match.getByLabel("How you know, in one line").fill("Same name, birthday and house");
  await match.getByRole("button", { name: "Same child" }).click();
  await page.getByRole("button", { name: "Take this answer back" }).waitFor();
}

/** A child of the household who is no subject: set aside with a reason, before anything can be recommended. */
export async function whenTheySetAside(page: Page, reference: string, child: string) {
  await page.goto(contactPath(reference, "recommend"));
  await page.getByText("Nothing can be recommended until each of them is settled.").waitFor();
  const group = page.getByRole("group", { name: new RegExp(child) });
  await group.getByLabel("Considered, not part of this decision").check();
  await group.getByLabel("Because", { exact: true }).fill("Lives with his aunt, and school sees him well");
  await pressed(page, `Settle ${child}`);
  await page.locator("main").getByText("Considered and set aside").waitFor();
}

export async function thenTheTimelineSays(page: Page, reference: string, steps: readonly RegExp[]) {
  for (const step of steps) await whenItShows(page, contactPath(reference, "timeline"), step);
}

export async function whenTheyRecommend(page: Page, reference: string, outcome: Decided) {
  await page.goto(contactPath(reference, "recommend"));
  await page.locator(`button[value="${outcome}"]`).click();
  await whenTheyWriteTheRecord(page, outcome, complete[outcome], [
    "Anyshire Police",
    "Anytown Community Health NHS Trust",
  ]);
  await pressed(page, /^Recommend this/);
  await page.getByText("Your recommendation waits for a manager").waitFor();
}

export async function whenAManagerAgrees(page: Page, reference: string, outcome: Decided) {
  await givenTheyAreSignedIn(page, "Helen Marsh");
  await page.goto(contactPath(reference, "decide"));
  assert.equal(await page.locator("main :checked").count(), 0, "nothing is chosen beforehand");
  await page.locator("main").getByText(words[outcome]).first().waitFor();
  await page.getByLabel("Agree", { exact: true }).check();
  await page.getByLabel("Your reason").fill("I have read it and agree.");
  await pressed(page, "Record decision");
  await page.getByText("Every child of this contact is decided").waitFor();
  await thenTheTimelineSays(page, reference, [
    /Arrived by/,
    /Compared with earlier contacts/,
    /Rated it Amber/,
    /Recommended: /,
    /Decided: /,
  ]);
}
