import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { auditKinds } from "#domain/audit";
import { roles } from "#domain/actor";
import { routes } from "../../../app/routes.js";

const app = fileURLToPath(new URL("../../../app", import.meta.url));

/** What an address is to the server: params look alike. */
const shape = (path: string) => path.replace(/:[A-Za-z]+/g, ":");

const twice = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe("the map", () => {
  test("every row has its file, and every file its row", () => {
    const files = readdirSync(join(app, "routes"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `routes/${file}`);
    assert.deepEqual(
      routes.filter(({ file }) => !existsSync(join(app, file))),
      [],
      "rows without a file",
    );
    const named = new Set<string>(routes.map(({ file }) => file));
    assert.deepEqual(
      files.filter((file) => !named.has(file)),
      [],
      "files without a row",
    );
  });

  test("names, paths and files are there once", () => {
    assert.deepEqual(twice(routes.map(({ name }) => name)), []);
    assert.deepEqual(twice(routes.map(({ path }) => shape(path))), []);
    assert.deepEqual(twice(routes.map(({ file }) => file)), []);
  });

  test("a row says who may come in, in roles that there are", () => {
    for (const { name, access } of routes as readonly { name: string; access: unknown }[]) {
      if (["public", "demo", "key", "session", "signed-in"].includes(access as string)) continue;
      assert.ok(Array.isArray(access) && access.length > 0, `${name} lets nobody in`);
      assert.deepEqual(
        (access as string[]).filter((role) => !(roles as readonly string[]).includes(role)),
        [],
        name,
      );
      assert.deepEqual(twice(access as string[]), [], name);
    }
  });

  test("a row that is audited names an event that there is", () => {
    const named = routes.flatMap((row) => ("audit" in row ? [row.audit] : []));
    assert.deepEqual(
      named.filter((kind) => !(auditKinds as readonly string[]).includes(kind)),
      [],
    );
    assert.ok(named.length > 0);
  });

  test("whoever may open a record is never nobody in particular", () => {
    const open = (routes as readonly { name: string; path: string; access: unknown }[]).filter(
      ({ path, access }) =>
        /^\/(?:hub|partner|advice|social-work|strategy|insight|admin)(?:\/|$)/.test(path) &&
        !Array.isArray(access),
    );
    assert.deepEqual(open, []);
  });
});
