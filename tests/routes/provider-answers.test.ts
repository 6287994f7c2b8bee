import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { attemptLimits, flowMinutes } from "#domain/sign-in";
import { councilSite, ourLink, whyNot, type CouncilSite } from "../support/council-site.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { claimsIn, CookieJar, throughProvider } from "../support/identity-provider.ts";

const back = "/account/provider/back";

let kit: CouncilSite;
before(async () => {
  kit = await councilSite();
});
after(() => kit.close());
beforeEach(() => {
  kit.connect();
  kit.council.tamper(null);
  kit.site.at(null);
});

describe("an answer that was not given to this browser, for this moment, for us", () => {
  const never = (answer: Answer, why: string) => {
    assert.equal(whyNot(answer), why, `${String(answer.status)} ${String(answer.location)}`);
    assert.ok(!(answer.headers["set-cookie"] ?? []).some((set) => set.startsWith("session=")));
  };

  test("another state", async () => {
    kit.council.nowSignsIn(kit.somebody());
    const jar = new CookieJar();
    const home = await throughProvider((await kit.begin(jar)).href, new CookieJar(), kit.site.url);
    const path = new URL(home, kit.site.url);
    path.searchParams.set("state", "x".repeat(43));
    never(await ask(kit.site, path.pathname + path.search, { cookie: jar.toString() }), "wrong-answer");
  });

  test("another nonce", async () => {
    const { answer } = await kit.signIn(kit.somebody(), (to) => to.searchParams.set("nonce", "y".repeat(43)));
    never(answer, "wrong-answer");
  });

  test("another verifier: a code that somebody else's sign-in was given", async () => {
    kit.council.nowSignsIn(kit.somebody());
    const theirs = new URL(
      await throughProvider((await kit.begin(new CookieJar())).href, new CookieJar(), kit.site.url),
      kit.site.url,
    );
    const jar = new CookieJar();
    const mine = await kit.begin(jar);
    theirs.searchParams.set("state", mine.searchParams.get("state") ?? "");
    never(await ask(kit.site, theirs.pathname + theirs.search, { cookie: jar.toString() }), "wrong-answer");
  });

  test("the same address twice, also when the browser still has its cookie", async () => {
    const subject = kit.somebody();
    kit.council.nowSignsIn(subject);
    const jar = new CookieJar();
    const home = await throughProvider((await kit.begin(jar)).href, new CookieJar(), kit.site.url);
    const cookie = jar.toString();
    const both = await Promise.all([ask(kit.site, home, { cookie }), ask(kit.site, home, { cookie })]);
    const ways = both.map((answer) => whyNot(answer) ?? "in").sort();
    assert.deepEqual(ways, ["in", "too-late"]);
    never(await ask(kit.site, home, { cookie }), "too-late");
  });

  test("another browser, without the cookie or with a made-up one", async () => {
    kit.council.nowSignsIn(kit.somebody());
    const home = await throughProvider(
      (await kit.begin(new CookieJar())).href,
      new CookieJar(),
      kit.site.url,
    );
    never(await ask(kit.site, home), "too-late");
    never(await ask(kit.site, home, { cookie: `flow=${"z".repeat(43)}` }), "too-late");
  });

  test("after its ten minutes", async () => {
    kit.council.nowSignsIn(kit.somebody());
    const jar = new CookieJar();
    const home = await throughProvider((await kit.begin(jar)).href, new CookieJar(), kit.site.url);
    kit.site.at(new Date(Date.now() + flowMinutes["sign-in"] * 60_000 + 1_000));
    never(await ask(kit.site, home, { cookie: jar.toString() }), "too-late");
  });

  const forOurs = (claims: Record<string, unknown>) => ({ ...claims, aud: kit.council.client.id });
  const now = () => Math.floor(Date.now() / 1_000);
  const wrong: [string, (claims: Record<string, unknown>) => Record<string, unknown>][] = [
    ["for another service of the council", (claims) => ({ ...claims, aud: "payroll" })],
    [
      "for us and another, which asked for it",
      (claims) => ({ ...claims, aud: [kit.council.client.id, "payroll"], azp: "payroll" }),
    ],
    ["of another provider", (claims) => ({ ...claims, iss: "https://id.elsewhere.example" })],
    ["without a nonce", ({ nonce: _, ...claims }) => claims],
    ["about nobody", ({ sub: _, ...claims }) => claims],
    ["that ended a minute ago", (claims) => ({ ...claims, exp: now() - 60 })],
    ["that begins in a minute", (claims) => ({ ...claims, nbf: now() + 60 })],
  ];
  for (const [name, change] of wrong)
    test(`a token ${name}, with the provider's own signature`, async () => {
      const subject = kit.somebody();
      kit.council.tamper((token) => kit.council.sign(change(claimsIn(token))));
      never((await kit.signIn(subject)).answer, "wrong-answer");
      assert.equal(await kit.staffOf(subject), undefined);
    });

  test("but the clocks of two machines may differ by less than half a minute", async () => {
    for (const differs of [
      { exp: now() - 20, iat: now() - 3_600 },
      { iat: now() + 20, nbf: now() + 20 },
    ]) {
      kit.council.tamper((token) => kit.council.sign({ ...forOurs(claimsIn(token)), ...differs }));
      assert.equal(
        (await kit.signIn(kit.somebody())).answer.location,
        "/hub/triage",
        JSON.stringify(differs),
      );
    }
  });

  test("a token that somebody wrote over, or that is signed by nobody", async () => {
    const victim = kit.somebody({ groups: ["Managers"] });
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const forge of [
      ([head, , signature]: string[], claims: object) => [head, part(claims), signature].join("."),
      (_: string[], claims: object) => `${part({ alg: "none" })}.${part(claims)}.`,
    ]) {
      kit.council.tamper((token) => forge(token.split("."), { ...claimsIn(token), sub: victim }));
      never((await kit.signIn(kit.somebody())).answer, "wrong-answer");
      assert.equal(await kit.staffOf(victim), undefined);
    }
  });

  test("no answer at all, an error, and an address that somebody made up", async () => {
    for (const query of ["", "?error=access_denied", "?code=x", "?code=x&state=y&iss=http://evil.example"]) {
      never(await ask(kit.site, back + query), "too-late");
      const jar = new CookieJar();
      const to = await kit.begin(jar);
      const ours = new URLSearchParams({
        state: to.searchParams.get("state") ?? "",
        iss: kit.council.issuer,
      });
      const state = query.startsWith("?error") ? `&${ours.toString()}` : "";
      const answer = await ask(kit.site, back + query + state, { cookie: jar.toString() });
      never(answer, query.startsWith("?error") ? "refused" : "wrong-answer");
    }
    const odd = await ask(kit.site, "/account/sign-in?refused=constructor");
    assert.doesNotMatch(odd.text, /You are not signed in/);
  });
});

test("who comes back from nowhere without end is refused, and does not fill the audit trail", async () => {
  kit.site.at(new Date("2026-12-01T10:00:00Z"));
  const count = async (kind: string) =>
    (await kit.owner`select from audit_event where kind = ${kind} and at >= '2026-12-01'`).length;
  const { limit } = attemptLimits["provider-refusals"];
  for (let times = 0; times < limit + 20; times += 20)
    await Promise.all(
      Array.from({ length: 20 }, async () => assert.equal(whyNot(await ask(kit.site, back)), "too-late")),
    );
  assert.deepEqual([await count("sign-in.refused"), await count("attempts.limited")], [limit, 1]);
});

describe("a sign-in at the council", () => {
  const begin = (headers: Record<string, string>) =>
    ask(kit.site, "/account/provider?next=%2Fhub%2Ftriage", { headers });

  test("begins on our own page; a link of anybody else's leads there", async () => {
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      // From an email, another program or a bookmark.
      { "sec-fetch-site": "none" },
      { "sec-fetch-site": "cross-site", referer: `${kit.site.url}/account/sign-in` },
      { referer: "https://elsewhere.example/" },
      { referer: `${kit.site.url}.elsewhere.example/` },
      {},
    ] as Record<string, string>[]) {
      const answer = await begin(headers);
      assert.equal(answer.location, "/account/sign-in?next=%2Fhub%2Ftriage", JSON.stringify(headers));
      assert.equal(answer.headers["set-cookie"], undefined);
    }
    for (const headers of [ourLink, { referer: `${kit.site.url}/account/sign-in` }])
      assert.equal(new URL((await begin(headers)).location ?? "").origin, kit.council.issuer);
  });
});
