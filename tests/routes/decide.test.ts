import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Draft } from "#domain/decision-problems";
import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import { takeContact } from "#services/contacts/take-contact";
import { complete } from "../domain/complete-drafts.ts";
import { aChild, sendContact, type SentContact } from "../support/contacts.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { hidden, posted } from "../support/record-posts.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, signedIn } from "../support/staff.ts";

describe("recommending and deciding over HTTP", () => {
  let site: Site;
  let screener: StaffActor;
  let cookies: Record<"screener" | "manager" | "other", string>;
  before(async () => {
    site = await startSite();
    site.at(new Date("2026-11-24T10:00:00Z"));
    const { context } = site;
    screener = await addStaff(context, ["screener"]);
    const manager = await addStaff(context, ["manager"], { name: "Helen Marsh" });
    const other = await addStaff(context, ["manager"], { name: "Imran Aziz" });
    cookies = {
      screener: await signedIn(context, screener),
      manager: await signedIn(context, manager),
      other: await signedIn(context, other),
    };
  });
  after(() => site.close());

  const path = (contact: SentContact, page: string) => `/hub/contacts/${contact.reference}/${page}`;
  const arrive = async (children = [aChild()]) => {
    const contact = await sendContact(site.context, { children });
    await takeContact(site.context, screener, {
      reference: contact.reference,
      reason: "The family is known to me",
    });
    return contact;
  };
  const recommend = async (contact: SentContact, outcome: Outcome, draft: Draft = complete[outcome]) => {
    const child = contact.childIds[0] ?? "";
    const place = path(contact, "recommend");
    const first = await ask(site, place, { cookie: cookies.screener });
    const chosen = { do: "choose", version: hidden(first, "version"), child, outcome };
    const page = await ask(site, place, { cookie: cookies.screener, form: chosen });
    assert.equal(page.status, 200, page.text);
    assert.ok(!/ checked=/.test(page.text), "nothing is chosen beforehand");
    assert.doesNotMatch(page.text, /<title>Error/, "an empty form is no error");
    const form = new URLSearchParams([
      ["do", "recommend"],
      ["version", hidden(page, "version")],
      ["formKey", hidden(page, "formKey")],
      ["child", child],
      ["outcome", outcome],
      ...posted(draft),
    ]);
    return ask(site, place, { cookie: cookies.screener, form });
  };
  const openDecide = async (contact: SentContact, who: "manager" | "other") => {
    const page = await ask(site, path(contact, "decide"), { cookie: cookies[who] });
    assert.equal(page.status, 200, page.text);
    assert.ok(!/ checked=/.test(page.text), "nothing is chosen beforehand");
    return page;
  };
  const decide = (
    contact: SentContact,
    page: Answer,
    who: "manager" | "other",
    parts: [string, string][],
  ) => {
    const child = contact.childIds[0] ?? "";
    const form = new URLSearchParams([
      ...["version", "formKey", "contact"].map((name): [string, string] => [name, hidden(page, name)]),
      ["child", child],
      ...parts.map(([name, value]): [string, string] => [`${child}.${name}`, value]),
    ]);
    return ask(site, path(contact, "decide"), { cookie: cookies[who], form });
  };

  for (const outcome of ["family_caf", "assessment", "information_only"] as const) {
    test(`a manager agrees to ${outcome} with two clicks and a sentence`, async () => {
      const contact = await arrive();
      assert.equal((await recommend(contact, outcome)).status, 303);
      const page = await openDecide(contact, "manager");
      const done = await decide(contact, page, "manager", [
        ["verdict", "agree"],
        ["ownReason", "I have read it and agree."],
      ]);
      assert.equal(done.status, 303, done.text);
      const after_ = await ask(site, done.location ?? "", { cookie: cookies.manager });
      assert.match(after_.text, /Every child of this contact is decided/);
      assert.match(after_.text, /on its way to whoever does it/);
      assert.ok(after_.text.includes(`href="${path(contact, "decided")}"`), "the way to what was decided");
    });
  }

  test("offers no form to somebody who does not hold the contact, but the way to take it", async () => {
    const contact = await sendContact(site.context);
    const page = await ask(site, path(contact, "recommend"), { cookie: cookies.screener });
    assert.equal(page.status, 200);
    assert.ok(!page.text.includes('name="outcome"'), "no form that could not be sent");
    assert.match(page.text, /Only whoever holds a contact recommends/);
    assert.ok(page.text.includes(`href="${path(contact, "take")}"`));
  });

  test("keeps every word of somebody whose time ran out while they wrote", async () => {
    const contact = await arrive();
    const manager = { cookie: cookies.manager };
    const form = { reason: "Needs somebody senior" };
    const taken = await ask(site, path(contact, "take-over"), { ...manager, form });
    assert.equal(taken.status, 303, taken.text);
    const version = hidden(await ask(site, path(contact, "decide"), manager), "version");
    const late = await ask(site, path(contact, "recommend"), {
      cookie: cookies.screener,
      form: new URLSearchParams([
        ["do", "recommend"],
        ["version", version],
        ["formKey", site.context.newId()],
        ["child", contact.childIds[0] ?? ""],
        ["outcome", "family_caf"],
        ...posted({ ...complete.family_caf, strengths: "A gran who <copes>" }),
      ]),
    });
    assert.equal(late.status, 409);
    assert.match(late.text, /Nothing was sent, because you do not hold this contact any more/);
    assert.match(late.text, /Helen Marsh holds it since/);
    assert.match(late.text, /A gran who &lt;copes&gt;/);
  });

  test("tells the screener what happens next, and the manager who is invited and when", async () => {
    const contact = await arrive();
    const sent = await recommend(contact, "family_caf");
    const next = await ask(site, sent.location ?? "", { cookie: cookies.screener });
    assert.match(next.text, /Your recommendation waits for a manager/);
    assert.match(next.text, /Take the next contact/);
    const page = await openDecide(contact, "manager");
    assert.match(page.text, /23 November 2026/, "a date in words");
    assert.ok(!page.text.includes("2026-11-23"));
    assert.match(page.text, /A bruise on her arm/, "what was sent stands beside the form");
  });

  test("keeps every word when something is missing, and says it beside the field", async () => {
    const contact = await arrive();
    const { safeNow: _, ...lacking } = complete.assessment;
    const refused = await recommend(contact, "assessment", { ...lacking, questions: "Who minds <him>?" });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /<title>Error: /);
    assert.match(refused.text, /href="#safeNow"/);
    assert.match(refused.text, /Who minds &lt;him&gt;\?/);
  });

  test("sends back with a question, which needs the question", async () => {
    const contact = await arrive();
    await recommend(contact, "family_caf");
    const page = await openDecide(contact, "manager");
    const empty = await decide(contact, page, "manager", [["verdict", "send_back"]]);
    assert.equal(empty.status, 422);
    const sent = await decide(contact, page, "manager", [
      ["verdict", "send_back"],
      ["question", "Has the health visitor seen her?"],
    ]);
    assert.equal(sent.status, 303, sent.text);
    const back = await ask(site, path(contact, "recommend"), { cookie: cookies.screener });
    assert.match(back.text, /Has the health visitor seen her\?/);
  });

  test("opens a changed record from what was recommended, and records the change", async () => {
    const contact = await arrive();
    await recommend(contact, "family_caf");
    const page = await openDecide(contact, "manager");
    const own: [string, string] = ["ownReason", "A quicker first meeting."];
    const opened = await decide(contact, page, "manager", [["verdict", "agree_with_changes"], own]);
    assert.equal(opened.status, 422);
    assert.match(opened.text, /Debt advice/, "the record starts from the screener's words");
    const done = await decide(contact, opened, "manager", [
      ["verdict", "agree_with_changes"],
      own,
      ["outcome", "family_caf"],
      ...posted({ ...complete.family_caf, needs: "Debt advice this week" }),
    ]);
    assert.equal(done.status, 303, done.text);
  });

  test("shows whoever is second what stands, with their own text", async () => {
    const contact = await arrive();
    await recommend(contact, "family_caf");
    const [first, second] = [await openDecide(contact, "manager"), await openDecide(contact, "other")];
    const mine = "My own careful sentence.";
    await decide(contact, first, "manager", [
      ["verdict", "agree"],
      ["ownReason", "Agreed."],
    ]);
    const late = await decide(contact, second, "other", [
      ["verdict", "agree"],
      ["ownReason", mine],
    ]);
    assert.equal(late.status, 409);
    assert.match(late.text, /<title>Error: /);
    assert.match(late.text, /decided .* by Helen Marsh/);
    assert.ok(late.text.includes(mine), "no text is lost");
    const again = await decide(contact, first, "manager", [
      ["verdict", "agree"],
      ["ownReason", "Agreed."],
    ]);
    assert.equal(again.status, 303, "the same form sent twice is answered with the first result");
  });

  test("wants every child of the household settled first", async () => {
    const brother = aChild({ firstName: "Sol", standing: "household", relationship: "brother" });
    const contact = await arrive([aChild(), brother]);
    const place = path(contact, "recommend");
    const page = await ask(site, place, { cookie: cookies.screener });
    assert.match(page.text, /First: the other children of the household/);
    const id = contact.childIds[1] ?? "";
    const settle = (parts: Record<string, string>) =>
      ask(site, place, {
        cookie: cookies.screener,
        form: { do: "rule", child: id, version: hidden(page, "version"), ...parts },
      });
    assert.equal((await settle({})).status, 422);
    const settled = await settle({
      [`${id}.standing`]: "considered",
      [`${id}.because`]: "Lives with his aunt.",
    });
    assert.equal(settled.status, 303, settled.text);
    assert.equal((await recommend(contact, "family_caf")).status, 303);
  });
});
