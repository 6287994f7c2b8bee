import assert from "node:assert/strict";
import type { Page } from "playwright";
import { formOf } from "#domain/decision-form";
import type { Draft } from "#domain/decision-problems";
import type { Outcome } from "#domain/outcome";
import { waitFor } from "../../scripts/processes.mjs";

/** The steps of whoever screens, decides and accepts, named as they are told. */

export async function givenTheyAreSignedIn(page: Page, name: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/account/sign-in");
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  assert.notEqual(new URL(page.url()).pathname, "/account/sign-in", `${name} is not in`);
}

/** Opens a page again and again until it says this: the worker does its part a moment after the button. */
export async function whenItShows(page: Page, path: string, words: string | RegExp): Promise<void> {
  const shows = async () => {
    await page.goto(path);
    return (await page.locator("main").getByText(words).count()) > 0;
  };
  assert.ok(await waitFor(shows, 10_000, 100), `${path} never said ${String(words)}`);
}

export const pressed = (page: Page, button: string | RegExp) =>
  page.getByRole("button", { name: button }).first().click();

/** Types a date into its three boxes, given as 2026-11-24. */
export async function dateTyped(page: Page, name: string, date: string): Promise<void> {
  const [year = "", month = "", day = ""] = date.split("-");
  await page.locator(`[name="${name}-day"]`).fill(day);
  await page.locator(`[name="${name}-month"]`).fill(month);
  await page.locator(`[name="${name}-year"]`).fill(year);
}

/** Fills in the record of one outcome as somebody would, field by field. Organisations are ticked by their names. */
export async function whenTheyWriteTheRecord(
  page: Page,
  outcome: Outcome,
  draft: Draft,
  invited: readonly string[] = [],
): Promise<void> {
  assert.equal(await page.locator("main :checked").count(), 0, "nothing is chosen beforehand");
  for (const { name, field } of formOf(outcome)) {
    const value = draft[name];
    if (value === undefined) continue;
    const box = (option: string) => page.locator(`[name="${name}"][value="${option}"]`);
    if (field.kind === "date") await dateTyped(page, name, String(value));
    else if (field.kind === "radios" || field.kind === "level") await box(String(value)).check();
    else if (field.kind === "checkboxes") for (const one of [value].flat()) await box(String(one)).check();
    else if (field.kind === "organisations")
      for (const organisation of invited) await page.getByLabel(organisation, { exact: true }).check();
    else await page.locator(`[name="${name}"]`).fill(String(value));
  }
}
