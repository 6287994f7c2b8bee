import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { absoluteHours, stepUpMinutes } from "#domain/session";
import { attemptLimits } from "#domain/sign-in";
import { refusalWords } from "#domain/sign-in-words";
import { appCode, firstAdministrator, goodPassword, invitePartner } from "../support/accounts.ts";
import { councilSite, ourLink, whyNot, type CouncilSite } from "../support/council-site.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { claimsIn, CookieJar, throughProvider } from "../support/identity-provider.ts";
import { addTeam, signedIn } from "../support/staff.ts";

let kit: CouncilSite;
let admin: Awaited<ReturnType<typeof firstAdministrator>>;
let place: string;
/** The clock goes on from test to test, so that no code of the app comes twice. */
let clock = Date.parse("2026-11-24T10:00:00Z");
const later = (minutes: number): Date => {
  clock += minutes * 60_000;
  kit.site.at(new Date(clock));
  return new Date(clock);
};

before(async () => {
  kit = await councilSite();
  later(0);
  admin = await firstAdministrator(kit.site.context);
  ({ organisationId: place } = await addTeam(kit.site.context, { kind: "health", purpose: "partner" }));
});
after(() => kit.close());
beforeEach(() => {
  kit.connect();
  kit.council.tamper(null);
});

const pathIn = ({ location }: Answer) => new URL(location ?? "", kit.site.url).pathname;
const nextIn = ({ location }: Answer) => new URL(location ?? "", kit.site.url).searchParams.get("next") ?? "";
const sessionIn = (answer: Answer) =>
  (answer.headers["set-cookie"] ?? []).find((set) => set.startsWith("session="))?.split(";", 1)[0] ?? "";
const isIn = async (cookie: string, path = "/admin") =>
  (await ask(kit.site, path, { cookie })).status === 200;
const proof = async () => ({ password: goodPassword, code: await appCode(admin.secret, new Date(clock)) });

const invitation = (email: string) => ({
  ...{
    name: "Sam Quillfeather",
    jobTitle: "School nurse",
    email,
    place,
    roles: "partner",
    reason: "New here",
  },
});
const invited = async (email: string) =>
  (await kit.owner`select from staff where email = ${email}`).length === 1;
const recoveries = async () =>
  (await kit.owner`select from invitation where kind = 'recovery' and withdrawn_at is null`).length;

describe("before inviting somebody and before a recovery", () => {
  test("an administrator shows again who they are; the form comes back and was not carried out", async () => {
    let cookie = await signedIn(kit.site.context, admin);
    later(stepUpMinutes);
    const email = "sam@health.example";
    const form = invitation(email);
    assert.ok(await isIn(cookie, "/admin/invite"), "looking needs no proof");
    const refused = await ask(kit.site, "/admin/invite", { cookie, form });
    assert.equal(pathIn(refused), "/account/prove");
    const page = await ask(kit.site, refused.location ?? "", { cookie });
    assert.match(page.text, /name="password"[\s\S]*name="code"/);
    assert.doesNotMatch(page.text, /no password is\s+needed|council account/);

    const next = nextIn(refused);
    const incomplete: Record<string, string>[] = [
      {},
      { password: goodPassword },
      { ...(await proof()), password: "wrong" },
    ];
    for (const wrong of incomplete) {
      const again = await ask(kit.site, "/account/prove", { cookie, form: { next, ...wrong } });
      assert.equal(again.status, 422);
      assert.match(again.text, /did not show that it is you/);
      assert.equal(sessionIn(again), "");
    }
    const proved = await ask(kit.site, "/account/prove", { cookie, form: { next, ...(await proof()) } });
    assert.equal(pathIn(proved), "/admin/invite");
    assert.equal(await isIn(cookie), false, "the secret before is dead");
    cookie = sessionIn(proved);
    const back = await ask(kit.site, proved.location ?? "", { cookie });
    assert.match(back.text, /value="Sam Quillfeather"/);
    assert.equal(await invited(email), false);
    await ask(kit.site, "/admin/invite", { cookie, form });
    assert.equal(await invited(email), true);

    const nia = await invitePartner(kit.site.context, admin, "nia@health.example");
    await kit.owner`
      insert into staff_password (staff_id, hash, set_at) values (${nia}, 'x', now())`;
    later(stepUpMinutes);
    const recovery = `/admin/people/${nia}/recovery`;
    const referer = kit.site.url + recovery;
    const asked = await ask(kit.site, recovery, { cookie, form: {}, headers: { referer } });
    assert.equal(asked.location, `/account/prove?next=${encodeURIComponent(recovery)}`);
    assert.equal(await recoveries(), 0);
    const shown = await ask(kit.site, "/account/prove", {
      cookie,
      form: { next: recovery, ...(await proof()) },
    });
    assert.equal(shown.location, recovery);
    assert.equal(await recoveries(), 0);
    await ask(kit.site, recovery, { cookie: sessionIn(shown), form: {} });
    assert.equal(await recoveries(), 1);
  });

  test("five wrong proofs, and the sixth is not looked at", async () => {
    later(attemptLimits["second-factor"].seconds / 60);
    const cookie = await signedIn(kit.site.context, admin);
    const post = async (form: Record<string, string>) =>
      (await ask(kit.site, "/account/prove", { cookie, form })).text;
    for (let tries = 0; tries < attemptLimits["second-factor"].limit; tries += 1)
      assert.match(await post({ password: "x" }), /did not show/);
    later(1);
    assert.match(await post(await proof()), /Too many tries/);
    later(attemptLimits["second-factor"].seconds / 60);
  });
});

describe("a locked screen", () => {
  test("opens with password and code, and with the password alone does not", async () => {
    const cookie = await signedIn(kit.site.context, admin);
    later(16);
    const locked = await ask(kit.site, "/admin", { cookie });
    assert.equal(pathIn(locked), "/account/unlock");
    const next = nextIn(locked);
    const half = await ask(kit.site, "/account/unlock", { cookie, form: { next, password: goodPassword } });
    assert.equal(half.status, 422);
    assert.equal(await isIn(cookie), false);
    const open = await ask(kit.site, "/account/unlock", { cookie, form: { next, ...(await proof()) } });
    assert.equal(open.location, "/admin");
    assert.ok(await isIn(sessionIn(open)));
  });
});

describe("a password that was typed too late", () => {
  test("is kept nowhere and shown nowhere: it is no form that somebody wants back", async () => {
    const typed = { next: "/admin", password: "correct horse battery", code: "123456" };
    for (const [page, minutes, leadsTo] of [
      ["/account/prove", 16, "/account/unlock"],
      ["/account/prove", 31, "/account/sign-in"],
      ["/account/unlock", 31, "/account/sign-in"],
      ["/account/password", 6, "/account/prove"],
      ["/account/password", 16, "/account/unlock"],
    ] as const) {
      const cookie = await signedIn(kit.site.context, admin);
      later(minutes);
      const late = await ask(kit.site, page, { cookie, form: typed });
      const next = encodeURIComponent(page === "/account/password" ? page : "/admin");
      assert.equal(late.location, `${leadsTo}?next=${next}`, `${page} after ${minutes} minutes`);
    }
    const kept = await kit.owner`select from kept_form where path like '/account/%'`;
    assert.equal(kept.length, 0);
  });
});

/** To the provider, there once more, and back; `jar` holds our cookies and `theirs` the provider's. */
async function proveThere(jar: CookieJar, theirs: CookieJar, next = "/hub/triage"): Promise<Answer> {
  const begun = await ask(kit.site, `/account/prove/provider?next=${encodeURIComponent(next)}`, {
    headers: ourLink,
    cookie: jar.toString(),
  });
  jar.keep(begun);
  const home = await throughProvider(begun.location ?? "", theirs, kit.site.url);
  const answer = await ask(kit.site, home, { cookie: jar.toString() });
  jar.keep(answer);
  return answer;
}

/** The provider's clock is the machine's, and so is that of the library which looks at its tokens. */
async function atCouncil(groups = ["Managers"]) {
  kit.site.at(null);
  const subject = kit.somebody({ groups });
  const theirs = new CookieJar();
  const { jar } = await kit.signIn(subject, undefined, new CookieJar(), theirs);
  const idle = (minutes: number) =>
    kit.owner`update session s set seen_at = seen_at - ${`${String(minutes)} minutes`}::interval,
      proved_at = proved_at - ${`${String(minutes)} minutes`}::interval
      from federated_identity f where f.staff_id = s.staff_id and f.subject = ${subject}`;
  return { subject, jar, theirs, idle };
}

describe("somebody of the council", () => {
  test("opens their screen by signing in at the provider again, although it knows them", async () => {
    const { jar, theirs, idle } = await atCouncil();
    await idle(16);
    const before = jar.get("session");
    const locked = await ask(kit.site, "/hub/triage", { cookie: jar.toString() });
    assert.equal(pathIn(locked), "/account/unlock");
    const page = await ask(kit.site, locked.location ?? "", { cookie: jar.toString() });
    assert.match(page.text, /href="\/account\/prove\/provider\?next=%2Fhub%2Ftriage"/);
    assert.doesNotMatch(page.text, /name="password"/);
    const asked = kit.council.asked();
    assert.equal((await proveThere(jar, theirs)).location, "/hub/triage");
    assert.equal(kit.council.asked(), asked + 1, "the provider asked them");
    assert.notEqual(jar.get("session"), before);
    assert.ok(await isIn(jar.toString(), "/hub/triage"));
    assert.equal(await isIn(`session=${before ?? ""}`, "/hub/triage"), false);
  });

  test("is not believed to be somebody else, nor by an answer to another session", async () => {
    const mine = await atCouncil();
    const other = await atCouncil();
    await Promise.all([mine.idle(16), other.idle(16)]);
    kit.council.nowSignsIn(other.subject);
    const swapped = await proveThere(mine.jar, new CookieJar());
    assert.deepEqual([pathIn(swapped), whyNot(swapped)], ["/account/unlock", "other-person"]);
    assert.equal(nextIn(swapped), "/hub/triage", "trying again still leads there");
    const told = await ask(kit.site, swapped.location ?? "", { cookie: mine.jar.toString() });
    assert.match(told.text, new RegExp(refusalWords("other-person") ?? "none"));

    kit.council.nowSignsIn(other.subject);
    const flow = new CookieJar();
    flow.keep(
      await ask(kit.site, "/account/prove/provider", { headers: ourLink, cookie: other.jar.toString() }),
    );
    const stolen = `session=${mine.jar.get("session") ?? ""}; flow=${flow.get("flow") ?? ""}`;
    const answer = await ask(kit.site, "/account/provider/back?code=x&state=y", { cookie: stolen });
    assert.equal(whyNot(answer), "too-late");
    assert.equal(await isIn(mine.jar.toString(), "/hub/triage"), false);
  });

  test("whom the provider did not ask again has shown nothing", async () => {
    const { subject, jar, idle } = await atCouncil();
    await idle(16);
    kit.council.nowSignsIn(subject);
    for (const auth_time of [Math.floor(Date.now() / 1_000) - 600, undefined]) {
      kit.council.tamper((token) => kit.council.sign({ ...claimsIn(token), auth_time }));
      const answer = await proveThere(jar, new CookieJar());
      assert.deepEqual([pathIn(answer), whyNot(answer)], ["/account/unlock", "wrong-answer"]);
    }
    assert.equal(await isIn(jar.toString(), "/hub/triage"), false);
  });

  test("loses at the lock what their groups no longer bring, and with no group is out", async () => {
    const { subject, jar, idle } = await atCouncil(["Managers"]);
    const is = (groups: string[]) =>
      kit.council.people.set(subject, { name: "Amira Patel", email: `${subject}@anytown.example`, groups });
    is(["Screeners"]);
    await idle(16);
    kit.council.nowSignsIn(subject);
    assert.equal((await proveThere(jar, new CookieJar())).location, "/hub/triage");
    assert.ok(await isIn(jar.toString(), "/hub/triage"));
    assert.equal((await ask(kit.site, "/hub/countersign", { cookie: jar.toString() })).status, 403);

    is(["Canteen"]);
    await idle(16);
    const out = await proveThere(jar, new CookieJar());
    assert.deepEqual([pathIn(out), whyNot(out)], ["/account/sign-in", "no-role"]);
    const [open] = await kit.owner<{ open: number }[]>`
      select count(*)::int as open from session s join federated_identity f on f.staff_id = s.staff_id
      where f.subject = ${subject} and s.ended_at is null`;
    assert.equal(open?.open, 0);
  });

  test(`is not signed in for longer than ${absoluteHours} hours by proving`, async () => {
    const { jar, theirs, subject } = await atCouncil();
    await kit.owner`update session s set expires_at = now() from federated_identity f
      where f.staff_id = s.staff_id and f.subject = ${subject}`;
    const answer = await proveThere(jar, theirs).catch((error: unknown) => error);
    assert.ok(answer instanceof Error, "there is nothing to prove any more");
    assert.equal(await isIn(jar.toString(), "/hub/triage"), false);
  });

  test("cannot go to a provider that is away, and reads so where they are", async () => {
    const { jar, idle } = await atCouncil();
    await idle(16);
    kit.connect(kit.council, { issuer: "http://127.0.0.1:9" });
    const begin = (next: string, headers: Record<string, string> = ourLink) =>
      ask(kit.site, `/account/prove/provider?next=${next}`, { headers, cookie: jar.toString() });
    const another = await begin("%2Fhub", { "sec-fetch-site": "cross-site" });
    assert.deepEqual([pathIn(another), whyNot(another)], ["/account/unlock", null], "nor begin elsewhere");
    const away = await begin("%2Fhub");
    assert.deepEqual([pathIn(away), whyNot(away), nextIn(away)], ["/account/unlock", "unreachable", "/hub"]);
    const elsewhere = await begin("%2F%2Fevil.example");
    assert.equal(elsewhere.location, "/account/unlock?refused=unreachable");
  });
});
