import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";

/** Debian's Chromium, or the one that CHROMIUM names; nothing is downloaded. */
const programs = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** @param debuggingPort where another program may look through it, too */
export async function openBrowser(debuggingPort?: number): Promise<Browser> {
  const executablePath = programs.find((path) => path !== undefined && existsSync(path));
  assert.ok(
    executablePath,
    "no Chromium found: install Debian's chromium package, or set CHROMIUM to its path",
  );
  return chromium.launch({
    executablePath,
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      // No process of its own that draws: nothing here moves or is in three dimensions.
      "--disable-gpu",
      "--disable-sync",
      "--no-first-run",
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ],
  });
}

export type Visitor = { page: Page; context: BrowserContext; troubles: string[] };

/** The narrowest screen that everything must work on; 400 % zoom of a desktop is the same width. */
export const phone = { width: 320, height: 640 };
const desk = { width: 1280, height: 900 };

/**
 * Whether pages run scripts: yes, no, or "tested" where the test is about what a script does. `npm run access` sets
 * BROWSER_SCRIPTS to run every test without them that is about something else, and every test with them.
 */
export type Scripts = boolean | "tested" | "absent";

function areScriptsOn(scripts: Scripts): boolean {
  const setting = process.env["BROWSER_SCRIPTS"];
  if (typeof scripts === "boolean" && (setting === "on" || setting === "off")) return setting === "on";
  return scripts !== "absent" && scripts !== false;
}

/**
 * Somebody with a browser of their own. `troubles` collects console errors, page errors and requests to anywhere else:
 * a test ends by saying that there were none.
 */
export async function visit(
  browser: Browser,
  options: { url: string; javaScript: Scripts; viewport?: { width: number; height: number } },
): Promise<Visitor> {
  const javaScriptEnabled = areScriptsOn(options.javaScript);
  const context = await browser.newContext({
    baseURL: options.url,
    javaScriptEnabled,
    viewport: options.viewport ?? desk,
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  if (!javaScriptEnabled) withoutScripts.add(context);
  const troubles: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("console", (message) => {
    // A refused form answers 4xx on purpose, and the browser says so on its console.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(options.url)) troubles.push(`asked ${request.url()}`);
  });
  return { page, context, troubles };
}

const withoutScripts = new WeakSet<BrowserContext>();

/** Fails with each violation's rule and the elements that break it. axe is a script: without them only the h1 is counted. */
export async function assertAccessible(page: Page): Promise<void> {
  if (withoutScripts.has(page.context())) {
    assert.equal(await page.locator("h1").count(), 1, `${page.url()} has one h1`);
    return;
  }
  // Legacy is without a second tab for the report, which only frames from elsewhere need: half the time, the same rules.
  // What passed is not written up either: an eighth less.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  assert.deepEqual(told, [], `${page.url()}\n${told.join("\n")}`);
  assert.equal(await page.locator("h1").count(), 1, `${page.url()} has one h1`);
}

/** No page scrolls sideways; a wide table may, inside a region of its own. Fails with what sticks out. */
export async function assertFits(page: Page): Promise<void> {
  const { scroll, width, wide } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
    wide: [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth)
      .filter((element) => element.closest(".app-scroll") === null)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className.toString()}`),
  }));
  const told = wide.slice(-3).join(", ");
  assert.ok(scroll <= width, `${page.url()} is ${scroll} px wide on a screen of ${width} px: ${told}`);
}

/** How often this tab was pressed from now on, however many pages that went over. */
export async function countedPresses(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    addEventListener(
      "pointerdown",
      () => sessionStorage.setItem("presses", String(Number(sessionStorage.getItem("presses")) + 1)),
      true,
    );
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem("presses")));
}
