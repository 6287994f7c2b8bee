import type { Browser, BrowserContext, Page } from "playwright";
import { phone } from "../../support/browser.ts";
import { ask } from "../../support/http-client.ts";
import { mostBytes } from "../../support/page-weight.ts";
import {
  axeFindings,
  clippedFindings,
  edgeFindings,
  keyboardFindings,
  motionFindings,
  overflowFindings,
  textSpacing,
  type Findings,
} from "./measure.ts";
import type { PageToSee } from "./pages.ts";

/** The columns of the table: how a page was looked at, and what was found then. */
export const ways = [
  "html",
  "weight",
  "axe",
  "keys",
  "colours",
  "motion",
  "narrow",
  "spacing",
  "plain",
] as const;
export type Seen = Record<(typeof ways)[number], Findings>;

const desk = { width: 1280, height: 900 };

export type Eyes = { see: (page: PageToSee) => Promise<Seen>; close: () => Promise<void> };

/** Two browsers, with JavaScript and without, that look at one page after the other in every way. */
export async function openEyes(
  browser: Browser,
  site: { url: string },
  validate: (html: string) => Promise<string[]>,
): Promise<Eyes> {
  const open = async (javaScriptEnabled: boolean) => {
    // Our pages refuse style sheets that are not theirs, and the one with a reader's own spacing is none of them.
    const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled, bypassCSP: true });
    return { context, page: await context.newPage() };
  };
  const [scripted, plain] = [await open(true), await open(false)];

  const goTo = async ({ context, page }: { context: BrowserContext; page: Page }, to: PageToSee) => {
    await context.clearCookies();
    const [name = "", value = ""] = (to.cookie ?? "").split(/=(.*)/s);
    if (name !== "") await context.addCookies([{ name, value, url: site.url }]);
    await page.emulateMedia({ forcedColors: null, reducedMotion: null });
    await page.setViewportSize(desk);
    await page.goto(to.address);
    // What runs TypeScript here gives functions their names by a function that the page does not have.
    await page.evaluate("globalThis.__name = (one) => one");
    return page;
  };

  return {
    async see(to) {
      const { text } = await ask(site, to.address, to.cookie === undefined ? {} : { cookie: to.cookie });
      const page = await goTo(scripted, to);
      const [axe, keys] = [await axeFindings(page), await keyboardFindings(page)];
      await page.emulateMedia({ forcedColors: "active" });
      const colours = [...(await edgeFindings(page)), ...(await keyboardFindings(page))];
      await page.emulateMedia({ forcedColors: null, reducedMotion: "reduce" });
      const motion = await motionFindings(page);
      await page.setViewportSize(phone);
      const narrow = await overflowFindings(page);
      await page.addStyleTag({ content: textSpacing });
      const spacing = [...(await overflowFindings(page)), ...(await clippedFindings(page))];
      await page.setViewportSize(desk);
      spacing.push(...(await overflowFindings(page)), ...(await clippedFindings(page)));
      const without = await goTo(plain, to);
      const withoutKeys = await keyboardFindings(without);
      await without.setViewportSize(phone);
      const weight = Buffer.byteLength(text);
      return {
        html: await validate(text),
        weight: to.isPublic && weight > mostBytes.html ? [`${weight} bytes`] : [],
        ...{ axe, keys, colours, motion, narrow, spacing },
        plain: [...withoutKeys, ...(await overflowFindings(without)), ...(await clippedFindings(without))],
      };
    },
    close: async () => {
      await Promise.all([scripted.context.close(), plain.context.close()]);
    },
  };
}
