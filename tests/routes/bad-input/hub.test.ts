import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { outcomes, type Outcome } from "#domain/outcome";
import { takeContact } from "#services/contacts/take-contact";
import { formWith, hiddenOf, postForm, readPage, refusesAll, type Reader } from "../../support/bad-forms.ts";
import { executedIn, inMarkup, kept, packed } from "../../support/bad-strings.ts";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { agreeAll, recommendAll } from "../../support/deciding.ts";
import { filledIn, formsOn } from "../../support/html-forms.ts";
import { ask, type Answer } from "../../support/http-client.ts";
import { ownerOf } from "../../support/queue.ts";
import { startSite, type Site } from "../../support/site.ts";
import { addStaff, signedIn } from "../../support/staff.ts";

let site: Site;
let owner: postgres.Sql;
let sam: StaffActor;
let helen: StaffActor;
let screener: Reader;
let manager: Reader;

before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(site);
  sam = await addStaff(site.context, ["screener"]);
  helen = await addStaff(site.context, ["manager"]);
  screener = { url: site.url, cookie: await signedIn(site.context, sam) };
  manager = { url: site.url, cookie: await signedIn(site.context, helen) };
});
after(async () => {
  await owner.end();
  assert.deepEqual(site.faults, []);
  await site.close();
});

const path = (contact: SentContact, page: string) => `/hub/contacts/${contact.reference}/${page}`;
const held = async (children = [aChild()]): Promise<SentContact> => {
  const contact = await sendContact(site.context, { children });
  const reason = "The family is known to me";
  await takeContact(site.context, sam, { reference: contact.reference, reason });
  return contact;
};

/** The record of an outcome, opened to be written for one child. */
const openRecord = async (contact: SentContact, child: string, outcome: Outcome): Promise<Answer> => {
  const at = path(contact, "recommend");
  const choose = formWith(await readPage(screener, at), at, { do: "choose", child });
  return postForm(screener, choose, new URLSearchParams([...hiddenOf(choose), ["outcome", outcome]]));
};

describe("bad strings in the forms of the hub are refused and shown again", () => {
  test("when a contact is taken, taken over, rated and noted", async () => {
    const contact = await held();
    // Something more pressing waits, so taking this one asks why.
    await sendContact(site.context, { danger: "yes" });
    const other = await sendContact(site.context);
    const pages: [Reader, string][] = [
      [screener, path(other, "take")],
      [manager, path(contact, "take-over")],
      [screener, path(contact, "rate")],
      [screener, path(contact, "notes")],
    ];
    let fields = 0;
    for (const [reader, at] of pages) fields += await refusesAll(reader, at, await readPage(reader, at));
    assert.equal(fields, 4);
  });

  test("when a child is set aside, and when any outcome is recommended", async () => {
    const brother = aChild({ firstName: "Sol", standing: "household", relationship: "brother" });
    const at = path(await held([aChild(), brother]), "recommend");
    assert.equal(await refusesAll(screener, at, await readPage(screener, at)), 1);

    const contact = await held();
    let fields = 0;
    for (const outcome of outcomes) {
      const opened = await openRecord(contact, contact.childIds[0] ?? "", outcome);
      fields += await refusesAll(screener, path(contact, "recommend"), opened);
    }
    assert.ok(fields > 70, `${fields} fields of records`);
  });

  test("when a manager decides, changes what was recommended, and puts a decision right", async () => {
    const contact = await held();
    await recommendAll(site.context, owner, sam, contact, "family_caf");
    const at = path(contact, "decide");
    const asked = await readPage(manager, at);
    const said = (verdict: string): [string, string] => [`${contact.childIds[0]}.verdict`, verdict];
    const own = await refusesAll(manager, at, asked, [said("send_back")]);
    assert.ok(own >= 2, `${own} fields of a manager's own`);
    const verdict = formWith(asked, at, { contact: contact.id });
    const changing = new URLSearchParams([...hiddenOf(verdict), said("agree_with_changes")]);
    const changed = await postForm(manager, verdict, changing);
    const more = await refusesAll(manager, at, changed, [said("agree_with_changes")]);
    assert.ok(more > 15, `${more} fields of a changed record`);

    await agreeAll(site.context, owner, helen, contact);
    const decided = path(contact, "decided");
    const choose = formWith(await readPage(manager, decided), decided, { do: "choose" });
    const body = new URLSearchParams([...hiddenOf(choose), ["outcome", "assessment"]]);
    const put = await refusesAll(manager, decided, await postForm(manager, choose, body));
    assert.ok(put > 15, `${put} fields of a new decision`);
  });

  test("in an address: a search, a filter, and where to go after signing in", async () => {
    const auditor = await signedIn(site.context, await addStaff(site.context, ["auditor"]));
    for (const text of packed(1_000)) {
      const asked = new URLSearchParams({ reference: text, show: text, page: text, next: text, done: text });
      for (const [at, cookie] of [
        ["/admin/audit", auditor],
        ["/hub/triage", screener.cookie],
        ["/hub", screener.cookie],
        ["/account/sign-in", undefined],
      ] as const) {
        const page = await ask(site, `${at}?${asked.toString()}`, { cookie });
        assert.ok(page.status < 500, `${at} answered ${page.status}`);
        assert.deepEqual(executedIn(page.text), [], at);
      }
      const signIn = await ask(site, "/account/sign-in", { form: { person: sam.id, next: text } });
      assert.match(signIn.location ?? "", /^\/(?![/\\])/, "nobody is led elsewhere");
    }
  });
});

describe("bad strings in the forms of the hub are kept and shown exactly", () => {
  const shows = (page: Answer, text: string, what: string) =>
    assert.ok(page.text.includes(inMarkup(kept(text))), `${what} does not show ${text}`);

  test("in a rating's reason and in notes", async () => {
    const contact = await held();
    const rate = path(contact, "rate");
    const texts = packed(300);
    for (const text of texts) {
      const [form] = formsOn((await readPage(screener, rate)).text, rate).filter(
        (one) => one.choices.size > 0,
      );
      assert.ok(form);
      const body = filledIn(form, { write: () => text, date: "", time: "" });
      assert.equal((await postForm(screener, form, body)).status, 303);
    }
    const rated = await readPage(screener, rate);
    for (const text of texts) shows(rated, text, "the ratings");
    const notes = path(contact, "notes");
    for (const text of packed(20_000)) {
      const written = new URLSearchParams({ kind: "note", text });
      assert.equal((await postForm(screener, { action: notes }, written)).status, 303);
      shows(await readPage(screener, notes), text, "the notes");
    }
  });

  test("in every field of every record, from the screener to the manager to who reads it later", async () => {
    const [lines, boxes] = [packed(200), packed(3_000)];
    for (const outcome of outcomes.filter((one) => one !== "already_open")) {
      // A child for each text that a box can hold, so that each box of the outcome holds each of them once.
      const contact = await held(boxes.map((_, index) => aChild({ firstName: `Child ${index}` })));
      const at = path(contact, "recommend");
      for (const [index, child] of contact.childIds.entries()) {
        const opened = await openRecord(contact, child, outcome);
        const form = formWith(opened, at, { do: "recommend", child });
        const write = (name: string, long: boolean) =>
          (long ? boxes[index] : lines[(index * 7 + name.length) % lines.length]) ?? "";
        const body = filledIn(form, { write, date: "2026-11-24", time: "9am", choose: { agreement: "yes" } });
        const sent = await postForm(screener, form, body);
        assert.equal(
          sent.status,
          303,
          `${outcome}: ${/error-summary__list">(.*?)<\/ul>/.exec(sent.text)?.[1]}`,
        );
      }
      const decide = path(contact, "decide");
      const asked = await readPage(manager, decide);
      for (const text of boxes) shows(asked, text, `${outcome}, to be decided,`);
      const verdict = formWith(asked, decide, { contact: contact.id });
      const body = new URLSearchParams(hiddenOf(verdict));
      for (const [index, child] of contact.childIds.entries()) {
        body.append(`${child}.verdict`, "agree");
        body.append(`${child}.ownReason`, boxes[index] ?? "");
        body.append(`${child}.pattern`, boxes[index] ?? "");
      }
      const done = await postForm(manager, verdict, body);
      assert.equal(
        done.status,
        303,
        `${outcome}: ${/error-summary__list">(.*?)<\/ul>/.exec(done.text)?.[1]}`,
      );
      const decided = await readPage(manager, path(contact, "decided"));
      for (const text of boxes) shows(decided, text, `${outcome}, decided,`);
    }
  });
});
