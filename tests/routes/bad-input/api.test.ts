import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import { exampleBody } from "#domain/api/example";
import type { Problem } from "#domain/api/problems";
import { ask } from "../../support/http-client.ts";
import { addPartner, getAs, post, problemIn, received, type PartnerSystem } from "../../support/partner.ts";
import { startSite, type Site } from "../../support/site.ts";

let site: Site;
let school: PartnerSystem;

before(async () => {
  site = await startSite();
});
// Each test has a key of its own: the clock stands still, and so many requests are too many for one.
beforeEach(async () => {
  school = await addPartner(site.context);
});
after(async () => {
  assert.deepEqual(site.faults, []);
  await site.close();
});

const kindIn = (text: string) => (JSON.parse(text) as Problem).type;

describe("whatever a machine sends", () => {
  const suite = new URL("../../../../shared/data/bad-input/json-test-suite/test_parsing/", import.meta.url);
  const ours: Record<string, string | Buffer> = {
    empty: "",
    "only a space": " ",
    "half a character": Buffer.from('{"danger":"\xc3"}', "latin1"),
    "another encoding": Buffer.from(JSON.stringify(exampleBody), "utf16le"),
    "a byte order mark": `\ufeff${JSON.stringify({})}`,
    "two values": "{}{}",
    "a trailing comma": '{"danger":"no",}',
    "a comment": '{"danger":"no"/* */}',
    "a number without an end": "1".repeat(100_000),
    "deep arrays": "[".repeat(100_000),
    "deep arrays, closed": "[".repeat(20_000) + "]".repeat(20_000),
    "deep objects": '{"children":'.repeat(10_000) + "1" + "}".repeat(10_000),
    "a key that is everybody's parent": '{"__proto__":{"danger":"no"},"constructor":{"prototype":1}}',
    "a key twice": '{"danger":"no","danger":"yes"}',
    "many keys": `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(",")}}`,
    "many children": JSON.stringify({ ...exampleBody, children: Array(5_000).fill({ firstName: "A" }) }),
    NaN: '{"danger":NaN}',
    "a form": "danger=no",
  };

  test("as JSON is answered with a problem, or taken, and never with a fault", async () => {
    for (const [name, body] of Object.entries(ours)) {
      const { status, text } = await post(site, school.secret, body);
      assert.ok(status >= 400 && status < 500, `${name}: ${status} ${text.slice(0, 200)}`);
      assert.ok(text.length < 30_000, `${name} is answered with ${text.length} characters`);
    }
  });

  test("every file of the JSON test suite likewise", async (t) => {
    const other = await addPartner(site.context);
    const files = existsSync(suite) ? readdirSync(suite).filter((name) => name.endsWith(".json")) : [];
    // They belong to somebody else, and are only there where the project's shared data is.
    t.diagnostic(files.length === 0 ? "the suite is not here" : `${files.length} files`);
    for (const [at, file] of files.entries()) {
      const { status, text } = await post(
        site,
        (at % 2 === 0 ? school : other).secret,
        readFileSync(new URL(encodeURIComponent(file), suite)),
      );
      assert.ok(status >= 200 && status < 500, `${file}: ${status} ${text.slice(0, 200)}`);
      if (file.startsWith("y_")) assert.notEqual(kindIn(text), "/api/docs#not-readable", file);
      if (file.startsWith("n_")) assert.equal(kindIn(text), "/api/docs#not-readable", file);
    }
  });

  test("another kind, another method, too much, or to nowhere is told so", async () => {
    for (const kind of [
      "",
      "text/plain",
      "application/xml",
      "application/jsonx",
      "multipart/form-data; boundary=x",
    ])
      problemIn(
        await post(site, school.secret, exampleBody, { headers: { "content-type": kind } }),
        "not-json",
      );
    const charset = { headers: { "content-type": "application/json; charset=utf-8" } };
    received(await post(site, school.secret, exampleBody, charset));
    problemIn(await post(site, school.secret, "x".repeat(1024 * 1024 + 1)), "too-large");
    const get = await getAs(site, school.secret, "/api/contacts");
    problemIn(get, "no-such-method");
    assert.equal(get.headers.allow, "POST");
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
      problemIn(await post(site, school.secret, exampleBody, { method }), "no-such-method");
    for (const path of ["/api", "/api/", "/api/no/such", "/api/contacts/7KQ4M2XD/more"])
      problemIn(await getAs(site, school.secret, path), "not-found");
    problemIn(await ask(site, "/api/contacts", { headers: { host: "evil.example" } }), "wrong-host");
  });
});
