import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { gateOf, type GateRules } from "#app/http/gate";

const origin = "https://front-door.example.gov.uk";
const host = "front-door.example.gov.uk";

let server: Server;
/** What to ask while the connection is open: a closed one no longer knows who its peer was. */
let judge: (request: IncomingMessage) => void = () => undefined;
let port: number;

before(async () => {
  server = createServer((request, response) => {
    judge(request);
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
});
after(() => server.close());

/** A request as its bytes say it, seen by a gate. */
async function judged(request: string, headers: Record<string, string>, rules: Partial<GateRules> = {}) {
  const lines = Object.entries({ Connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const socket = connect(port, "127.0.0.1");
  socket.end([`${request} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
  socket.resume();
  const admit = gateOf({ origin, demo: false, trustedProxies: [], ...rules });
  const verdict = new Promise<ReturnType<typeof admit>>((resolve) => {
    judge = (request) => resolve(admit(request));
  });
  const [gate] = await Promise.all([verdict, once(socket, "close")]);
  return gate;
}
const status = (gate: Awaited<ReturnType<typeof judged>>) => (gate.admitted ? 200 : gate.status);

describe("the gate", () => {
  test("lets a page of this site through, with the site's own address", async () => {
    const gate = await judged("GET /f/1?x=2", { Host: host });
    assert.ok(gate.admitted);
    assert.equal(gate.url.href, `${origin}/f/1?x=2`);
  });

  for (const [address, wanted] of [
    ["/", 200],
    ["//evil.example/x", 200],
    ["/%", 200],
    ["http://evil.example/", 400],
    ["*", 400],
    [`/${"a".repeat(7_167)}`, 200],
    [`/${"a".repeat(7_168)}`, 400],
    [`/${"a".repeat(8_192)}`, 400],
  ] as const) {
    test(`an address ${address.slice(0, 24)} (${String(address.length)}) is answered ${String(wanted)}`, async () => {
      const gate = await judged(`GET ${address}`, { Host: host });
      assert.equal(status(gate), wanted);
      if (gate.admitted) assert.equal(gate.url.host, host, "nothing in an address changes the host");
    });
  }

  for (const [name, wanted] of [
    [host, 200],
    ["evil.example", 421],
    [`${host}:8443`, 421],
    [`${host}.evil.example`, 421],
    ["localhost:3000", 421],
    ["", 421],
  ] as const) {
    test(`Host “${name}” is answered ${String(wanted)}`, async () => {
      assert.equal(status(await judged("GET /", { Host: name })), wanted);
    });
  }

  test("in a demonstration the machine's own names will do, and no others", async () => {
    const demo = { demo: true, origin: "http://localhost:3000" };
    for (const name of ["localhost:3000", "127.0.0.1:3000", "localhost:3001", "[::1]:3000"]) {
      assert.equal(status(await judged("GET /", { Host: name }, demo)), 200, name);
    }
    for (const name of ["localhost.evil.example", "127.0.0.1.evil.example", "evil.example", "10.0.0.1"]) {
      assert.equal(status(await judged("GET /", { Host: name }, demo)), 421, name);
    }
  });

  for (const [from, wanted] of [
    [{ Origin: origin }, 200],
    [{ "Sec-Fetch-Site": "same-origin" }, 200],
    [{}, 403],
    [{ Origin: "null" }, 403],
    [{ Origin: "null", "Sec-Fetch-Site": "same-origin" }, 200],
    [{ Origin: "null", "Sec-Fetch-Site": "same-site" }, 403],
    [{ Origin: "null", "Sec-Fetch-Site": "cross-site" }, 403],
    [{ Origin: "" }, 403],
    [{ Origin: "", "Sec-Fetch-Site": "same-origin" }, 403],
    [{ Origin: `${origin}/` }, 403],
    [{ Origin: origin.toUpperCase() }, 403],
    [{ Origin: `http://${host}` }, 403],
    [{ Origin: `${origin}:8443` }, 403],
    [{ Origin: "https://evil.example" }, 403],
    [{ Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" }, 403],
    [{ Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" }, 403],
    [{ "Sec-Fetch-Site": "same-site" }, 403],
    [{ "Sec-Fetch-Site": "none" }, 403],
  ] as const) {
    test(`a post with ${JSON.stringify(from)} is answered ${String(wanted)}`, async () => {
      assert.equal(status(await judged("POST /f/1", { Host: host, ...from })), wanted);
    });
  }

  test("only reading and posting is known", async () => {
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]) {
      assert.equal(status(await judged(`${method} /`, { Host: host, Origin: origin })), 405, method);
    }
  });

  test("a machine with a key may post without an origin, to the machines' addresses only and without a cookie", async () => {
    const key = { Host: host, Authorization: "Bearer abc" };
    assert.equal(status(await judged("POST /api/contacts", key)), 200);
    assert.equal(status(await judged("POST /hub", key)), 403);
    assert.equal(status(await judged("POST /api/contacts", { ...key, Cookie: "session=x" })), 403);
    assert.equal(status(await judged("POST /api/contacts", { Host: host, Authorization: "Basic abc" })), 403);
  });

  test("what a proxy says is believed from a proxy only", async () => {
    const claimed = { Host: "inside:3000", "X-Forwarded-Host": host, "X-Forwarded-For": "203.0.113.9" };
    assert.equal(status(await judged("GET /", claimed)), 421);
    for (const trusted of ["127.0.0.1", "127.0.0.0/8"]) {
      const gate = await judged("GET /", claimed, { trustedProxies: [trusted] });
      assert.ok(gate.admitted, trusted);
      assert.equal(gate.from, "203.0.113.9");
      assert.equal(gate.headers["x-forwarded-for"], undefined);
      assert.equal(gate.headers["x-forwarded-host"], undefined);
      assert.equal(gate.headers.host, host);
    }
    const stranger = await judged("GET /", { ...claimed, Host: host });
    assert.ok(stranger.admitted);
    assert.equal(stranger.from, "127.0.0.1");
    assert.equal(stranger.headers["x-forwarded-for"], undefined);
  });

  for (const [forwarded, wanted] of [
    ["203.0.113.9", "203.0.113.9"],
    ["198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["198.51.100.1, 203.0.113.9, 10.1.2.3", "203.0.113.9"],
    ["10.9.9.9, 203.0.113.9, 10.1.2.3, 10.1.2.4", "203.0.113.9"],
    ["2001:db8::1, 10.1.2.3", "2001:db8::1"],
    ["made up, 10.1.2.3", "127.0.0.1"],
    ["10.1.2.3", "127.0.0.1"],
    ["", "127.0.0.1"],
  ] as const) {
    test(`“${forwarded}” came from ${wanted}, whatever a client wrote before its own address`, async () => {
      const headers = { Host: host, "X-Forwarded-For": forwarded };
      const gate = await judged("GET /", headers, { trustedProxies: ["127.0.0.1", "10.0.0.0/8"] });
      assert.ok(gate.admitted);
      assert.equal(gate.from, wanted);
    });
  }

  test("too many headers, and two of those that decide, are refused", async () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`X-${String(at)}`, "x"]));
    assert.equal(status(await judged("GET /", { Host: host, ...many(98) })), 200);
    assert.equal(status(await judged("GET /", { Host: host, ...many(99) })), 431);
    assert.equal(status(await judged("GET /", { Host: host, host: "evil.example" })), 400);
    const twice = { Host: host, Origin: origin, origin: "https://evil.example" };
    assert.equal(status(await judged("POST /", twice)), 400);
  });
});
