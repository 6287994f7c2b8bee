import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Role } from "#domain/actor";
import { takeContact } from "#services/contacts/take-contact";
import { sendContact } from "../support/contacts.ts";
import { recommendAll } from "../support/deciding.ts";
import { ask } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

describe("where somebody begins", () => {
  let site: Site;
  before(async () => {
    site = await startSite();
    site.at(new Date("2026-11-24T10:00:00Z"));
  });
  after(async () => {
    assert.deepEqual(site.faults, []);
    await site.close();
  });

  const landsOn = async (role: Role) => {
    const { id } = await addStaff(site.context, [role]);
    return (await ask(site, "/account/sign-in", { form: { person: id } })).location;
  };

  test("is the first page of their role; who checks begins with the audit, who runs it with the people", async () => {
    assert.equal(await landsOn("screener"), "/hub");
    assert.equal(await landsOn("advice"), "/advice");
    assert.equal(await landsOn("social_work_manager"), "/social-work");
    assert.equal(await landsOn("partner"), "/partner");
    assert.equal(await landsOn("auditor"), "/admin/audit");
    assert.equal(await landsOn("administrator"), "/admin");
    assert.equal(await landsOn("lado"), "/lado");
  });

  test("is offered to everybody who has a page, and to nobody who would come back to the landing page", async () => {
    const people = await Promise.all(
      (["screener", "call_taker", "lado", "analyst", "records_officer", "none"] as const).map(
        async (role) => ({
          role,
          id: (await addStaff(site.context, role === "none" ? [] : [role])).id,
        }),
      ),
    );
    const { text } = await ask(site, "/account/sign-in");
    assert.deepEqual(
      people.filter(({ id }) => text.includes(id)).map(({ role }) => role),
      ["screener", "call_taker", "lado", "analyst", "records_officer"],
    );
  });

  test("shows what was recommended apart from what is still to do, and the manager the way to decide it", async () => {
    const { context } = site;
    const screener = await addStaff(context, ["screener"]);
    const manager = await addStaff(context, ["manager"], { name: "Helen Marsh" });
    const [done, open] = [await sendContact(context), await sendContact(context)];
    const reason = "The family is known to me";
    for (const { reference } of [done, open]) await takeContact(context, screener, { reference, reason });
    const owner = ownerOf(site);
    await recommendAll(context, owner, screener, done, "family_caf").finally(() => owner.end());
    const mine = await ask(site, "/hub", { cookie: await signedIn(context, screener) });
    assert.match(mine.text, /You hold 1 contact\./);
    const [working = "", waiting = ""] = mine.text.split("You recommended, a manager decides");
    assert.ok(working.includes(open.reference) && !working.includes(done.reference));
    assert.ok(waiting.includes(done.reference) && !waiting.includes(open.reference));
    const theirs = await ask(site, "/hub", { cookie: await signedIn(context, manager) });
    assert.ok(theirs.text.includes(`href="/hub/contacts/${done.reference}/decide"`));
    assert.ok(!theirs.text.includes(`href="/hub/contacts/${open.reference}/decide"`));
  });
});
