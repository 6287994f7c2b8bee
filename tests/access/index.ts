import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { anyFreePort } from "../../scripts/ports.mjs";
import { buildIfNeeded } from "../../scripts/build.mjs";
import { root } from "../../scripts/install.mjs";
import { openBrowser } from "../support/browser.ts";
import { startSite } from "../support/site.ts";
import { lighthouse } from "./support/lighthouse.ts";
import { everyPage, type PageToSee } from "./support/pages.ts";
import { openEyes, ways } from "./support/see.ts";
import { validator } from "./support/validity.ts";

/*
 * npm run access [-- pages lighthouse suite] [-- --only WORD]
 *
 * pages: looks at every page in every way that `npm test` has no time for, with a mark for each that is well and a number
 * of findings for each that is not. Narrow is 320 px, which is 1280 px at 400 % zoom; plain is without JavaScript.
 * lighthouse: scores of the public pages. suite: the browser tests of `npm test` twice, with and without JavaScript.
 * Without a name all three run. It ends with what was found, and with a status that says whether there was anything.
 */
const names = ["pages", "lighthouse", "suite"] as const;
const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
const wanted = (name: (typeof names)[number]) => positionals.length === 0 || positionals.includes(name);
if (positionals.some((name) => !(names as readonly string[]).includes(name))) {
  console.error(`There are ${names.join(", ")}: npm run access -- pages`);
  process.exit(1);
}

const least = { accessibility: 100, performance: 95 } as const;
const say = (line: string) => console.log(line);
const wrong: string[] = [];
const found = (where: string, findings: readonly string[]) =>
  wrong.push(...new Set(findings.map((finding) => `${where}: ${finding}`)));

if (wanted("pages") || wanted("lighthouse")) {
  await buildIfNeeded(say);
  const port = await anyFreePort();
  const [site, browser] = await Promise.all([startSite(), openBrowser(port)]);
  try {
    const pages = (await everyPage(site)).filter(({ name }) => name.includes(values.only ?? ""));
    if (wanted("pages")) await seePages(pages);
    if (wanted("lighthouse")) await scorePages(pages.filter(({ isPublic }) => isPublic));
  } finally {
    await browser.close();
    found("the server", site.faults);
    await site.close();
  }

  async function seePages(pages: readonly PageToSee[]): Promise<void> {
    const eyes = await openEyes(browser, site, await validator(say));
    say(`\n${"".padEnd(34)}${ways.map((way) => way.padEnd(8)).join("")}`);
    for (const page of pages) {
      const seen = await eyes.see(page);
      const marks = ways.map((way) => (seen[way].length === 0 ? "ok" : String(seen[way].length)).padEnd(8));
      say(`${page.name.padEnd(34)}${marks.join("")}`);
      for (const way of ways) found(`${page.name}, ${way}`, seen[way]);
    }
    say(`${pages.length} pages`);
    await eyes.close();
  }

  async function scorePages(pages: readonly PageToSee[]): Promise<void> {
    const score = await lighthouse(site, port, say);
    say(`\n${"".padEnd(34)}accessibility  performance`);
    for (const page of pages) {
      const { accessibility, performance, failed } = await score(page);
      say(`${page.name.padEnd(34)}${String(accessibility ?? "?").padEnd(15)}${performance ?? "?"}`);
      if ((accessibility ?? 0) < least.accessibility || (performance ?? 0) < least.performance)
        found(page.name, [
          `accessibility ${accessibility ?? "?"}, performance ${performance ?? "?"}: ${failed.join("; ")}`,
        ]);
    }
  }
}

if (wanted("suite"))
  for (const scripts of ["on", "off"]) {
    say(`\nThe browser tests, JavaScript ${scripts}`);
    const args = [join(root, "scripts", "test.mjs"), "browser"];
    const env = { ...process.env, BROWSER_SCRIPTS: scripts };
    const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: "inherit" });
    if (status !== 0) found("the browser tests", [`failed with JavaScript ${scripts}`]);
  }

if (wrong.length > 0) {
  console.error(`\n${wrong.length} findings\n${wrong.join("\n")}`);
  process.exit(1);
}
say("\nNothing was found.");
