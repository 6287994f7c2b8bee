// @ts-check
// What `npm test` shows of one layer: every failure in full, what tests say that they measured, and the counts for the closing line.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { inspect } from "node:util";
import { inTypeScript } from "./emit-tests.mjs";

/**
 * A file that cannot even be loaded is reported by node as one failed test, so it counts.
 * @param {AsyncIterable<{ type: string, data: any }>} source
 */
export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const file = process.env.TEST_COUNTS_FILE;
  /** @type {string[]} */
  const above = [];
  /** @type {Map<string, number>} how long each file's tests took, in ms */
  const took = new Map();
  for await (const { type, data } of source) {
    if (type === "test:start") above[data.nesting] = data.name;
    // What a test measured and which seed it took; node's own counts have no file.
    if (type === "test:diagnostic" && data.file !== undefined) yield `  ${data.message}\n`;
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.nesting === 0)
      took.set(data.file, (took.get(data.file) ?? 0) + (data.details?.duration_ms ?? 0));
    const isTest = data.details?.type !== "suite";
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += isTest ? 1 : 0;
    else if (type === "test:pass") counts.passed += isTest ? 1 : 0;
    // A suite fails when something in it does, which is counted already; or in its own hooks, which is not.
    else if (isTest || data.details?.error?.failureType === "hookFailed") {
      counts.failed += 1;
      yield failure(data, [...above.slice(0, data.nesting), data.name].join(" › "));
    }
    // After every test, so that a layer that is ended for taking too long has its counts too.
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
  yield slowest(took);
}

/** Where the time of a layer went, for whoever has to shorten it. @param {Map<string, number>} took */
function slowest(took) {
  const long = [...took].filter(([, ms]) => ms > 10_000).sort(([, a], [, b]) => b - a);
  const lines = long.map(
    ([file, ms]) => `  ${(ms / 1_000).toFixed(0)} s in ${relative(process.cwd(), inTypeScript(file))}`,
  );
  return lines.length === 0 ? "" : `${lines.slice(0, 6).join("\n")}\n`;
}

/** @param {any} data @param {string} name */
function failure(data, name) {
  const error = data.details?.error?.cause ?? data.details?.error;
  // The line is in what the error says: that of the JavaScript would lead nowhere.
  const where = data.file ? relative(process.cwd(), inTypeScript(data.file)) : "";
  const text = typeof error === "string" ? error : (error?.stack ?? error?.message ?? inspect(error));
  const ours = String(text)
    .split("\n")
    .filter((line) => !/^\s+at .*\(?node:/.test(line));
  return `\n✖ ${name}\n  ${where}\n${ours.map((line) => `    ${line}`).join("\n")}\n`;
}
