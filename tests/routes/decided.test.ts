import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Role, StaffActor } from "#domain/actor";
import { decideChildren } from "#services/decisions/decide-children";
import { sendContact, type SentContact } from "../support/contacts.ts";
import { agreeAll, draftOf, recommendAll, versionOf } from "../support/deciding.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam, signedIn, type Place } from "../support/staff.ts";

const opening = new Date("2026-11-24T10:00:00Z");

let site: Site;
let owner: postgres.Sql;
let hub: Place;
let screener: StaffActor;
let manager: StaffActor;
const cookies: Record<string, string> = {};

before(async () => {
  site = await startSite();
  site.at(opening);
  owner = ownerOf(site);
  const join = async (key: string, role: Role) => {
    const actor = await addStaff(site.context, [role], { place: hub, name: key });
    cookies[key] = await signedIn(site.context, actor);
    return actor;
  };
  hub = await addTeam(site.context);
  screener = await join("screener", "screener");
  manager = await join("manager", "manager");
  await join("other", "manager");
});
after(async () => {
  await owner.end();
  await site.close();
});

const decided = async (): Promise<SentContact> => {
  const contact = await sendContact(site.context);
  await recommendAll(site.context, owner, screener, contact, "advice");
  await agreeAll(site.context, owner, manager, contact);
  return contact;
};
const pathOf = ({ reference }: SentContact) => `/hub/contacts/${reference}/decided`;
const get = (who: string, path: string) => ask(site, path, { cookie: cookies[who] });
const post = (who: string, path: string, form: Record<string, string>) =>
  ask(site, path, { cookie: cookies[who], form });
const hiddenIn = (page: Answer, name: string): Record<string, string> => {
  const start = page.text.indexOf(`name="do" value="${name}"`);
  assert.ok(start > 0, `${name} is not on the page (${page.status})`);
  const form = page.text.slice(page.text.lastIndexOf("<form", start), page.text.indexOf("</form>", start));
  assert.ok(!/ checked=/.test(form), "nothing is chosen beforehand");
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, key = "", value = ""]) => [key, value],
    ),
  );
};
/** A record as a browser sends it: dates in three boxes. */
const sent = (draft: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]): [string, string][] => {
      const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value));
      if (!date) return [[name, String(value)]];
      const [, year = "", month = "", day = ""] = date;
      return [
        [`${name}-day`, day],
        [`${name}-month`, month],
        [`${name}-year`, year],
      ];
    }),
  );

describe("what was decided", () => {
  test("a manager puts a decision right: choosing names no outcome in an address, and the old one stays", async () => {
    const contact = await decided();
    const path = pathOf(contact);
    const choose = hiddenIn(await get("manager", path), "choose");
    assert.equal((await post("manager", path, choose)).status, 422, "nothing was chosen");
    const form = await post("manager", path, { ...choose, outcome: "assessment" });
    assert.equal(form.status, 200);
    const hidden = hiddenIn(form, "correct");
    const wrong = await post("manager", path, { ...hidden, reason: "Only this & nothing else" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Say why the decision is put right/);
    assert.match(wrong.text, /Only this &amp; nothing else/);
    const draft = { ...sent(draftOf("assessment")), ownReason: "The school told us more" };
    const done = await post("manager", path, { ...hiddenIn(wrong, "correct"), ...draft });
    assert.equal(done.status, 303, done.text.slice(0, 300));
    assert.equal(done.location, path);
    const rows =
      await owner`select outcome from decision where contact_id = ${contact.id} order by decided_at, id`;
    assert.equal(rows.length, 2);
    assert.match((await get("manager", path)).text, /Decided anew/);
  });

  test("a correction from an old page is answered with 409, and its words are still there", async () => {
    const contact = await decided();
    const path = pathOf(contact);
    const choose = hiddenIn(await get("manager", path), "choose");
    const form = async (who: string) =>
      hiddenIn(await post(who, path, { ...choose, outcome: "assessment" }), "correct");
    const [first, second] = [await form("manager"), await form("other")];
    const draft = sent(draftOf("assessment"));
    assert.equal((await post("manager", path, { ...first, ...draft, ownReason: "Mine" })).status, 303);
    const late = await post("other", path, { ...second, ...draft, ownReason: "Mine came later" });
    assert.equal(late.status, 409);
    assert.match(late.text, /Mine came later/);
    assert.match(late.text, /Nothing was saved/);
  });

  test("a screener reads what was decided and is offered no correction", async () => {
    const contact = await decided();
    const page = await get("screener", pathOf(contact));
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.text, /value="(choose|correct|countersign)"/);
  });

  test("what a lone worker decided waits on the list until another manager signs it", async () => {
    const lone = await addStaff(site.context, ["out_of_hours"], { place: hub, name: "Dev" });
    site.at(new Date("2026-11-24T22:00:00Z"));
    const contact = await sendContact(site.context);
    const draft = { ...draftOf("strategy_discussion"), invited: site.context.newId(), ownReason: "Tonight" };
    await decideChildren(site.context, lone, {
      reference: contact.reference,
      contactIds: [contact.id],
      version: await versionOf(owner, contact),
      formKey: site.context.newId(),
      children: [{ childId: contact.childIds[0] ?? "", draft }],
    });
    site.at(opening);
    cookies["manager"] = await signedIn(site.context, manager);
    const path = pathOf(contact);
    const listed = new RegExp(`/hub/contacts/${contact.reference}/decided`);
    assert.match((await get("manager", "/hub/countersign")).text, listed);
    const form = hiddenIn(await get("manager", path), "countersign");
    assert.equal((await post("manager", path, form)).status, 422);
    assert.equal((await post("manager", path, { ...form, note: "Right to act at once" })).status, 303);
    assert.doesNotMatch((await get("manager", "/hub/countersign")).text, listed);
    assert.equal((await get("screener", "/hub/countersign")).status, 403);
  });
});
