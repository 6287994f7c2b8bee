import type { Page } from "playwright";
import { contactPath } from "./screening-journey.ts";
import { givenTheyAreSignedIn, pressed, whenItShows } from "./staff-journey.ts";

const agency = "Anytown Community Health NHS Trust";

/** Whoever holds the contact asks one agency about its child, without saying more than is needed. */
export async function whenTheyAskHealth(page: Page, reference: string, child: string): Promise<void> {
  await page.goto(contactPath(reference, "requests"));
  await page.getByLabel(agency).first().check();
  await page.getByLabel(new RegExp(`^${child}`)).check();
  await page.getByLabel("The worry, in one line").fill("A mark on the arm that nobody explains");
  await page.locator('[name="due"]').first().check();
  await page.locator('[name="basis"][value="protect"]').check();
  await page.locator('[name="familyTold"][value="no"]').check();
  await page.locator('[name="notToldBecause"][value="child_at_risk"]').check();
  await page
    .getByLabel("Why is asking no more than is needed?")
    .fill("Only those who may have seen the child");
  await page.locator('[name="share"][value="ask_first"]').check();
  await pressed(page, "Ask these agencies");
  await page.getByText("They are asked. What they answer stands here.").waitFor();
  await page.getByText(`${agency}: Sent`).waitFor();
  // An agency that answers before it was told is not told any more.
  await whenItShows(page, contactPath(reference, "timeline"), /Emailed an agency that it is asked something/);
}

/** Somebody of the agency finds the request in their tray; the caller answers it there. */
async function givenHealthSeesIt(page: Page, child: string) {
  await givenTheyAreSignedIn(page, "Folake Bello");
  await page.goto("/partner");
  await page.getByText(/\d waiting .*next due/).waitFor();
  return page.locator("li.app-notes__note", { hasText: child });
}

/** Their first answer: which systems they searched is typed, and remembered for the next one. */
export async function whenHealthFindsNothing(page: Page, child: string): Promise<void> {
  const row = await givenHealthSeesIt(page, child);
  await row.getByLabel(/which (?:systems|others) did you search/i).fill("SystmOne, RiO");
  await row.getByRole("button", { name: "No trace" }).click();
  await page.getByText("Your answer is sent.").waitFor();
}

/** It stands on their own page, beside the contact's name of the page, and on that page. */
export async function thenTheAskerReadsIt(page: Page, asker: string, reference: string): Promise<void> {
  await givenTheyAreSignedIn(page, asker);
  await page.goto("/hub");
  await page.getByText(/1 reply has come back/).waitFor();
  await page.goto(contactPath(reference));
  await page.getByRole("link", { name: "Requests 1/1" }).click();
  await page.getByText(/: No trace$/).waitFor();
}

/** How many taps a second "no trace" takes, from the tray to the answer that is sent. */
export async function tapsForNoTrace(
  page: Page,
  child: string,
  taps: () => Promise<number>,
): Promise<number> {
  const row = await givenHealthSeesIt(page, child);
  const before = await taps();
  await row.getByLabel("I searched the same as last time: SystmOne, RiO").check();
  await row.getByRole("button", { name: "No trace" }).click();
  await page.getByText("Your answer is sent.").waitFor();
  return (await taps()) - before;
}
