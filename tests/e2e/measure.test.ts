import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright";
import {
  clippedFindings,
  edgeFindings,
  keyboardFindings,
  motionFindings,
  overflowFindings,
  type Findings,
} from "../access/support/measure.ts";
import { openBrowser, phone } from "../support/browser.ts";

/** What `npm run access` measures with, on a page that has each fault once. */

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const faults: readonly [
  of: string,
  html: string,
  measure: (page: Page) => Promise<Findings>,
  says: RegExp,
][] = [
  ["keys", `<a href="/" style="outline:none">a</a>`, keyboardFindings, /^looks the same with the focus: <a/],
  [
    "keys",
    `<a href="/" tabindex="2">a</a><a href="/" tabindex="1">b</a>`,
    keyboardFindings,
    /^out of order|^not reached/,
  ],
  [
    "keys",
    `<a href="/">a</a><a href="/" onkeydown="event.preventDefault()">b</a><a href="/">c</a>`,
    keyboardFindings,
    /^keeps the focus: <a/,
  ],
  ["edges", `<button style="border:0">a</button>`, edgeFindings, /^no edge: <button/],
  ["motion", `<p style="transition:color 1s">a</p>`, motionFindings, /^moves: <p/],
  ["width", `<p style="width:400px">a</p>`, overflowFindings, /^4\d\d px on 320: <p/],
  [
    "cut text",
    `<div style="overflow:hidden;height:10px">one<br>two</div>`,
    clippedFindings,
    /^cut off: <div/,
  ],
];

test("each fault is found, and a page without any has none", async () => {
  const page = await browser.newPage({ viewport: phone });
  const measured = new Set<(page: Page) => Promise<Findings>>();
  for (const [of, html, measure, says] of faults) {
    await page.setContent(`<!doctype html><body>${html}`);
    const found = await measure(page);
    assert.match(found.join("\n"), says, `${of}: ${html} gave ${found.join()}`);
    assert.equal(found.length, 1, found.join("\n"));
    measured.add(measure);
  }
  const good = `<a href="/">a</a><button>b</button><label>c <input></label>
    <label><input type="radio" name="r">d</label><label><input type="radio" name="r">e</label><p>f</p>`;
  await page.setContent(`<!doctype html><body>${good}`);
  for (const measure of measured) assert.deepEqual(await measure(page), []);
});
