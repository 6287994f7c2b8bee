import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { parseForm, readForm, typedIn } from "#app/http/form";
import { ownPath } from "#app/http/own-path";

const posted = (body: string, type = "application/x-www-form-urlencoded") =>
  new Request("http://localhost/", { method: "POST", body, headers: { "Content-Type": type } });
const refusedWith = (status: number) => (error: unknown) =>
  error instanceof Response && error.status === status;

describe("reading a form", () => {
  test("another kind of body, or too many fields, is refused at once", async () => {
    await assert.rejects(readForm(posted("{}", "application/json")), refusedWith(415));
    await assert.rejects(readForm(posted("--x", "multipart/form-data; boundary=x")), refusedWith(415));
    const start = performance.now();
    await assert.rejects(readForm(posted("a=&".repeat(85_000))), refusedWith(413));
    assert.ok(performance.now() - start < 1_000);
  });

  test("bytes that are no text become text", async () => {
    const body = await readForm(posted("name=%FF%FE%00&other=%E0%A4%A&__proto__=x&name=last"));
    assert.deepEqual(typedIn(body, { fields: ["name"] }), { name: "last" });
  });

  test("only the form's own fields are looked at, whatever they are called", () => {
    const body = new URLSearchParams([
      ["__proto__", "x"],
      ["constructor", "x"],
      ["a[b][c]", "x"],
      ["name", "Sam"],
      ["ticks", "one"],
      ["ticks", "two"],
    ]);
    const typed = typedIn(body, { fields: ["name", "missing"], many: ["ticks"] });
    assert.deepEqual(typed, { name: "Sam", ticks: ["one", "two"] });
    assert.equal(Object.getPrototypeOf(typed), Object.prototype);
  });

  test("what is wrong is said in the order of the page, once for the top and once for the field", () => {
    const schema = z.object({ b: z.string("b is missing"), a: z.coerce.number("a is no number") });
    const form = parseForm(new URLSearchParams({ a: "x\u0000" }), { schema, fields: ["a", "b"] });
    assert.ok(!form.ok);
    assert.deepEqual(form.problems, {
      summary: [
        { href: "#a", text: "a is no number" },
        { href: "#b", text: "b is missing" },
      ],
      fields: { a: "a is no number", b: "b is missing" },
    });
    assert.deepEqual(form.typed, { a: "x\uFFFD" }, "the place of what cannot be kept is marked");
  });

  test("a good form is its value", () => {
    const schema = z.object({ count: z.number(), ticks: z.array(z.string()) });
    const form = parseForm(new URLSearchParams({ count: "3", ticks: "x" }), {
      schema,
      fields: ["count"],
      many: ["ticks"],
    });
    assert.ok(form.ok);
    assert.deepEqual(form.value, { count: 3, ticks: ["x"] });
  });
});

describe("where to go after signing in", () => {
  for (const hostile of [
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "https:evil.example",
    "https://evil.example",
    "/%0d%0aSet-Cookie:x=1",
    "/%09/evil.example",
    "/ /evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    "/%2e%2e//evil.example",
    "/%5cevil.example",
    "//evil.example/%2f..",
    "///evil.example",
    "/https://evil.example",
    "data:text/html,x",
    "\\\\evil.example",
    "/hub\nx",
    "",
    "hub",
    null,
  ]) {
    test(`${JSON.stringify(hostile)} leads nowhere`, () => assert.equal(ownPath(hostile), null));
  }
  for (const own of ["/hub", "/hub/contacts/7KQ4M2XD?x=1&y=%20z", "/"]) {
    test(`${own} leads there`, () => assert.equal(ownPath(own), own));
  }
});
