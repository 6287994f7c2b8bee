import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { forgottenFiles, layers, sideBySide, testFiles } from "../../scripts/test-layers.mjs";
import { temporaryFolder } from "../support/servers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = temporaryFolder("runner");
after(() => rmSync(folder, { recursive: true }));

describe("the layers", () => {
  test("run every test file of this repository", () => {
    assert.deepEqual(forgottenFiles(join(root, "tests")), []);
  });
  test("a file that none of them runs is found", () => {
    mkdirSync(join(folder, "tests", "domain", "deep"), { recursive: true });
    mkdirSync(join(folder, "tests", "elsewhere"));
    writeFileSync(join(folder, "tests", "domain", "deep", "a.test.ts"), "");
    writeFileSync(join(folder, "tests", "elsewhere", "b.test.ts"), "");
    assert.deepEqual(forgottenFiles(join(folder, "tests")), ["elsewhere/b.test.ts"]);
    assert.deepEqual(testFiles(join(folder, "tests"), ["domain", "none"]), [
      join(folder, "tests", "domain", "deep", "a.test.ts"),
    ]);
  });
  test("run the workers on both queues", () => {
    const queues = layers
      .filter(({ folders }) => folders.includes("workers"))
      .map(({ env }) => env?.["QUEUE_BACKEND"]);
    assert.deepEqual(queues, ["postgres", "redis"]);
  });
  test("each run once, side by side only with the layer that they name", () => {
    const names = sideBySide(layers).map((group) => group.map(({ name }) => name));
    assert.deepEqual(
      names.flat(),
      layers.map(({ name }) => name),
    );
    assert.deepEqual(
      names.filter((group) => group.length > 1),
      [["workers, PostgreSQL queue", "workers, Redis queue", "services, older PostgreSQL"]],
    );
    const alone = layers.filter(({ name }) => name === "workers, Redis queue");
    assert.deepEqual(sideBySide(alone), [alone], "also when the other is not asked for");
  });
});

describe("the counts", () => {
  const file = join(folder, "mixed.test.mjs");
  const broken = join(folder, "broken.test.mjs");
  writeFileSync(
    file,
    `import { before, describe, test } from "node:test";
    import assert from "node:assert/strict";
    test("good", () => {});
    describe("a suite", () => {
      test("good inside", () => {});
      test("bad inside", () => assert.equal(1, 2));
      test("left out", { skip: 1 === 1 }, () => {});
    });
    describe("a suite whose preparation fails", () => {
      before(() => { throw new Error("no preparation"); });
      test("never reached", () => {});
    });`,
  );
  writeFileSync(broken, "import 'there-is-no-such-package';");

  test("hold every test once, a file that cannot be loaded, and nothing else", () => {
    const counts = join(folder, "counts.json");
    const reporter = join(root, "scripts", "test-reporter.mjs");
    const env = { ...process.env, TEST_COUNTS_FILE: counts, NODE_TEST_CONTEXT: undefined };
    const args = [
      "--test",
      `--test-reporter=${reporter}`,
      "--test-reporter-destination=stdout",
      file,
      broken,
    ];
    const result = spawnSync(process.execPath, args, { env, encoding: "utf8" });
    assert.equal(result.status, 1);
    const { passed, failed, skipped } = JSON.parse(readFileSync(counts, "utf8")) as Record<string, number>;
    assert.deepEqual([passed, skipped], [2, 1]);
    // Bad inside, the file that cannot be loaded, and the test that its suite's preparation stopped.
    assert.ok(failed !== undefined && failed >= 3, String(failed));
    for (const words of ["a suite › bad inside", "there-is-no-such-package", "no preparation"]) {
      assert.ok(result.stdout.includes(words), `${words} is not in:\n${result.stdout}`);
    }
  });
});
