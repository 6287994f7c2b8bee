import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { formatReference } from "#domain/reference";
import { takeContact } from "#services/contacts/take-contact";
import { arriveAbout } from "../support/arriving.ts";
import { hiddenOf } from "../support/bad-forms.ts";
import type { SentContact } from "../support/contacts.ts";
import { recommendAll } from "../support/deciding.ts";
import { formsOn, type HtmlForm } from "../support/html-forms.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

describe("a newer contact about the same child, over HTTP", () => {
  let site: Site;
  let screener: StaffActor;
  let cookie: string;
  before(async () => {
    site = await startSite();
    site.at(new Date("2026-11-24T10:00:00Z"));
    screener = await addStaff(site.context, ["screener"]);
    cookie = await signedIn(site.context, await addStaff(site.context, ["manager"]));
  });
  after(() => site.close());

  const path = ({ reference }: SentContact, page = "") => `/hub/contacts/${reference}${page}`;
  const verdictForm = (page: Answer, at: string): HtmlForm => {
    const [form] = formsOn(page.text, at).filter(({ choices }) => choices.size > 0);
    assert.ok(form, page.text);
    return form;
  };

  test("whoever holds the family reads of it on their list and on the page, and a manager that it presses", async () => {
    const child = { firstName: "Tove", lastName: "Lindqvist" };
    const first = await arriveAbout(site.context, child, { hoursAgo: 2 });
    const holder = await addStaff(site.context, ["screener"], { name: "Sam King" });
    await takeContact(site.context, holder, { reference: first.reference, reason: "" });
    const own = await signedIn(site.context, holder);
    assert.doesNotMatch((await ask(site, "/hub", { cookie: own })).text, /About families that you hold/);
    const second = await arriveAbout(site.context, child, { hoursAgo: 1, danger: "yes" });
    const mine = (await ask(site, "/hub", { cookie: own })).text;
    assert.match(mine, /About families that you hold/);
    assert.match(mine, /A new contact about this family came at 9am\. Anybody may take it\./);
    assert.match(mine, new RegExp(formatReference(second.reference)));
    assert.match(
      (await ask(site, path(first), { cookie: own })).text,
      /new contact about this family came at 9am/,
    );
    assert.match(
      (await ask(site, "/hub", { cookie })).text,
      /A contact that waits for nobody came at 9am about a family that Sam King holds\./,
    );
    assert.match((await ask(site, "/hub/triage", { cookie: own })).text, /theirs first for 15 minutes/);
  });

  test("the first one's pages say so, and a decision that was being written waits for a tick, with every word kept", async () => {
    const child = { firstName: "Ines", lastName: "Duarte" };
    const first = await arriveAbout(site.context, child, { hoursAgo: 2 });
    const owner = ownerOf(site);
    await recommendAll(site.context, owner, screener, first, "assessment");
    await owner.end();
    const at = path(first, "/decide");
    const opened = await ask(site, at, { cookie });
    assert.doesNotMatch(opened.text, /newer contact/i);

    const second = await arriveAbout(site.context, child, { hoursAgo: 1, danger: "not_sure" });
    for (const page of ["", "/matches", "/recommend", "/decide"]) {
      const { text } = await ask(site, path(first, page), { cookie });
      assert.match(text, /A newer contact about these children/, page);
      assert.match(text, new RegExp(formatReference(second.reference)), page);
      assert.match(text, /May be in danger now/, page);
      assert.match(text, /date of birth same/, page);
    }
    const { text: summary } = await ask(site, path(first), { cookie });
    assert.match(summary, /No earlier record found for these children/);
    assert.doesNotMatch((await ask(site, path(second), { cookie })).text, /A newer contact/);
    const queue = await ask(site, "/hub/triage?show=recommended", { cookie });
    assert.match(queue.text, /Newer contact: today 9am/);

    const form = verdictForm(opened, at);
    const id = first.childIds[0] ?? "";
    const words: [string, string][] = [
      [`${id}.verdict`, "agree"],
      [`${id}.ownReason`, "I read <all> of it."],
    ];
    const post = (fields: [string, string][]) =>
      ask(site, at, { cookie, form: new URLSearchParams([...fields, ...words]) });
    const refused = await post(hiddenOf(form));
    assert.equal(refused.status, 422);
    assert.match(refused.text, /<title>Error: /);
    assert.match(refused.text, /href="#seen"/);
    assert.match(refused.text, /I read &lt;all&gt; of it\./);
    const again = verdictForm(refused, at);
    assert.deepEqual([...again.ticks], [["seen", [second.reference]]]);
    assert.equal((await post(hiddenOf(again))).status, 422, "the page that says so is no tick");
    const done = await post([...hiddenOf(again), ["seen", second.reference]]);
    assert.equal(done.status, 303, done.text);
  });

  test("a form that was opened in the knowledge of the newer one asks for no tick", async () => {
    const child = { firstName: "Tomasz", lastName: "Wisniewski" };
    const first = await arriveAbout(site.context, child, { hoursAgo: 2 });
    const owner = ownerOf(site);
    await recommendAll(site.context, owner, screener, first, "assessment");
    await owner.end();
    await arriveAbout(site.context, child, { hoursAgo: 1 });
    const at = path(first, "/decide");
    const form = verdictForm(await ask(site, at, { cookie }), at);
    assert.equal(form.ticks.size, 0);
    const id = first.childIds[0] ?? "";
    const done = await ask(site, at, {
      cookie,
      form: new URLSearchParams([
        ...hiddenOf(form),
        [`${id}.verdict`, "agree"],
        [`${id}.ownReason`, "I read both and agree."],
      ]),
    });
    assert.equal(done.status, 303, done.text);
  });
});
