import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { takeContact } from "#services/contacts/take-contact";
import { complete } from "../domain/complete-drafts.ts";
import { sendContact, type SentContact } from "../support/contacts.ts";
import { recommendAll } from "../support/deciding.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { hidden, posted } from "../support/record-posts.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam, signedIn, type Place } from "../support/staff.ts";

const start = new Date("2026-11-24T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const words = "Quillfeather said that gran has the key";

let site: Site;
let owner: postgres.Sql;
let hub: Place;
let screener: StaffActor;
let contact: SentContact;
let cookie: string;
before(async () => {
  site = await startSite();
  owner = ownerOf(site);
  site.at(start);
  hub = await addTeam(site.context);
  screener = await addStaff(site.context, ["screener"], { place: hub, name: "Amira Patel" });
  contact = await sendContact(site.context);
});
after(async () => {
  assert.deepEqual(site.faults, []);
  await owner.end();
  await site.close();
});
beforeEach(async () => {
  site.at(start);
  cookie = await signedIn(site.context, screener);
});

const notes = () => `/hub/contacts/${contact.reference}/notes`;
const note = { kind: "call", text: words };
const cookieIn = (answer: Answer) => answer.headers["set-cookie"]?.at(-1)?.split(";", 1)[0] ?? "";
const nextIn = (answer: Answer) => new URL(answer.location ?? "", site.url).searchParams.get("next") ?? "";
const pathIn = (answer: Answer) => new URL(answer.location ?? "", site.url).pathname;
const notesKept = async () =>
  Number((await owner`select count(*) from note where contact_id = ${contact.id}`)[0]?.["count"]);
const signIn = (person: StaffActor, next: string, brought?: string) =>
  ask(site, "/account/sign-in", { form: { person: person.id, next }, cookie: brought });
const unlock = (next: string, from = cookie) =>
  ask(site, "/account/unlock", { form: { next }, cookie: from });

describe("signing in and out", () => {
  test("a cookie from before signing in is dead afterwards, planted or real", async () => {
    const planted = "session=planted-by-somebody-else-0123456789abcdefghi";
    const first = await signIn(screener, "/hub", planted);
    assert.equal(first.location, "/hub");
    assert.notEqual(cookieIn(first), planted);
    assert.equal((await ask(site, "/hub", { cookie: planted })).status, 303);
    const second = await signIn(screener, "/hub", cookieIn(first));
    assert.notEqual(cookieIn(second), cookieIn(first));
    assert.equal((await ask(site, "/hub", { cookie: cookieIn(first) })).status, 303);
    assert.equal((await ask(site, "/hub", { cookie: cookieIn(second) })).status, 200);
    assert.match(String(second.headers["set-cookie"]), /; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test("nobody, and who is nobody's id, is not found", async () => {
    for (const form of [{}, { person: "" }, { person: "somebody" }] as Record<string, string>[])
      assert.equal((await ask(site, "/account/sign-in", { form })).status, 404);
  });

  test("signing out clears the browser, and the cookie is refused as page, as data and in a post", async () => {
    const out = await ask(site, "/account/sign-out", { form: {}, cookie });
    assert.equal(out.headers["clear-site-data"], '"cache", "storage"');
    assert.match(String(out.headers["set-cookie"]), /^session=;.*Max-Age=0/);
    assert.equal(pathIn(await ask(site, notes(), { cookie })), "/account/sign-in");
    assert.match((await ask(site, `${notes()}.data`, { cookie })).text, /account\/sign-in/);
    assert.equal((await ask(site, notes(), { form: note, cookie })).status, 401);
    assert.equal((await ask(site, `${notes()}.data`, { form: note, cookie })).status, 401);
  });
});

describe("a locked screen", () => {
  test("opens nothing until it is unlocked, and then with another secret", async () => {
    const locked = await ask(site, "/account/lock", { form: { next: notes() }, cookie });
    assert.equal(pathIn(locked), "/account/unlock");
    const page = await ask(site, notes(), { cookie });
    assert.deepEqual([page.status, pathIn(page), nextIn(page)], [303, "/account/unlock", notes()]);
    const asked = await ask(site, locked.location ?? "", { cookie });
    assert.equal(asked.status, 200);
    assert.match(asked.text, /Amira Patel/);
    assert.ok(!asked.text.includes("Triage"), "a locked screen has no sections");
    const unlocked = await unlock(nextIn(locked));
    assert.equal(unlocked.location, notes());
    assert.equal((await ask(site, notes(), { cookie })).status, 303, "the secret before is dead");
    assert.equal((await ask(site, notes(), { cookie: cookieIn(unlocked) })).status, 200);
  });

  test("can be signed out of", async () => {
    await ask(site, "/account/lock", { form: {}, cookie });
    assert.equal((await ask(site, "/account/sign-out", { form: {}, cookie })).location, "/account/sign-in");
    assert.equal(pathIn(await ask(site, notes(), { cookie })), "/account/sign-in");
  });

  test("leads nowhere else than on our own site", async () => {
    await ask(site, "/account/lock", { form: {}, cookie });
    for (const next of [
      "//evil.example",
      "/.//evil.example",
      "https://evil.example/",
      "javascript:alert(1)",
    ]) {
      const page = await ask(site, `/account/unlock?${new URLSearchParams({ next }).toString()}`, { cookie });
      assert.ok(!page.text.includes("evil.example") && !page.text.includes("javascript:"), next);
    }
    assert.equal((await unlock("/.//evil.example")).location, "/hub");
  });
});

describe("a form that was posted too late", () => {
  /** Notes are written by whoever holds the contact. */
  const hold = async () => {
    await owner`update hold set holder_id = null, lease_until = null where contact_id = ${contact.id}`;
    const { reference } = contact;
    await takeContact(site.context, screener, { reference, reason: "The family is known to me" });
  };
  beforeEach(hold);
  const keptBy = async (send: () => Promise<Answer>, proof: "unlock" | "sign-in") => {
    const before_ = await notesKept();
    const refused = await send();
    assert.deepEqual([refused.status, pathIn(refused)], [303, `/account/${proof}`]);
    assert.ok(!refused.location?.includes("Quillfeather"));
    assert.equal(await notesKept(), before_, "nothing is carried out");
    return nextIn(refused);
  };

  test("over the lock: comes back in its page after unlocking, and is saved only when it is sent again", async () => {
    site.at(later(16));
    const next = await keptBy(() => ask(site, notes(), { form: note, cookie }), "unlock");
    const unlocked = await unlock(next);
    assert.equal(unlocked.location, next);
    const mine = cookieIn(unlocked);
    const before_ = await notesKept();
    const page = await ask(site, next, { cookie: mine });
    assert.equal(page.status, 200);
    assert.match(page.text, new RegExp(`<textarea[^>]*>${words}</textarea>`));
    assert.match(page.text, /checked="" value="call"/);
    assert.match(page.text, /Nothing was saved, because your screen was locked/);
    assert.match(page.text, /<title>Notes /, "nothing is wrong with the form");
    assert.ok(!page.text.includes("There is a problem"));
    assert.equal(await notesKept(), before_, "showing it carries nothing out");
    assert.equal((await ask(site, next, { cookie: mine })).status, 200, "and it can be opened again");
    const sent = await ask(site, notes(), { form: note, cookie: mine });
    assert.equal(sent.status, 303);
    assert.equal(await notesKept(), before_ + 1);
  });

  test("over the end of the session: comes back after signing in, and never to somebody else", async () => {
    const unsaved = "Wrenfield rang and nobody else knows";
    site.at(later(31));
    const next = await keptBy(
      () => ask(site, notes(), { form: { ...note, text: unsaved }, cookie }),
      "sign-in",
    );
    const somebody = await addStaff(site.context, ["screener", "manager"], { place: hub });
    const other = cookieIn(await signIn(somebody, next, cookie));
    for (const address of [next, `/account/kept/${next.split("=")[1] ?? ""}`]) {
      const theirs = await ask(site, address, { cookie: other });
      assert.ok(!theirs.text.includes(unsaved), address);
    }
    await hold();
    const back = await signIn(screener, next);
    assert.equal(back.location, next);
    const page = await ask(site, next, { cookie: cookieIn(back) });
    assert.equal(page.status, 200);
    assert.ok(page.text.includes(unsaved));
  });

  test("has a page of its own where its page has no place for it any more", async () => {
    site.at(later(16));
    const said = `She said "no" & <left>.\r\nThen ${words}`;
    const form = { ...note, text: said };
    const next = await keptBy(() => ask(site, notes(), { form, cookie }), "unlock");
    const mine = cookieIn(await unlock(next));
    assert.equal((await ask(site, next, { cookie: mine })).status, 200, "held: the page has its form");
    await ask(site, `/hub/contacts/${contact.reference}/release`, { form: {}, cookie: mine });
    const moved = await ask(site, next, { cookie: mine });
    assert.equal(moved.location, `/account/kept/${next.split("=")[1] ?? ""}`);
    const page = await ask(site, moved.location ?? "", { cookie: mine });
    assert.ok(page.text.includes(`&amp; &lt;left&gt;.\r\nThen ${words}`), page.text);
  });

  test("is nobody's when nobody is known, and in another page's address it is not shown", async () => {
    assert.equal((await ask(site, notes(), { form: note })).status, 401);
    assert.equal((await ask(site, notes(), { form: note, cookie: "session=made-up" })).status, 401);
    site.at(later(16));
    const next = await keptBy(() => ask(site, notes(), { form: note, cookie }), "unlock");
    const mine = cookieIn(await unlock(next));
    const [, id = ""] = next.split("?kept=");
    const elsewhere = await ask(site, `/hub/contacts/${contact.reference}/rate?kept=${id}`, { cookie: mine });
    assert.ok(!elsewhere.text.includes("Quillfeather"));
    assert.match((await ask(site, `/account/kept/${id}`, { cookie: mine })).text, new RegExp(words));
    for (const strange of ["", "1", "'", "%00", id.toUpperCase()]) {
      assert.equal((await ask(site, `${notes()}?kept=${strange}`, { cookie: mine })).status, 200, strange);
    }
  });

  test("a bare button leads back to the page that it was pressed on", async () => {
    site.at(later(16));
    const headers = { referer: `${site.url}/hub/triage?colour=R` };
    const refused = await ask(site, "/hub/next", { form: {}, cookie, headers });
    assert.equal(nextIn(refused), "/hub/triage?colour=R");
    const foreign = { referer: "https://evil.example/hub" };
    assert.equal(nextIn(await ask(site, "/hub/next", { form: {}, cookie, headers: foreign })), "");
  });

  test("a record that only a post opens comes back opened: a recommendation, and a decision", async () => {
    const recommending = `/hub/contacts/${contact.reference}/recommend`;
    const first = await ask(site, recommending, { cookie });
    const [child = ""] = contact.childIds;
    const form = new URLSearchParams([
      ["do", "recommend"],
      ["version", hidden(first, "version")],
      ["formKey", "0190d3f0-0000-7000-8000-000000000001"],
      ["child", child],
      ["outcome", "assessment"],
      ...posted({ ...complete.assessment, reason: words }),
    ]);
    site.at(later(16));
    const next = await keptBy(() => ask(site, recommending, { form, cookie }), "unlock");
    const page = await ask(site, next, { cookie: cookieIn(await unlock(next)) });
    assert.equal(page.status, 200);
    assert.match(page.text, new RegExp(`name="reason"[^>]* value="${words}"`));
    assert.equal(hidden(page, "outcome"), "assessment");
    assert.equal((await owner`select from recommendation where contact_id = ${contact.id}`).length, 0);

    site.at(later(20));
    await recommendAll(site.context, owner, screener, contact, "assessment");
    const manager = await addStaff(site.context, ["manager"], { place: hub });
    const theirs = await signedIn(site.context, manager);
    const deciding = `/hub/contacts/${contact.reference}/decide`;
    const opened = await ask(site, deciding, { cookie: theirs });
    const decision = new URLSearchParams([
      ...["version", "formKey", "contact"].map((name): [string, string] => [name, hidden(opened, name)]),
      ["child", child],
      [`${child}.verdict`, "agree_with_changes"],
      [`${child}.outcome`, "assessment"],
      ...posted({ ...complete.assessment, reason: words }, `${child}.`),
    ]);
    site.at(later(36));
    const again = await keptBy(() => ask(site, deciding, { form: decision, cookie: theirs }), "unlock");
    const restored = await ask(site, again, { cookie: cookieIn(await unlock(again, theirs)) });
    assert.equal(restored.status, 200);
    assert.match(restored.text, new RegExp(`name="${child}.reason"[^>]* value="${words}"`));
    assert.equal((await owner`select from decision where contact_id = ${contact.id}`).length, 0);
  });
});

describe("a sensitive act", () => {
  test("needs a proof that is minutes old, and gives the session another secret", async () => {
    const person = await addStaff(site.context, ["screener"], { place: hub });
    cookie = await signedIn(site.context, person);
    const other = await signedIn(site.context, person);
    site.at(later(6));
    const end = { end: "all-others" };
    assert.equal((await ask(site, "/account/sessions", { cookie })).status, 200, "looking needs none");
    const refused = await ask(site, "/account/sessions", { form: end, cookie });
    assert.equal(pathIn(refused), "/account/prove");
    assert.equal((await ask(site, "/hub", { cookie: other })).status, 200, "nothing was ended");
    const asked = await ask(site, refused.location ?? "", { cookie });
    assert.match(asked.text, /Show that it is you/);
    const proved = await ask(site, "/account/prove", { form: { next: nextIn(refused) }, cookie });
    const mine = cookieIn(proved);
    assert.equal((await ask(site, "/hub", { cookie })).status, 303, "the secret before is dead");
    const back = await ask(site, proved.location ?? "", { cookie: mine });
    assert.equal(back.location, "/account/sessions", "a form without words has nothing to show");
    assert.equal((await ask(site, "/hub", { cookie: other })).status, 200, "and is not carried out");
    assert.equal((await ask(site, "/account/sessions", { form: end, cookie: mine })).status, 303);
    assert.equal(pathIn(await ask(site, "/hub", { cookie: other })), "/account/sign-in");
    site.at(later(12));
    assert.equal(pathIn(await ask(site, "/account/sessions", { form: end, cookie: mine })), "/account/prove");
  });
});
