import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  deviceCookie,
  draftCookie,
  flowCookie,
  noFlowCookie,
  noSessionCookie,
  sessionCookie,
  sessionCookieOf,
} from "#app/http/session";
import type { Context } from "#services/context";

/** Cookies ask a context for nothing but the address of the site. */
const at = (origin: string) => ({ site: { origin, demo: false, mailboxDir: null } }) as Context;
const secure = at("https://front-door.example.gov.uk");
const plain = at("http://localhost:3000");

const draft = { draftId: "0190d3f0-0000-7000-8000-000000000000", secret: "s".repeat(43) };
const cookies = (context: Context): Record<string, string> => ({
  session: sessionCookie(context, draft.secret),
  "no session": noSessionCookie(context),
  draft: draftCookie(context, draft),
  flow: flowCookie(context, draft.secret),
  "no flow": noFlowCookie(context),
  device: deviceCookie(context, draft.secret),
});
const parts = (cookie: string) => cookie.split("; ");

describe("cookies", () => {
  test("over https each cookie is Secure and carries a prefix that browsers hold it to", () => {
    for (const [what, cookie] of Object.entries(cookies(secure))) {
      assert.ok(parts(cookie).includes("Secure"), what);
      // Browsers take __Host- only with Path=/ and without Domain; a form's cookie goes to its own pages alone.
      const [prefix, path] = what === "draft" ? ["__Secure-", `/f/${draft.draftId}`] : ["__Host-", "/"];
      assert.ok(cookie.startsWith(prefix), what);
      assert.ok(parts(cookie).includes(`Path=${path}`), what);
    }
    for (const [what, cookie] of Object.entries(cookies(plain))) {
      assert.ok(!parts(cookie).includes("Secure") && !cookie.startsWith("__"), what);
    }
  });

  test("no script reads them, and no other site's form brings them along", () => {
    for (const [what, cookie] of [...Object.entries(cookies(secure)), ...Object.entries(cookies(plain))]) {
      assert.ok(parts(cookie).includes("HttpOnly") && parts(cookie).includes("SameSite=Lax"), what);
      assert.ok(!/domain=/i.test(cookie) && cookie.length < 300, what);
    }
  });

  test("a cookie is known by its whole name, and the plain one is nobody's over https", () => {
    const asked = (cookie: string) => new Request("https://x.example/", { headers: { cookie } });
    assert.equal(sessionCookieOf(asked("a=b; __Host-session=one; c=d"), secure), "one");
    for (const cookie of ["session=one", "x__Host-session=one", "__host-session=one", "__Host-session2=one"])
      assert.equal(sessionCookieOf(asked(cookie), secure), null, cookie);
  });
});
