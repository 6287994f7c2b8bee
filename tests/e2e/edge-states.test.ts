import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright";
import type postgres from "postgres";
import { roles, type Role, type StaffActor } from "#domain/actor";
import { settingGroups } from "#domain/setting-groups";
import { outcomes } from "#domain/outcome";
import { startSession } from "#services/accounts/start-session";
import { takeContact } from "#services/contacts/take-contact";
import { compareContact } from "../support/arriving.ts";
import { professionalAnswers } from "../support/answers.ts";
import { openBrowser, phone, visit, type Visitor } from "../support/browser.ts";
import { hiddenOf } from "../support/bad-forms.ts";
import { aChild, sendContact, type SentContact } from "../support/contacts.ts";
import { agreeAll, recommendAll, routeAll } from "../support/deciding.ts";
import { fillForm, placeOf, sendingKey, startForm } from "../support/form-client.ts";
import { formsOn, type HtmlForm } from "../support/html-forms.ts";
import { ask, type Answer } from "../support/http-client.ts";
import { lookingAt, titleOf, type Looking } from "../support/looking.ts";
import { ownerOf } from "../support/queue.ts";
import { openCase } from "../support/open-case.ts";
import { addressOf, mayEnter, paramsIn, rows, type Row } from "../support/rows.ts";
import { startSite, type Site } from "../support/site.ts";
import { addStaff, addTeam } from "../support/staff.ts";

/** The states that a quiet week does not show: nothing at all, names that do not break, and whatever is refused. */

/** As long as the form takes, and with nothing in it to break a line at. */
const long = "Featherstonehaughcholmondeley".repeat(7).slice(0, 200);

let site: Site;
let owner: postgres.Sql;
let browser: Browser;
let visitor: Visitor;
let looking: Looking;
let screener: StaffActor;
let manager: StaffActor;
let police: StaffActor;
const secrets = new Map<Role | "other", string>();
let contacts: SentContact[] = [];

before(async () => {
  [site, browser] = await Promise.all([startSite(), openBrowser()]);
  site.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(site);
  const { context } = site;
  const hub = await addTeam(context);
  const joins = async (key: Role | "other", role: Role, place = hub) => {
    const person = await addStaff(context, [role], { place, name: `${key} ${long.slice(0, 60)}` });
    secrets.set(key, (await startSession(context, person.id)).secret);
    return person;
  };
  screener = await joins("screener", "screener");
  manager = await joins("manager", "manager");
  await joins("other", "screener");
  await joins("advice", "advice", await addTeam(context, { purpose: "advice" }));
  const socialWork = await addTeam(context, { purpose: "social_work" });
  await joins("social_work_manager", "social_work_manager", socialWork);
  police = await joins("partner", "partner", await addTeam(context, { kind: "police", purpose: "partner" }));
  for (const role of roles.filter((each) => !secrets.has(each))) await joins(role, role);
  visitor = await visit(browser, { url: site.url, javaScript: true, viewport: phone });
  looking = lookingAt(site, visitor, [long]);
});
after(async () => {
  await owner.end();
  await visitor.context.close();
  await browser.close();
  assert.deepEqual(visitor.troubles, []);
  assert.deepEqual(site.faults, []);
  await site.close();
});

/** Rows with a page behind sign-in, as each role that may come in. */
const staffPages = () =>
  rows.flatMap((row) => {
    const built = site.build.routes[row.name]?.module as { default?: unknown };
    if (built.default === undefined || !Array.isArray(row.access)) return [];
    return roles.filter((role) => mayEnter(row, [role])).map((role) => ({ row, role }));
  });

/** Pages about a decision differ by its outcome; the others are the same for a few contacts and for all of them. */
const aboutOutcomes = /decide|recommend/;
const few = 4;

async function addressesOf(row: Row): Promise<string[]> {
  const [param] = paramsIn(row);
  if (param === undefined) return [addressOf(row, {})];
  if (param === "group") return settingGroups.map((group) => addressOf(row, { group }));
  if (param === "reference") {
    const those = aboutOutcomes.test(row.name) ? contacts : contacts.slice(0, few);
    return those.map(({ reference }) => addressOf(row, { reference }));
  }
  return (await idsFor(row)).map(({ id }) => addressOf(row, { id }));
}

function idsFor({ name }: Row): Promise<{ id: string }[]> | { id: string }[] {
  if (name.startsWith("strategy.")) return owner<{ id: string }[]>`select id from strategy_discussion`;
  if (name.startsWith("admin.organisation"))
    return owner<{ id: string }[]>`select id from organisation limit 2`;
  if (name === "admin.team") return owner<{ id: string }[]>`select id from team limit 2`;
  // A force that has uploaded nothing, an agency that was asked nothing: every-page.test.ts opens those.
  if (name.startsWith("police.") || name.startsWith("partner.")) return [];
  if (name === "lado.record") return owner<{ id: string }[]>`select id from lado_record`;
  if (name.startsWith("insight.")) return owner<{ id: string }[]>`select decision_id as id from second_look`;
  if (name.startsWith("admin.")) return [{ id: screener.id }];
  return owner<{ id: string }[]>`select id from pathway`;
}

/** Roles whose pages are laid out as a screener's or a manager's are: every-page.test.ts opens them all. */
const alike: readonly Role[] = ["call_taker", "out_of_hours", "on_call_manager", "auditor"];

/** Sees them all before it fails, so that one run names everything that is wrong. */
async function everyStaffPage(
  see: (address: string, role: Role) => Promise<void>,
  without: readonly Role[] = [],
) {
  const wrong: string[] = [];
  for (const { row, role } of staffPages().filter((one) => !without.includes(one.role)))
    for (const address of await addressesOf(row))
      await see(address, role).catch((error: unknown) => wrong.push(`as ${role}: ${String(error)}`));
  assert.deepEqual(wrong, []);
}

describe("a house where nothing has happened yet", () => {
  test("shows every list empty, to everybody who may read it", async (t) => {
    let lists = 0;
    await everyStaffPage(async (address, role) => {
      const { status, text } = await looking.look(address, secrets.get(role));
      assert.equal(status, 200, address);
      // A list without anything in it says so; it is not a heading over nothing.
      assert.ok(!/<tbody[^>]*><\/tbody>|<ul[^>]*><\/ul>/.test(text), `${address} has an empty list`);
      lists += 1;
    });
    t.diagnostic(`${lists} pages, ${looking.shapes()} of a new shape`);
  });
});

/** Somebody whose every word is as long as the form takes. */
const person = { firstName: long, lastName: long, knownAs: long, school: long };

describe("names of two hundred letters without a gap", () => {
  before(async () => {
    const { context } = site;
    const adult = { birth: { kind: "not_known" }, livesWithChild: "yes" } as const;
    const send = () =>
      sendContact(context, {
        children: [
          aChild(person),
          aChild({ ...person, birth: { kind: "unborn", dueDate: null }, standing: "household" }),
        ],
        adults: [
          { ...adult, name: long, relationship: long, parentalResponsibility: "yes", mayBeRisk: true },
        ],
        address: { lines: [long, long], postcode: null },
        whatHappened: long.repeat(3),
        helpers: [{ name: long, agency: long, contact: long }],
      });
    const allSubjects = (contact: SentContact) =>
      owner`update contact_child set standing = 'subject' where contact_id = ${contact.id}`;
    const [held, unsettled, untouched] = [await send(), await send(), await send()];
    await allSubjects(held);
    for (const { reference } of [held, unsettled])
      await takeContact(context, screener, { reference, reason: long });
    contacts = [held, unsettled, untouched];
    // The others learn that a newer one came.
    await compareContact(context, untouched);
    for (const outcome of outcomes) {
      const contact = await send();
      const saidBy = screener.id;
      if (outcome === "already_open")
        for (const childId of contact.childIds) await openCase(context, owner, { childId, saidBy });
      await allSubjects(contact);
      await recommendAll(context, owner, screener, contact, outcome, { invited: [police.organisationId] });
      contacts.push(contact);
      if (outcome === "information_only") continue;
      await routeAll(context, await agreeAll(context, owner, manager, contact));
    }
  });

  test("fit on every page of staff", async (t) => {
    const before = looking.shapes();
    let named = 0;
    await everyStaffPage(async (address, role) => {
      const { text } = await looking.look(address, secrets.get(role), "fit");
      if (text.includes(long)) named += 1;
    }, alike);
    assert.ok(named > 100, `${named} pages with such a name`);
    t.diagnostic(`${named} pages, ${looking.shapes() - before} of a new shape`);
  });

  test("fit on the form that somebody fills in", async () => {
    const form = await startForm(site);
    const [child] = professionalAnswers["children"] as { item: number; answer: Record<string, string> }[];
    const answers = {
      ...professionalAnswers,
      you: { ...(professionalAnswers["you"] as Record<string, string>), name: long, organisation: long },
      children: [{ item: 1, answer: { ...child?.answer, firstName: long, lastName: long, school: long } }],
    };
    await fillForm(form, answers);
    const [name = "", value = ""] = form.cookie.split(/=(.*)/s);
    await visitor.context.addCookies([{ name, value, domain: "localhost", path: `/f/${form.draft}` }]);
    for (const place of [placeOf("children"), placeOf("where"), "check"]) {
      const { text, status } = await form.get(place);
      assert.equal(status, 200, place);
      assert.ok(!titleOf(text).includes(long));
      await visitor.page.goto(`/f/${form.draft}/${place}`);
    }
    assert.ok(await sendingKey(form));
  });
});

/** What a form asks, whoever it is about: the same form on the pages of two contacts is one. */
const kindOf = ({ action, hidden, ...fields }: HtmlForm) =>
  JSON.stringify([
    action.replace(/\/(contacts|people)\/[^/]+/, ""),
    hidden.filter(([name]) => name === "do" || name === "outcome"),
    [...fields.texts.map(({ name }) => name), ...fields.dates, ...fields.ticks.keys()],
    [...fields.choices.keys()],
  ]).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");

const asksSomething = ({ texts, dates, choices, ticks }: HtmlForm) =>
  texts.length + dates.length + choices.size + ticks.size > 0;

describe("a form that is refused", () => {
  test("says so in its title, its summary and beside each field, whichever it is", async (t) => {
    const before = looking.shapes();
    const seen = new Set<string>();
    let refused = 0;
    const refusesEach = async (page: Answer, address: string, secret: string | undefined) => {
      for (const form of formsOn(page.text, address)) {
        if (!asksSomething(form) || seen.has(kindOf(form))) continue;
        seen.add(kindOf(form));
        const { status } = await looking.post(form, hiddenOf(form), secret);
        if (status === 400 || status === 422) refused += 1;
      }
    };
    await everyStaffPage(async (address, role) => {
      const page = await ask(site, address, { cookie: `session=${secrets.get(role)}` });
      await refusesEach(page, address, secrets.get(role));
    }, alike);
    // The records are behind a choice; each outcome has its own.
    const [held] = contacts;
    const at = `/hub/contacts/${held?.reference}/recommend`;
    const secret = secrets.get("screener");
    for (const outcome of outcomes) {
      const page = await ask(site, at, { cookie: `session=${secret}` });
      const all = formsOn(page.text, at).map(hiddenOf);
      const choose = all.find((hidden) => hidden.some(([, value]) => value === "choose"));
      assert.ok(choose, at);
      const opened = await ask(site, at, {
        cookie: `session=${secret}`,
        form: new URLSearchParams([...choose, ["outcome", outcome]]),
      });
      await refusesEach(opened, at, secret);
    }
    assert.ok(refused > 20, `${refused} of ${seen.size} forms were refused`);
    t.diagnostic(`${refused} forms refused, ${looking.shapes() - before} of a new shape`);
  });

  test("because a newer contact came meanwhile, asks for a tick and keeps what was typed", async () => {
    const contact = contacts.at(3 + outcomes.indexOf("information_only"));
    assert.ok(contact);
    const at = `/hub/contacts/${contact.reference}/decide`;
    const secret = secrets.get("on_call_manager");
    const page = await ask(site, at, { cookie: `session=${secret}` });
    const [form] = formsOn(page.text, at).filter(({ choices }) => choices.size > 0);
    assert.ok(form);
    await compareContact(site.context, await sendContact(site.context, { children: [aChild(person)] }));
    const typed = contact.childIds.flatMap((id): [string, string][] => [
      [`${id}.verdict`, "agree"],
      [`${id}.ownReason`, `My own sentence. ${long}`],
    ]);
    const refused = await looking.post(form, [...hiddenOf(form), ...typed], secret);
    assert.equal(refused.status, 422);
    const main = visitor.page.locator("main");
    assert.ok(!(await main.getByLabel("I have seen it").isChecked()));
    assert.ok((await main.getByText("My own sentence.").count()) > 0, "what was typed is lost");
  });

  test("because somebody else decided meanwhile, shows what they decided and what was typed", async () => {
    const contact = contacts.at(3 + outcomes.indexOf("information_only"));
    assert.ok(contact);
    const at = `/hub/contacts/${contact.reference}/decide`;
    const secret = secrets.get("on_call_manager");
    const page = await ask(site, at, { cookie: `session=${secret}` });
    const [form] = formsOn(page.text, at).filter(({ choices }) => choices.size > 0);
    assert.ok(form);
    await agreeAll(site.context, owner, manager, contact);
    const typed = contact.childIds.flatMap((id): [string, string][] => [
      [`${id}.verdict`, "agree"],
      [`${id}.ownReason`, `My own sentence. ${long}`],
    ]);
    const late = await looking.post(form, [...hiddenOf(form), ...typed], secret);
    assert.equal(late.status, 409);
    assert.match(await visitor.page.title(), /^Error: /);
    const main = visitor.page.locator("main");
    assert.ok((await main.getByText("This changed while you were writing").count()) === 1);
    assert.ok((await main.getByText("My own sentence.").count()) > 0, "what was typed is lost");
  });
});
