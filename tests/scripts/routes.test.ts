import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, test } from "node:test";
import { roles } from "#domain/actor";
import { routeTable } from "../../scripts/routes.mjs";
import { rows } from "../support/rows.ts";

const printed = (...words: string[]) => {
  const script = join(import.meta.dirname, "../../scripts/routes.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: "utf8" });
  assert.deepEqual([status, stderr], [0, ""]);
  return stdout.trimEnd().split("\n");
};
/** A row of the table that begins a page: its path and its file, whatever stands between. */
const pageIn = (line: string) => /^(\/\S*) .* app\/(\S+)$/.exec(line)?.slice(1);

describe("npm run routes", () => {
  test("prints every row of the map once, whatever folder its file is in", () => {
    const shown = printed()
      .map(pageIn)
      .filter((page) => page !== undefined);
    const inTheMap = rows.map(({ path, file }) => [path, file]);
    assert.deepEqual(shown.map(String).sort(), inTheMap.map(String).sort());
  });

  test("names whoever may come in, on as many lines as that takes", () => {
    const row = rows.find(({ name }) => name === "hub.contact");
    const lines = routeTable(rows, ["contact.tsx"]);
    const column = [lines[0]?.indexOf("Who"), lines[0]?.indexOf("File")];
    const words = lines.map((line) => line.slice(...column).trim()).join(" ");
    assert.ok(Array.isArray(row?.access));
    for (const role of row.access) assert.ok(words.includes(String(role).replaceAll("_", " ")), role);
    assert.ok(lines.every((line) => line.length < 130));
  });

  test("keeps the rows that hold every word that was asked for", () => {
    const found = printed("Partner", "strategy").map(pageIn);
    assert.deepEqual(
      found.filter((page) => page !== undefined),
      [["/strategy/:id", "routes/strategy/discussion.tsx"]],
    );
    assert.deepEqual(printed("nosuchpage"), ["No page has nosuchpage in its row"]);
  });

  test("says each way in, in words", () => {
    const base = { name: "n", path: "/p", file: "routes/hub/p.tsx" };
    for (const access of ["public", "demo", "key", "session", "signed-in", roles] as const)
      assert.ok(routeTable([{ ...base, access }]).some((line) => pageIn(line) !== undefined));
    assert.match(
      routeTable([{ ...base, access: "signed-in", stepUp: "post" }]).join(" "),
      /to change anything/,
    );
    assert.throws(() => routeTable([{ ...base, access: "nobody-knows" }]), /nobody-knows/);
  });
});
