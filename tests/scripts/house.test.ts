import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, normalize } from "node:path";
import { describe, test } from "node:test";
import { z } from "zod";

/** What the house promises about itself and no other tool checks. */

const root = join(import.meta.dirname, "../..");
const notOurs = new Set(["node_modules", "build", "coverage", ".git", ".data", ".cache"]);

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : [path + "/", ...walk(path)];
    return [path];
  });
}

const paths = walk(".");
const folders = paths.filter((path) => path.endsWith("/"));
const files = paths.filter((path) => !path.endsWith("/"));
const text = (path: string) => readFileSync(join(root, path), "utf8");

const isCode = (path: string) =>
  [".ts", ".tsx", ".js", ".mjs", ".cjs", ".scss", ".css"].includes(extname(path));
const code = files.filter(isCode);

describe("papers", () => {
  const papers = files.filter((path) => extname(path) === ".md");

  test("README.md is there", () => assert.ok(papers.includes("README.md")));

  for (const paper of papers) {
    test(`${paper} links to what exists`, () => {
      const targets = [...text(paper).matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)|<img[^>]+src="([^"]+)"/g)]
        .map(([, link, image]) => link ?? image ?? "")
        .filter((link) => !/^([a-z]+:|#)/.test(link))
        .map((link) => normalize(join(dirname(paper), link.replace(/#.*$/, ""))));
      assert.deepEqual(
        targets.filter((target) => !existsSync(join(root, target))),
        [],
      );
    });
  }

  test("each decision has one number, without gaps, and the same three parts", () => {
    const decisions = readdirSync(join(root, "docs/decisions")).filter((name) => name !== "README.md");
    decisions.sort();
    for (const [index, name] of decisions.entries()) {
      const number = String(index + 1).padStart(3, "0");
      assert.match(name, new RegExp(`^${number}-[a-z0-9-]+\\.md$`), `expected decision ${number}`);
      const page = text(join("docs/decisions", name));
      assert.match(page, new RegExp(`^# ${number} \\S`), `${name} does not begin with its number`);
      assert.deepEqual(
        [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
        ["Context", "Decision", "Consequences"],
        name,
      );
      assert.ok(page.split("\n").length <= 60, `${name} is longer than a page`);
    }
  });

  test("docs/dependencies.md gives each package of package.json its line, and no other", () => {
    const names = z.record(z.string(), z.string());
    const manifest = z
      .object({ dependencies: names, devDependencies: names, overrides: names })
      .parse(JSON.parse(text("package.json")));
    const listed = text("docs/dependencies.md")
      .split(/^## /m)
      .slice(1)
      .map((part) => [...part.matchAll(/^\| ([^\s|]+) \| (\S.*) \|$/gm)].map(([, name]) => name))
      .map((part) => part.filter((name) => name !== "package"));
    assert.deepEqual(
      listed,
      [manifest.dependencies, manifest.devDependencies, manifest.overrides].map((group) =>
        Object.keys(group),
      ),
    );
  });
});

describe("sizes", () => {
  const most = (path: string) => {
    if (path.startsWith("app/routes/")) return 150;
    if (path.startsWith("services/")) return 120;
    return 300;
  };

  test("no file is longer than it may be", () => {
    const length = (path: string) => text(path).replace(/\n$/, "").split("\n").length;
    assert.deepEqual(
      code
        .filter((path) => length(path) > most(path))
        .map((path) => `${path}: ${length(path)} > ${most(path)}`),
      [],
    );
    console.log(`house: ${code.length} files of code in ${folders.length} folders`);
  });
});

describe("names", () => {
  test("no folder is named after what it is not", () => {
    const dumping = /^(utils?|libs?|shared|common|types|helpers?|misc|core|v\d+)$/;
    assert.deepEqual(
      folders.filter((path) => dumping.test(basename(path))),
      [],
    );
  });

  test("files of code are in kebab case", () => {
    const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    assert.deepEqual(
      code.filter((path) => !kebab.test(basename(path).replace(/^_/, ""))),
      [],
    );
  });
});

describe("tests", () => {
  const tests = code.filter((path) => path.startsWith("tests/"));
  const waiting = new RegExp(["waitFor", "Timeout"].join(""));
  const leftOut =
    /\b(test|it|describe|suite|t)\.(only|skip|todo)\b|\{[^{}]*\b(only|skip|todo): *(true|["'`])/;

  test("none is left out, and none waits for time", () => {
    const guilty = (path: string) => waiting.test(text(path)) || leftOut.test(text(path));
    assert.deepEqual(
      tests.filter((path) => guilty(path) && !/^tests\/scripts\/(lint-rules|house)\.test\.ts$/.test(path)),
      [],
    );
  });

  test("each file that says test() is one that the runner finds", () => {
    const runs = tests.filter((path) => /^(import|export)\b.*["']node:test["']/m.test(text(path)));
    assert.deepEqual(
      runs.filter((path) => !path.endsWith(".test.ts") && !path.startsWith("tests/support/")),
      [],
    );
    assert.ok(runs.length > 3);
  });
});
