import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { pino } from "pino";
import { defaultSettings } from "#domain/settings";
import { patience } from "#app/http/web-server";
import { startSession } from "#services/accounts/start-session";
import { sendContact } from "../support/contacts.ts";
import { ask, type Answer, type Asking } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff } from "../support/staff.ts";

const origin = "https://front-door.example.gov.uk";
const host = "front-door.example.gov.uk";
const short = { headersMs: 400, requestMs: 900, idleMs: 1_500, lookEveryMs: 100, fileMs: 15_000 };

/** A real service behind https, with one contact and a manager who is signed in. */
let site: Site;
let cookie: string;
let notes: string;
before(async () => {
  site = await startSite({ demo: false, origin, waits: short });
  const { reference } = await sendContact(site.context);
  const manager = await addStaff(site.context, ["manager"]);
  cookie = `__Host-session=${(await startSession(site.context, manager.id)).secret}`;
  notes = `/hub/contacts/${reference}/notes`;
});
after(() => site.close());

const here = (path: string, asking: Asking = {}): Promise<Answer> =>
  ask(site, path, { origin, ...asking, headers: { host, ...asking.headers } });
const signedIn = (path: string, asking: Asking = {}) => here(path, { cookie, ...asking });

/** Says nothing of the inside, and how to reach a person. */
function isHelpful({ text, headers }: Answer | { text: string; headers: Record<string, unknown> }) {
  assert.ok(text.includes(defaultSettings.phones.day) && text.includes("999"), text.slice(0, 500));
  assert.ok(!/\bat \/|node_modules|postgres|select |Error:/i.test(text), text.slice(0, 500));
  assert.match(String(headers["cache-control"]), /no-store/);
  assert.ok(headers["content-security-policy"]);
}

describe("a form that another site makes a browser send", () => {
  const post = { form: { kind: "note", text: "Forged by another site" } };
  const cases: [string, Asking][] = [
    ["from another site", { origin: "https://evil.example" }],
    ["that does not say where it comes from", { origin: null }],
    ["from our own name without https", { origin: `http://${host}` }],
    ["from our own name on another port", { origin: `${origin}:8443` }],
    [
      "that claims another host",
      { origin: "https://evil.example", headers: { "x-forwarded-host": "evil.example" } },
    ],
    ["from a page that hides where it is", { origin: "null", headers: { "sec-fetch-site": "cross-site" } }],
    ["by another method", { origin: null, method: "PUT" }],
  ];
  for (const [what, asking] of cases) {
    test(`${what} changes nothing, on a page or off one`, async () => {
      for (const path of [notes, `${notes}.data`, "/hub/next", "/account/lock", "/account/sign-out"]) {
        const answer = await signedIn(path, { ...post, ...asking });
        assert.equal(answer.status, asking.method ? 405 : 403, path);
        assert.equal(answer.headers["set-cookie"], undefined);
        isHelpful(answer);
      }
      const owner = ownerOf(site);
      const [kept] = await owner`select count(*)::int as n from note`.finally(() => owner.end());
      assert.equal(kept?.["n"], 0);
      assert.equal((await signedIn("/hub")).status, 200, "and nobody was signed out");
    });
  }

  test("is told of in the log, by its kind and by no word of it", async () => {
    const { log } = site.context;
    const lines: string[] = [];
    site.context.log = pino({ base: null }, { write: (line) => void lines.push(line) });
    await setTimeout(1_000);
    await signedIn(notes, { ...post, origin: "https://evil.example" });
    site.context.log = log;
    const told = JSON.parse(lines.join("")) as Record<string, unknown>;
    assert.deepEqual(Object.keys(told).sort(), ["level", "msg", "refused", "time", "times"]);
    assert.equal(told["refused"], "other-site");
  });

  test("our own passes, also from a browser that hides where it is", async () => {
    for (const asking of [
      {},
      { origin: "null", headers: { "sec-fetch-site": "same-origin" } },
      { origin: null, headers: { "sec-fetch-site": "same-origin" } },
    ]) {
      assert.equal((await signedIn(notes, { ...post, ...asking })).status, 303, JSON.stringify(asking));
    }
  });
});

describe("every answer", () => {
  test("has the headers of the wall and is kept by nobody", async () => {
    const nonces = new Set<string>();
    const page = await here("/");
    const [, style = ""] = /href="(\/assets\/[^"]+\.css)"/.exec(page.text) ?? [];
    for (const [path, asking, status] of [
      ["/", {}, 200],
      ["/_root.data", {}, 200],
      [notes, { cookie }, 200],
      [`${notes}.data`, { cookie }, 200],
      [notes, {}, 303],
      ["/account/sign-out", { form: {}, cookie: "x=y" }, 401],
      ["/no/such/page", {}, 404],
      ["/hub/duty", { method: "PUT" }, 405],
      ["/", { headers: { host: "evil.example" } }, 421],
      ["/health/live", {}, 200],
      ["/assets/none.js", {}, 404],
      [style, {}, 200],
    ] as [string, Asking, number][]) {
      const { headers, ...answer } = await here(path, asking);
      assert.equal(answer.status, status, path);
      const policy = String(headers["content-security-policy"]);
      const [, nonce = ""] = /script-src 'nonce-([^']{24})';/.exec(policy) ?? [];
      assert.notEqual(nonce, "", policy);
      nonces.add(nonce);
      for (const script of answer.text.match(/<script\b[^>]*>/g) ?? [])
        assert.ok(script.includes(`"${nonce}"`));
      for (const part of [
        "default-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        assert.ok(policy.includes(part), part);
      assert.ok(!policy.includes("unsafe"));
      assert.equal(headers["strict-transport-security"], "max-age=63072000; includeSubDomains");
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["referrer-policy"], "same-origin");
      assert.equal(headers["cross-origin-opener-policy"], "same-origin");
      assert.equal(headers["cross-origin-resource-policy"], "same-origin");
      for (const absent of ["access-control-allow-origin", "server", "x-powered-by"])
        assert.equal(headers[absent], undefined, absent);
      if (path !== style) assert.match(String(headers["cache-control"]), /no-store/, path);
    }
    assert.equal(nonces.size, 12, "a nonce is used once");
  });

  test("says what it is and how it is written", async () => {
    const page = await here("/");
    const asset = (end: string) =>
      new RegExp(`"(/assets/[^"]+\\.${end})"`).exec(page.text)?.[1] ?? assert.fail(end);
    for (const [path, type] of [
      ["/", "text/html"],
      ["/no/such/page", "text/html"],
      ["/assets/none.js", "text/html"],
      ["/health/live", "text/plain"],
      [asset("css"), "text/css"],
      [asset("js"), "text/javascript"],
      [asset("svg"), "image/svg+xml"],
    ] as const)
      assert.equal((await here(path)).headers["content-type"], `${type}; charset=utf-8`, path);
  });

  test("of an error says nothing of the inside, as page and as data, and how to reach us", async () => {
    const owner = ownerOf(site);
    await owner`alter table note rename to note_away`;
    try {
      const page = await signedIn(notes);
      assert.equal(page.status, 500);
      isHelpful(page);
      const data = await signedIn(`${notes}.data`);
      assert.equal(data.status, 500);
      assert.ok(!/note_away|relation|does not exist|select/i.test(data.text), data.text);
    } finally {
      await owner`alter table note_away rename to note`.finally(() => owner.end());
    }
    assert.ok(site.faults.length > 0 && !/relation|does not exist/.test(site.faults.join()));
    site.faults.splice(0);
  });
});

/** Bytes as they are, and everything that comes back until the connection ends. */
async function raw(bytes: string, more?: (socket: Socket) => void): Promise<{ text: string; ms: number }> {
  const socket = connect(Number(new URL(site.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const start = performance.now();
  let text = "";
  socket.on("data", (chunk) => (text += chunk.toString("utf8")));
  socket.write(bytes);
  more?.(socket);
  await new Promise((resolve) => socket.once("close", resolve));
  return { text, ms: performance.now() - start };
}
const head = (line: string, headers: Record<string, string> = {}) =>
  [
    line,
    `Host: ${host}`,
    `Origin: ${origin}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "\r\n",
  ].join("\r\n");

const big = Buffer.alloc(256 * 1024, "a=&");
/** Writes megabytes for as long as the other side takes them. */
const pour = (megabytes: number, chunked: boolean) => (socket: Socket) => {
  let left = megabytes * 4;
  const write = () => {
    while (left > 0 && !socket.destroyed) {
      left -= 1;
      const part = chunked
        ? Buffer.concat([Buffer.from(`${big.length.toString(16)}\r\n`), big, Buffer.from("\r\n")])
        : big;
      if (!socket.write(part)) return void socket.once("drain", write);
    }
  };
  write();
};

describe("what is too much", () => {
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  test("a body of 11 MB is refused unread, whether its length is told or not", async () => {
    const told = await raw(
      head("POST /report/professional HTTP/1.1", { ...form, "Content-Length": `${11 << 20}` }),
    );
    assert.match(told.text, /^HTTP\/1\.1 413 /, "before a byte of it came");
    let sent = 0;
    const untold = await raw(
      head("POST /report/professional HTTP/1.1", { ...form, "Transfer-Encoding": "chunked" }),
      (socket) => {
        pour(64, true)(socket);
        socket.once("close", () => (sent = socket.bytesWritten));
      },
    );
    assert.match(untold.text, /^HTTP\/1\.1 413 |^$/);
    assert.ok(sent < 32 << 20, `${sent} bytes were taken`);
    assert.equal((await here("/")).status, 200);
  });

  test("a length that lies, or two lengths, changes nobody else's request", async () => {
    for (const headers of [
      { ...form, "Content-Length": "5", "Transfer-Encoding": "chunked" },
      { ...form, "Content-Length": "-1" },
      { ...form, "Content-Length": "abc" },
    ]) {
      const { text } = await raw(
        `${head("POST / HTTP/1.1", headers)}0\r\n\r\nGET /hub HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      );
      assert.match(text, /^HTTP\/1\.1 400 /, JSON.stringify(headers));
      assert.equal(text.match(/HTTP\/1\.1/g)?.length, 1, "nothing that was smuggled in is answered");
      assert.ok(text.includes(defaultSettings.phones.day), text);
    }
  });

  test("a hundred thousand fields, headers of 17 KB, an address of 8 KB: a plain page each, at once", async () => {
    const start = performance.now();
    const fields = await here("/", { form: new URLSearchParams("a=&".repeat(80_000)) });
    assert.equal(fields.status, 413);
    const long = await here(`/${"a".repeat(8_192)}`);
    assert.equal(long.status, 400);
    isHelpful(long);
    const headers = await raw(head("GET / HTTP/1.1", { "X-Long": "x".repeat(17_000) }));
    assert.match(headers.text, /^HTTP\/1\.1 431 /);
    assert.ok(headers.text.includes(defaultSettings.phones.day));
    assert.match(headers.text, /content-security-policy: default-src 'none'/i);
    assert.ok(performance.now() - start < 3_000);
    for (const length of [2_000, 7_000, 7_167]) {
      assert.equal((await here(`/${"a/".repeat(length / 2)}`)).status, 404, String(length));
    }
  });
});

describe("a client that is slow", () => {
  test("loses its connection, and nobody else waits", async () => {
    assert.ok(patience.headersMs <= 10_000 && patience.requestMs <= 30_000 && patience.idleMs <= 60_000);
    const drip = (text: string) => (socket: Socket) => {
      let at = 0;
      const timer = setInterval(
        () => (socket.writable ? socket.write(text[at++ % text.length] ?? "") : clearInterval(timer)),
        50,
      );
      socket.once("close", () => clearInterval(timer));
    };
    const slow = [
      ...Array.from({ length: 40 }, () => raw("GET / HTTP/1.1\r\n", drip("X-A: b\r\n"))),
      ...Array.from({ length: 40 }, () =>
        raw(
          head("POST / HTTP/1.1", {
            "Content-Length": "9000",
            "Content-Type": "application/x-www-form-urlencoded",
          }),
          drip("a"),
        ),
      ),
    ];
    const quick = await Promise.all(Array.from({ length: 5 }, () => here("/")));
    assert.ok(quick.every(({ status }) => status === 200));
    const ends = await Promise.all(slow);
    const latest = Math.max(...ends.map(({ ms }) => ms));
    assert.ok(latest < 10_000, `the last was cut after ${latest.toFixed(0)} ms`);
    assert.ok(ends.every(({ text }) => text === "" || /^HTTP\/1\.1 408 /.test(text)));
  });
});
