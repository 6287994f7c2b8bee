import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { stepUpMinutes } from "#domain/session";
import { appCode, firstAdministrator, goodPassword } from "../support/accounts.ts";
import { councilSite, type CouncilSite } from "../support/council-site.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { addStaff, signedIn } from "../support/staff.ts";

let kit: CouncilSite;
let admin: Awaited<ReturnType<typeof firstAdministrator>>;
const start = Date.parse("2026-11-24T10:00:00Z");
const at = (minutes: number): Date => {
  const moment = new Date(start + minutes * 60_000);
  kit.site.at(moment);
  return moment;
};
before(async () => {
  kit = await councilSite();
  at(0);
  admin = await firstAdministrator(kit.site.context);
});
after(() => kit.close());

const pathIn = ({ location }: Answer) => new URL(location ?? "", kit.site.url).pathname;
const sessionIn = (answer: Answer) =>
  (answer.headers["set-cookie"] ?? []).find((set) => set.startsWith("session="))?.split(";", 1)[0] ?? "";
const isIn = async (cookie: string) => (await ask(kit.site, "/admin", { cookie })).status === 200;

describe("one's own password", () => {
  const page = "/account/password";
  const another = "lantern-biscuit-82";
  const change = (cookie: string, current: string, password: string) =>
    ask(kit.site, page, { cookie, form: { current, password } });

  test("is changed on a page of its own, after a fresh proof and beside the one that there is", async () => {
    const old = await signedIn(kit.site.context, admin);
    assert.match((await ask(kit.site, "/account/sessions", { cookie: old })).text, /Change your password/);
    const now = at(stepUpMinutes);
    const refused = await ask(kit.site, page, { cookie: old });
    assert.equal(pathIn(refused), "/account/prove", "also to look at it");
    const proof = { password: goodPassword, code: await appCode(admin.secret, now) };
    const proved = await ask(kit.site, refused.location ?? "", {
      cookie: old,
      form: { next: page, ...proof },
    });
    assert.equal(proved.location, page);
    const cookie = sessionIn(proved);
    const elsewhere = await signedIn(kit.site.context, admin);
    assert.match((await ask(kit.site, page, { cookie })).text, /name="current"[\s\S]*name="password"/);
    const wrong = await change(cookie, "wrong", "password1");
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /This is not the password that you have[\s\S]*everybody tries first/);
    assert.doesNotMatch(wrong.text, /value="(?:wrong|password1)"/);
    assert.ok(await isIn(elsewhere), "nothing is ended while nothing is changed");

    const done = await change(cookie, goodPassword, another);
    assert.equal(pathIn(done), "/account/sessions");
    assert.match((await ask(kit.site, done.location ?? "", { cookie })).text, /Your password is changed/);
    assert.equal(await isIn(elsewhere), false);
  });

  test("is not there for somebody whose account is the council's", async () => {
    const person = await addStaff(kit.site.context, ["administrator"]);
    const cookie = await signedIn(kit.site.context, person);
    assert.doesNotMatch((await ask(kit.site, "/account/sessions", { cookie })).text, /Change your password/);
    const shown = await ask(kit.site, page, { cookie });
    assert.match(shown.text, /You have no password here/);
    assert.equal((await change(cookie, "", another)).status, 404);
  });
});
