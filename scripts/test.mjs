// @ts-check
// npm test: gets what it needs on a bare machine, runs every layer, and ends with one line of counts.
// npm test -- services workers   runs those layers only;  npm test -- tests/services/x.test.ts   those files only.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { emitTests, inJavaScript, inTypeScript } from "./emit-tests.mjs";
import { checkNode, installIfNeeded, root } from "./install.mjs";
import { forgottenFiles, layers, sideBySide, testFiles } from "./test-layers.mjs";

const tests = join(root, "tests");
const began = Date.now();
/** @param {string} line */
const say = (line) => console.log(line);

/** @type {(() => unknown)[]} */
const cleanUps = [];
const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];

async function main() {
  checkNode();
  const wanted = process.argv.slice(2);
  await timed("packages", () => installIfNeeded(say));
  const forgotten = forgottenFiles(tests);
  if (forgotten.length > 0)
    throw new Error(`No layer runs these files (scripts/test-layers.mjs): ${forgotten.join(", ")}`);
  const { getTestNeeds } = await import("./test-needs.mjs");
  await timed("browser and Redis", () => getTestNeeds(say));
  const { buildIfNeeded } = await import("./build.mjs");
  await timed("build", () => buildIfNeeded(say));
  await timed("tests in JavaScript", () => emitTests());

  const { startPostgres } = await import("./embedded-postgres.mjs");
  const { debianPrograms } = await import("./postgres-programs.mjs");
  const own = await timed("database", () => testServer(startPostgres, undefined));
  const chosen = layers.filter(({ name, folders }) => {
    const names = [name, ...folders];
    return wanted.length === 0 || wanted.some((word) => names.includes(word) || word.includes(".test."));
  });
  const filesOf = (/** @type {import("./test-layers.mjs").Layer} */ { folders, olderPostgres }) =>
    testFiles(tests, folders).filter((file) => isWanted(file, wanted) && olderPostgres?.test(file) !== false);
  const [older] = debianPrograms();
  for (const group of sideBySide(chosen)) {
    const told = group.length > 1 ? "at its end" : "as it comes";
    const run = async (/** @type {import("./test-layers.mjs").Layer} */ layer) => {
      const files = filesOf(layer);
      if (layer.olderPostgres === undefined) return runLayer(layer, files, own, told);
      if (older === undefined || files.length === 0) return;
      const name = `${layer.name} (${older.split("/").at(-2)})`;
      await runLayer({ ...layer, name }, files, await testServer(startPostgres, older), told);
    };
    await Promise.all(group.map(run));
  }
}

/** @param {string} file @param {string[]} wanted */
function isWanted(file, wanted) {
  const named = wanted.filter((word) => word.includes(".test."));
  return named.length === 0 || named.some((word) => resolve(word) === file);
}

/**
 * A server for the databases of this run. Its commits need not outlive a crash; tests of crashes start their own.
 * @param {typeof import("./embedded-postgres.mjs").startPostgres} startPostgres @param {string | undefined} programs
 */
async function testServer(startPostgres, programs) {
  const dataDir = mkdtempSync(join(tmpdir(), "front-door-test-"));
  chmodSync(dataDir, 0o711);
  const server = await startPostgres({
    dataDir,
    port: 54_500,
    programs,
    durable: false,
    settings: { max_connections: 400 },
  });
  cleanUps.push(async () => {
    await server.stop();
    for (const folder of new Set([server.home, dataDir])) rmSync(folder, { recursive: true, force: true });
  });
  return server.ownerUrl;
}

/**
 * @param {import("./test-layers.mjs").Layer} layer @param {string[]} files @param {string} ownerUrl
 * @param {"as it comes" | "at its end"} told of two layers at once, each is told in one piece
 */
async function runLayer(layer, files, ownerUrl, told) {
  const { name } = layer;
  if (files.length === 0) return;
  const start = Date.now();
  const heading = `\n── ${name} (${files.length} files)`;
  if (told === "as it comes") say(heading);
  const countsFile = join(tmpdir(), `front-door-counts-${process.pid}-${name.replace(/\W+/g, "-")}`);
  const toldFile = `${countsFile}-told`;
  const output = told === "at its end" ? openSync(toldFile, "w") : "inherit";
  rmSync(countsFile, { force: true });
  const args = [
    ...[
      "--enable-source-maps",
      "--test",
      `--test-timeout=${(layer.fileMinutes ?? 5) * 60_000}`,
      `--test-concurrency=${layer.atOnce ?? 2}`,
    ],
    ...[
      `--test-reporter=${join(root, "scripts", "test-reporter.mjs")}`,
      "--test-reporter-destination=stdout",
    ],
    ...files.map(inJavaScript),
  ];
  const env = {
    ...process.env,
    ...layer.env,
    TEST_DATABASE_OWNER_URL: ownerUrl,
    TEST_COUNTS_FILE: countsFile,
  };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ["ignore", output, output],
    detached: true,
  });
  let late = false;
  let stuck = "";
  // The whole group: a test file that hangs may have started a server.
  const end = () => child.pid !== undefined && process.kill(-child.pid, "SIGKILL");
  const timer = setTimeout(() => {
    late = true;
    stuck = runningFiles(child.pid ?? 0);
    end();
  }, layer.minutes * 60_000);
  cleanUps.push(() => child.exitCode === null && child.signalCode === null && end());
  const [code] = await once(child, "exit");
  clearTimeout(timer);
  if (typeof output === "number") {
    closeSync(output);
    say(`${heading}\n${readFileSync(toldFile, "utf8")}`.trimEnd());
    rmSync(toldFile);
  }
  const counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, "utf8"))
    : { passed: 0, failed: 0, skipped: 0 };
  rmSync(countsFile, { force: true });
  if (late || (code !== 0 && counts.failed === 0)) counts.failed += 1;
  if (late)
    say(
      `✖ ${name} took longer than ${layer.minutes} minutes and was ended during ${stuck || "its last file"}`,
    );
  for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) totals[key] += counts[key];
  note(
    name,
    start,
    `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ""}`,
  );
}

/** @param {number} group @returns {string} the test files that its processes are in */
function runningFiles(group) {
  const { stdout } = spawnSync("ps", ["-eo", "pgid=,args="], { encoding: "utf8" });
  const lines = (stdout ?? "").split("\n").filter((line) => Number.parseInt(line, 10) === group);
  const files = lines.map((line) => /\S+\.test\.js$/.exec(line)?.[0]).filter((file) => file !== undefined);
  return files.map((file) => relative(root, inTypeScript(file))).join(", ");
}

/** @template T @param {string} name @param {() => T | Promise<T>} work @returns {Promise<T>} */
async function timed(name, work) {
  const start = Date.now();
  const result = await work();
  if (Date.now() - start > 1_000) note(name, start, "");
  return result;
}

/** @param {string} name @param {number} start @param {string} result */
function note(name, start, result) {
  const line = `${((Date.now() - start) / 60_000).toFixed(1).padStart(5)} min  ${name}${result ? `: ${result}` : ""}`;
  summary.push(line);
  if (result) say(line.trim());
}

async function cleanUp() {
  for (const work of cleanUps.splice(0).reverse()) await work();
}

for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.once(name, () => void cleanUp().finally(() => process.exit(130)));
}
try {
  await main();
} catch (error) {
  totals.failed += 1;
  console.error(`\n✖ ${error instanceof Error ? error.message : String(error)}`);
} finally {
  await cleanUp().catch((error) => console.error(error));
}
if (totals.passed === 0 && totals.failed === 0) {
  totals.failed = 1;
  say("No test was run.");
}
say(`\n${summary.join("\n")}\n${((Date.now() - began) / 60_000).toFixed(1).padStart(5)} min  in all\n`);
say(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
