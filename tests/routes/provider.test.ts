import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import { pino } from "pino";
import { refusalWords } from "#domain/sign-in-words";
import { anyFreePort } from "../../scripts/ports.mjs";
import { councilSite, whyNot, type CouncilSite, ourLink } from "../support/council-site.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { CookieJar, councilProvider, throughProvider } from "../support/identity-provider.ts";
import { addStaff } from "../support/staff.ts";

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

/** Something that takes connections and never answers. */
async function silently(run: (issuer: string, wasLeft: () => boolean) => Promise<void>): Promise<void> {
  let left = false;
  const server = createServer((request) => request.once("close", () => (left = true)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await run(`http://127.0.0.1:${String(port)}`, () => left);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const rolesOf = async (subject: string) =>
  (
    await kit.owner<{ role: string }[]>`
      select g.role from role_grant g join federated_identity f on f.staff_id = g.staff_id
      where f.subject = ${subject} and g.revoked_at is null order by g.role`
  ).map(({ role }) => role);
const roleEvents = async (staffId: string) =>
  (
    await kit.owner<{ told: string }[]>`
      select kind || ' ' || (facts->>'role') as told from audit_event
      where subject_id = ${staffId} and kind like 'role.%' order by recorded_at, id`
  ).map(({ told }) => told);

describe("somebody of the council", () => {
  test("comes in with their council account and is where they wanted to go", async () => {
    const subject = kit.somebody();
    const { answer, jar } = await kit.signIn(subject);
    assert.equal(answer.status, 303, answer.text);
    assert.equal(answer.location, "/hub/triage");
    const triage = await ask(kit.site, "/hub/triage", { cookie: jar.toString() });
    assert.equal(triage.status, 200);
    assert.match(triage.text, /Amira Patel/);
    assert.deepEqual(await rolesOf(subject), ["screener"]);
  });

  test("is at nobody else's address afterwards, and in nobody else's session", async () => {
    const planted = `session=${"p".repeat(43)}`;
    const jar = new CookieJar();
    const begun = await ask(kit.site, "/account/provider?next=%2F%2Fevil.example", {
      cookie: planted,
      headers: ourLink,
    });
    jar.keep(begun);
    const subject = kit.somebody();
    kit.council.nowSignsIn(subject);
    const home = await throughProvider(begun.location ?? "", new CookieJar(), kit.site.url);
    const answer = await ask(kit.site, home, { cookie: `${planted}; ${jar.toString()}` });
    jar.keep(answer);
    assert.equal(answer.location, "/hub");
    assert.equal((await ask(kit.site, "/hub", { cookie: planted })).status, 303);
    const mine = `session=${jar.get("session") ?? ""}`;
    assert.equal((await ask(kit.site, "/hub", { cookie: mine })).status, 200);

    const again = await kit.signIn(subject, undefined, jar);
    assert.notEqual(`session=${again.jar.get("session") ?? ""}`, mine);
    assert.equal((await ask(kit.site, "/hub", { cookie: mine })).status, 303, "one browser has one session");
  });

  test("is written to where the provider says that they are now, unless somebody else is there", async () => {
    const subject = kit.somebody();
    await kit.signIn(subject);
    const rowOf = async () => {
      const [row] = await kit.owner`
        select s.name, s.email from staff s join federated_identity f on f.staff_id = s.id
        where f.subject = ${subject}`;
      return { ...row };
    };
    const taken = await addStaff(kit.site.context, ["administrator"]);
    const married = { name: "Amira Khan", email: `${subject}.khan@anytown.example`, groups: ["Screeners"] };
    kit.council.people.set(subject, married);
    await kit.signIn(subject);
    assert.deepEqual(await rowOf(), { name: "Amira Khan", email: married.email });
    for (const email of [`${taken.id}@example.gov.uk`, "not an address", undefined]) {
      kit.council.people.set(subject, { ...married, email: email as string });
      assert.equal((await kit.signIn(subject)).answer.location, "/hub/triage");
      assert.deepEqual(await rowOf(), { name: "Amira Khan", email: married.email });
    }
    const changes = await kit.owner`
      select from audit_event a join federated_identity f on f.staff_id = a.subject_id
      where f.subject = ${subject} and a.kind = 'account.details-changed'`;
    assert.equal(changes.length, 1);
  });

  test("asks for a code with state, nonce and S256, differently every time", async () => {
    const [one, two] = await Promise.all([kit.begin(new CookieJar()), kit.begin(new CookieJar())]);
    for (const { searchParams } of [one, two]) {
      assert.equal(searchParams.get("response_type"), "code");
      assert.equal(searchParams.get("code_challenge_method"), "S256");
    }
    for (const name of ["state", "nonce", "code_challenge"]) {
      assert.match(one.searchParams.get(name) ?? "", /^[\w-]{43}$/);
      assert.notEqual(one.searchParams.get(name), two.searchParams.get(name), name);
    }
  });

  test("is known by subject and not by address, and can do what their groups say today", async () => {
    const subject = kit.somebody();
    const { jar } = await kit.signIn(subject);
    const staff = await kit.staffOf(subject);
    kit.council.people.set(subject, {
      name: "Amira Patel",
      email: "new@anytown.example",
      groups: ["Managers"],
    });
    const again = await kit.signIn(subject);
    assert.equal(again.answer.location, "/hub/triage");
    assert.equal((await kit.staffOf(subject))?.id, staff?.id);
    assert.deepEqual(await rolesOf(subject), ["manager", "strategy_chair"]);
    assert.deepEqual(await roleEvents(staff?.id ?? ""), [
      "role.granted screener",
      "role.granted manager",
      "role.granted strategy_chair",
      "role.revoked screener",
    ]);

    kit.council.people.set(subject, {
      name: "Amira Patel",
      email: "new@anytown.example",
      groups: ["Canteen"],
    });
    const out = await kit.signIn(subject);
    assert.equal(whyNot(out.answer), "no-role");
    assert.deepEqual(await rolesOf(subject), []);
    const before = await ask(kit.site, "/hub", { cookie: jar.toString() });
    assert.equal(before.location?.startsWith("/account/sign-in"), true, "what was open is closed");
  });

  test("whose groups are told at the userinfo endpoint comes in as well", async () => {
    const elsewhere = await councilProvider(kit.site.url, { groupsInToken: false });
    try {
      kit.connect(elsewhere);
      elsewhere.people.set("quiet", { name: "Quiet", email: "quiet@anytown.example", groups: ["Managers"] });
      elsewhere.nowSignsIn("quiet");
      const jar = new CookieJar();
      const home = await throughProvider((await kit.begin(jar)).href, new CookieJar(), kit.site.url);
      const answer = await ask(kit.site, home, { cookie: jar.toString() });
      assert.equal(answer.location, "/hub/triage", answer.text);
    } finally {
      await elsewhere.close();
    }
  });

  test("in two tabs at once is one person", async () => {
    const subject = kit.somebody();
    const both = await Promise.all([kit.signIn(subject), kit.signIn(subject)]);
    assert.deepEqual(
      both.map(({ answer }) => answer.location),
      ["/hub/triage", "/hub/triage"],
    );
    assert.equal((await kit.owner`select from federated_identity where subject = ${subject}`).length, 1);
  });
});

describe("who does not come in, and reads why", () => {
  const refused = async (answer: Answer, why: string) => {
    assert.equal(whyNot(answer), why, `${String(answer.status)} ${String(answer.location)}`);
    assert.ok(!(answer.headers["set-cookie"] ?? []).some((set) => set.startsWith("session=")));
    const page = await ask(kit.site, answer.location ?? "");
    assert.match(page.text, new RegExp((refusalWords(why) ?? "none").slice(0, 40)));
  };

  test("somebody in no group that may do anything, who is not even written down", async () => {
    const subject = kit.somebody({ groups: ["Canteen", "screeners", "__proto__"] });
    await refused((await kit.signIn(subject)).answer, "no-role");
    assert.equal(await kit.staffOf(subject), undefined);
  });

  test("somebody with the address of another account, which is not touched", async () => {
    const other = await addStaff(kit.site.context, ["administrator"]);
    const [row] = await kit.owner<{ email: string }[]>`select email from staff where id = ${other.id}`;
    const subject = kit.somebody({ email: row?.email.toUpperCase() ?? "" });
    await refused((await kit.signIn(subject)).answer, "address");
    assert.equal(await kit.staffOf(subject), undefined);
    assert.equal((await kit.owner`select from federated_identity where staff_id = ${other.id}`).length, 0);
  });

  test("somebody whose account here was ended", async () => {
    const subject = kit.somebody();
    const { jar } = await kit.signIn(subject);
    assert.equal((await ask(kit.site, "/hub", { cookie: jar.toString() })).status, 200);
    await kit.owner`update staff set active = false where id = ${(await kit.staffOf(subject))?.id ?? ""}`;
    assert.match(
      (await ask(kit.site, "/hub", { cookie: jar.toString() })).location ?? "",
      /^\/account\/sign-in/,
    );
    await refused((await kit.signIn(subject)).answer, "left");
  });

  test("somebody with one factor, where two are asked for", async () => {
    kit.connect(kit.council, { mfa: ["mfa"] });
    await refused((await kit.signIn(kit.somebody({ amr: ["pwd"] }))).answer, "one-factor");
    assert.equal((await kit.signIn(kit.somebody({ amr: ["pwd", "mfa"] }))).answer.location, "/hub/triage");
  });

  test("anybody while the provider is away, and everybody again when it is back", async () => {
    const port = await anyFreePort();
    const issuer = `http://127.0.0.1:${String(port)}`;
    kit.connect(kit.council, { issuer });
    await refused(await ask(kit.site, "/account/provider", { headers: ourLink }), "unreachable");
    const later = await councilProvider(kit.site.url, { port, client: kit.council.client });
    later.people.set("late", { name: "Late", email: "late@anytown.example", groups: ["Managers"] });
    later.nowSignsIn("late");
    const jar = new CookieJar();
    const home = await throughProvider((await kit.begin(jar)).href, new CookieJar(), kit.site.url);
    await later.close();
    await refused(await ask(kit.site, home, { cookie: jar.toString() }), "unreachable");
  });

  test("anybody while the provider takes for ever, at its first page or its last", async () => {
    await silently(async (issuer) => {
      kit.connect(kit.council, { issuer }, 1.5);
      await refused(await ask(kit.site, "/account/provider", { headers: ourLink }), "unreachable");
    });
    kit.connect(kit.council, {}, 1.5);
    kit.council.tamper(() => new Promise(() => undefined));
    await refused((await kit.signIn(kit.somebody())).answer, "unreachable");
  });

  test("but whoever signs in without the provider is not kept waiting for it", async () => {
    await silently(async (issuer, wasLeft) => {
      kit.connect(kit.council, { issuer });
      assert.equal((await ask(kit.site, "/account/sign-in")).status, 200);
      assert.equal(wasLeft(), false, "the page did not wait until the provider was given up");
    });
  });

  test("anybody with a setting that is wrong; the log tells the operator which, as the guide has it", async () => {
    const { log } = kit.site.context;
    const lines: string[] = [];
    kit.site.context.log = pino({ level: "warn" }, { write: (line) => void lines.push(line) });
    try {
      for (const [over, why, detail] of [
        [{ issuer: `http://127.0.0.1:${String(await anyFreePort())}` }, "unreachable", "ECONNREFUSED"],
        [{ issuer: `${kit.council.issuer}/tenant` }, "unreachable", "OAUTH_RESPONSE_IS_NOT_CONFORM"],
        [
          { issuer: kit.council.issuer.replace("127.0.0.1", "localhost") },
          "unreachable",
          "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
        ],
        [{ clientSecret: "old" }, "wrong-answer", "invalid_client"],
      ] as const) {
        kit.connect(kit.council, over);
        const answer =
          why === "unreachable"
            ? await ask(kit.site, "/account/provider", { headers: ourLink })
            : (await kit.signIn(kit.somebody())).answer;
        await refused(answer, why);
        const { why: told, detail: seen } = JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown>;
        assert.deepEqual([told, seen], [why, detail]);
      }
    } finally {
      kit.site.context.log = log;
    }
  });
});

describe("the sign-in page beside a provider", () => {
  test("offers the council account and our own, and ending the session at the provider", async () => {
    // The provider is known from the first sign-in on, and the page waits for nothing.
    await kit.signIn(kit.somebody());
    const { text } = await ask(kit.site, "/account/sign-in");
    assert.match(text, /href="\/account\/provider"[^>]*>\s*Sign in with your council account/);
    assert.match(text, /name="password"/);
    assert.match(text, new RegExp(`href="${kit.council.issuer}/session/end[^"]*"`));
    assert.doesNotMatch(text, /no password is\s+needed/);
    kit.site.context.provider = null;
    const alone = await ask(kit.site, "/account/sign-in");
    assert.doesNotMatch(alone.text, /council account/);
    assert.equal((await ask(kit.site, "/account/provider", { headers: ourLink })).status, 404);
  });
});
