import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { checks, validate } from "../../scripts/validate.mjs";
import { temporaryFolder } from "../support/servers.ts";

/** A house in which every check lays out one file, and the file of the second is not laid out. */
const house = temporaryFolder("validate");
after(() => rmSync(house, { recursive: true }));
for (const name of checks)
  writeFileSync(join(house, `${name}.json`), name === checks[1] ? '{"a":   1}' : "{}\n");
const scripts = Object.fromEntries(checks.map((name) => [name, `prettier --check ${name}.json`]));
writeFileSync(join(house, "package.json"), JSON.stringify({ scripts }));

describe("npm run validate", () => {
  test("runs every check, also after one that fails, and says what it said", async () => {
    const lines: string[] = [];
    // The checks write in colour wherever FORCE_COLOR is set, as some build servers do.
    const counts = await validate((line) => void lines.push(stripVTControlCharacters(line)), house);
    assert.deepEqual(counts, { passed: checks.length - 1, failed: 1 });
    assert.equal(lines.length, checks.length);
    const [failed, ...others] = lines.filter((line) => line.startsWith("✖"));
    assert.deepEqual(others, []);
    assert.ok(failed?.includes(`✖ ${checks[1]}`) && failed.includes(`[warn] ${checks[1]}.json`), failed);
  });
});
