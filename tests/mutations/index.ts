import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfNeeded } from "../../scripts/build.mjs";
import { startPostgres } from "../../scripts/embedded-postgres.mjs";
import { mutations } from "./all.ts";
import type { Mutation } from "./mutation.ts";
import { runTests, type Ended } from "./run-tests.ts";
import { copyTree, type Tree } from "./tree.ts";

/*
 * npm run mutations: takes one guard after the other away, in a copy, and says whether the test that should notice does.
 *   npm run mutations -- chain canary    those of guards, files or tests that are called so
 * It takes about a quarter of a minute for each. A survivor is a test to make stronger, never a line to take off the list.
 */

const wanted = process.argv.slice(2);
const chosen = mutations.filter(
  ({ guard, file, test, what }) =>
    wanted.length === 0 ||
    wanted.some((word) => [guard, file, test, what].some((text) => text.includes(word))),
);
const say = (text: string) => console.log(text);

/** What Vite puts into the pages has to be built again; the rest is read as it lies. */
const needsBuild = ({ file, test }: Mutation) =>
  file.startsWith("app/") && !file.startsWith("app/http/") && /^tests\/(?:routes|e2e)\//.test(test);

async function main(tree: Tree, databaseUrl: string): Promise<boolean> {
  const run = (file: string, enough?: (ended: Ended) => boolean) =>
    runTests({ tree: tree.path, file, databaseUrl }, enough);

  const untrue = new Set<string>();
  for (const file of new Set(chosen.map(({ test }) => test))) {
    const names = new Set(chosen.filter(({ test }) => test === file).map(({ fails }) => fails));
    const left = new Set(names);
    const { ended, said } = await run(file, ({ name }) => left.delete(name) && left.size === 0);
    const good = [...names].filter((name) => ended.some((one) => one.name === name && one.passed));
    const bad = ended.filter(({ passed, isSuite }) => !passed && !isSuite).map(({ name }) => name);
    say(
      `${bad.length === 0 ? "green" : "RED"}  ${file}, as it is: ${ended.filter((one) => !one.isSuite).length} tests`,
    );
    if (bad.length > 0) say(`  failed before anything was changed: ${bad.join("; ")}\n${said}`);
    for (const name of names) if (!good.includes(name)) untrue.add(`${file} ${name}`);
  }

  let killed = 0;
  const survivors: string[] = [];
  for (const mutation of chosen) {
    const { guard, what, file, test, fails } = mutation;
    const told = `${guard}: ${what} (${file})`;
    if (untrue.has(`${test} ${fails}`)) {
      survivors.push(`${told}: no test “${fails}” passes in ${test}, so it can show nothing`);
      say(`SURVIVED  ${told}: nothing can show it`);
      continue;
    }
    const began = performance.now();
    const undo = tree.change(mutation);
    const isIt = (ended: Ended) => ended.name === fails && !ended.passed;
    const built = needsBuild(mutation) ? buildIn(tree) : "";
    const { ended, said } = built === "" ? await run(test, isIt) : { ended: [], said: built };
    undo();
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    if (ended.some((one) => isIt(one) && one.failureType !== "hookFailed")) {
      killed += 1;
      say(`killed    ${told}, ${seconds} s`);
      continue;
    }
    const others = ended.filter(({ passed, isSuite }) => !passed && !isSuite).map(({ name }) => name);
    const instead =
      others.length > 0 ? `others failed: ${others.join("; ")}` : `nothing failed ${said.slice(-500)}`;
    survivors.push(`${told}: “${fails}” of ${test} does not notice; ${instead}`);
    say(`SURVIVED  ${told}, ${seconds} s`);
  }
  say(`\n${killed} of ${chosen.length} killed`);
  for (const survivor of survivors) say(`  survived: ${survivor}`);
  return survivors.length === 0 && chosen.length > 0;
}

/** @returns what the build said when it failed: then nothing was shown */
function buildIn({ path }: Tree): string {
  const { status, stderr } = spawnSync(process.execPath, [join(path, "scripts/build.mjs")], {
    cwd: path,
    encoding: "utf8",
  });
  return status === 0 ? "" : `the build failed: ${stderr}`;
}

await buildIfNeeded(say);
const tree = copyTree();
const dataDir = mkdtempSync(join(tmpdir(), "front-door-mutations-"));
chmodSync(dataDir, 0o711);
const server = await startPostgres({
  ...{ dataDir, port: 54_600, programs: undefined, durable: false, settings: { max_connections: 400 } },
});
const cleanUp = async () => {
  await server.stop();
  for (const folder of new Set([server.home, dataDir])) rmSync(folder, { recursive: true, force: true });
  tree.remove();
};
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
try {
  process.exitCode = (await main(tree, server.ownerUrl)) ? 0 : 1;
} finally {
  await cleanUp();
}
