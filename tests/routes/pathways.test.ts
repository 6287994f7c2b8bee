import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Role, StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import { sendContact } from "../support/contacts.ts";
import { agreeAll, recommendAll, routeAll } from "../support/deciding.ts";
import { ask } from "../support/http-client.ts";
import { openCase } from "../support/open-case.ts";
import { ownerOf } from "../support/queue.ts";
import { startSite, type Site } from "../support/site.ts";
import { formIn, summaryLeads } from "../support/work-forms.ts";
import { addStaff, addTeam, signedIn, type Place } from "../support/staff.ts";

const wrote = "Asked the aunt about the mornings & the bus";

let site: Site;
let owner: postgres.Sql;
let screener: StaffActor;
let manager: StaffActor;
let otherAdvice: Place;
const cookies: Record<string, string> = {};

before(async () => {
  site = await startSite();
  site.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(site);
  const { context } = site;
  const join = async (key: string, role: Role, place: Place) => {
    const actor = await addStaff(context, [role], { place, name: key });
    cookies[key] = await signedIn(context, actor);
    return actor;
  };
  const hub = await addTeam(context);
  screener = await join("screener", "screener", hub);
  manager = await join("manager", "manager", hub);
  await join("adviser", "advice", await addTeam(context, { purpose: "advice" }));
  await join("coordinator", "advice", await addTeam(context, { purpose: "family_caf" }));
  await join("social", "social_work_manager", await addTeam(context, { purpose: "social_work" }));
  // Made after the work is routed, so that nothing is routed to them.
  otherAdvice = await addTeam(context);
  await join("stranger", "advice", otherAdvice);
  await join("otherSocial", "social_work_manager", otherAdvice);
});
after(async () => {
  await owner.end();
  await site.close();
});

const workFor = async (outcome: Outcome): Promise<string> => {
  const contact = await sendContact(site.context);
  if (outcome === "already_open")
    await openCase(site.context, owner, { childId: contact.childIds[0] ?? "", saidBy: screener.id });
  await recommendAll(site.context, owner, screener, contact, outcome);
  await routeAll(site.context, await agreeAll(site.context, owner, manager, contact));
  const [row] = await owner`select id from pathway where contact_id = ${contact.id}`;
  return row?.["id"] as string;
};
const row = async (id: string) => (await owner`select * from pathway where id = ${id}`)[0] ?? {};
const get = (who: string, path: string) => ask(site, path, { cookie: cookies[who] });

async function send(
  who: string,
  path: string,
  name: string,
  workId: string,
  answers: Record<string, string>,
) {
  const hidden = formIn(await get(who, path), name, workId);
  return ask(site, path, { cookie: cookies[who], form: { ...hidden, ...answers } });
}
async function accept(who: string, path: string, id: string) {
  const taken = await send(who, path, "accept", id, {});
  assert.equal(taken.status, 303, taken.text);
}

describe("who sees which work", () => {
  test("a team sees its own work, a manager of the hub every team's, and another team a page that is not there", async () => {
    const help = await workFor("advice");
    const referral = await workFor("assessment");
    const seen: [string, string, number][] = [
      ["adviser", `/advice/${help}`, 200],
      ["manager", `/advice/${help}`, 200],
      ["stranger", `/advice/${help}`, 404],
      ["coordinator", `/advice/${help}`, 404],
      ["social", `/advice/${help}`, 403],
      ["social", `/social-work/${referral}`, 200],
      ["manager", `/social-work/${referral}`, 200],
      ["otherSocial", `/social-work/${referral}`, 404],
      ["adviser", `/social-work/${referral}`, 403],
      ["manager", `/advice/${referral}`, 404],
      ["screener", "/hub/handed-over", 200],
      ["adviser", "/hub/handed-over", 403],
    ];
    for (const [who, path, status] of seen)
      assert.equal((await get(who, path)).status, status, `${who} ${path}`);
    const board = async (who: string, path: string) => (await get(who, path)).text;
    assert.ok((await board("adviser", "/advice")).includes(help));
    assert.ok((await board("manager", "/advice")).includes(help));
    assert.ok(!(await board("stranger", "/advice")).includes(help));
    assert.ok((await board("social", "/social-work")).includes(referral));
    assert.ok(!(await board("otherSocial", "/social-work")).includes(referral));
  });

  test("another team cannot change it either, and nothing is written", async () => {
    const id = await workFor("advice");
    const hidden = formIn(await get("adviser", `/advice/${id}`), "accept", id);
    const tried = await ask(site, `/advice/${id}`, { cookie: cookies["stranger"], form: hidden });
    assert.equal(tried.status, 404);
    assert.equal((await row(id))["owner_id"], null);
  });

  test("the hub reads social work's referral and cannot accept it", async () => {
    const id = await workFor("assessment");
    const page = await get("manager", `/social-work/${id}`);
    assert.ok(!page.text.includes(`accept-${id}-form`));
    const hidden = formIn(await get("social", `/social-work/${id}`), "accept", id);
    const tried = await ask(site, `/social-work/${id}`, { cookie: cookies["manager"], form: hidden });
    assert.equal(tried.status, 404);
  });
});

describe("the forms without a script", () => {
  test("accept, then a call, then advice that ends the work", async () => {
    const id = await workFor("advice");
    const path = `/advice/${id}`;
    assert.match((await get("adviser", path)).text, /Nobody said how it is safe to reach them/);
    await accept("adviser", path, id);
    const call = await send("adviser", path, "call", id, { result: "no_answer", note: wrote });
    assert.equal(call.location, `${path}?done=call`);
    const shown = await get("adviser", `${path}?done=call`);
    assert.match(shown.text, /The call is recorded/);
    assert.match(shown.text, /Asked the aunt about the mornings &amp; the bus/);
    const advice = await send("adviser", path, "advice", id, {
      ...{ advisedWho: "family", advisedName: "The mother", advisedHow: "phone", advice: "Ring them" },
      ...{ service: "Family centre", canDoIt: "yes", safeContact: "checked", finished: "yes" },
    });
    assert.equal(advice.status, 303, advice.text);
    assert.equal((await row(id))["state"], "closed");
    assert.match((await get("adviser", path)).text, /This work is over/);
  });

  test("what is missing comes back as 422 with what was typed and a summary that leads to it", async () => {
    const id = await workFor("advice");
    const path = `/advice/${id}`;
    await accept("adviser", path, id);
    const refused = await send("adviser", path, "advice", id, { advisedWho: "referrer", advice: wrote });
    assert.equal(refused.status, 422);
    summaryLeads(refused);
    assert.match(refused.text, /Asked the aunt about the mornings &amp; the bus<\/textarea>/);
    assert.match(
      refused.text,
      /type="radio"[^>]*checked=""[^>]*value="referrer"|value="referrer"[^>]*checked=""/,
    );
    const details = /<details[^>]*open=""[^>]*>.*?<\/details>/s.exec(refused.text)?.[0] ?? "";
    assert.ok(details.includes(`advice-${id}-form`), "the refused form stands open");
    assert.equal((await owner`select from pathway_entry where pathway_id = ${id}`).length, 0);
  });

  test("dates are three boxes, and one that does not exist is refused with its boxes kept", async () => {
    const id = await workFor("family_caf");
    const path = `/advice/${id}`;
    await accept("coordinator", path, id);
    const answers = {
      ...{ "contactedOn-day": "31", "contactedOn-month": "feb", "contactedOn-year": "2026" },
      ...{ contactedAt: "9am", spokeTo: "The mother", contactedHow: "phone" },
      ...{ handedTo: "R. Hall", handedOverBy: "The teacher", next: "A visit on Friday" },
    };
    const refused = await send("coordinator", path, "family-contact", id, answers);
    assert.equal(refused.status, 422);
    summaryLeads(refused);
    assert.match(refused.text, /name="contactedOn-month"[^>]*value="feb"/);
    const right = { ...answers, "contactedOn-day": "24", "contactedOn-month": "11" };
    const taken = await send("coordinator", path, "family-contact", id, right);
    assert.equal(taken.status, 303, taken.text);
    assert.equal((await row(id))["state"], "active", "nobody has said yes to leading it");
    const on = (field: string) => ({
      [`${field}-day`]: "24",
      [`${field}-month`]: "11",
      [`${field}-year`]: "26",
    });
    const lead = { name: "R. Hall", answer: "accepted", ...on("answeredOn"), answeredHow: "phone" };
    assert.equal((await send("coordinator", path, "lead", id, lead)).status, 303);
    assert.equal((await send("coordinator", path, "family-contact", id, right)).status, 303);
    assert.equal((await row(id))["state"], "closed");
    assert.match((await get("coordinator", path)).text, /Has the help begun/);
    const begun = await send("coordinator", path, "did-it-start", id, { started: "yes", saidBy: "R. Hall" });
    assert.equal(begun.status, 303, begun.text);
    assert.match((await get("coordinator", path)).text, /This work is over/);
  });

  test("a family that says no leaves the team's board for the manager's", async () => {
    const id = await workFor("family_caf");
    await accept("coordinator", `/advice/${id}`, id);
    const no = { agreement: "no", refusedBecause: wrote };
    const said = await send("coordinator", `/advice/${id}`, "agreement", id, no);
    assert.equal(said.location, "/advice?done=return");
    assert.match((await get("coordinator", "/advice?done=return")).text, /back with the hub/);
    assert.equal((await get("coordinator", `/advice/${id}`)).status, 404);
    assert.ok((await get("manager", "/hub/handed-over")).text.includes(id));
  });

  test("social work accepts in its own name, declines on routing alone, and a manager sends it on", async () => {
    const id = await workFor("assessment");
    const path = `/social-work/${id}`;
    const page = await get("social", path);
    assert.ok(!page.text.includes('value="refused"') && page.text.includes('value="wrong_area"'));
    const forged = { reason: "refused", because: wrote };
    assert.equal((await send("social", path, "return", id, forged)).status, 422);
    const declined = await send("social", path, "return", id, { reason: "wrong_area", because: wrote });
    assert.equal(declined.location, "/social-work?done=return");
    const [team] = await owner`select team_id from staff where name = 'social'`;
    const sent = await send("manager", path, "assign", id, { teamId: team?.["team_id"] as string });
    assert.equal(sent.status, 303, sent.text);
    await accept("social", path, id);
    const visit = { "firstVisitOn-day": "27", "firstVisitOn-month": "11", "firstVisitOn-year": "2026" };
    const given = { worker: "T. Osei", ...visit, firstVisitAt: "3:40pm" };
    assert.equal((await send("social", path, "allocation", id, given)).status, 303);
    const after = await get("social", path);
    assert.match(after.text, /27 November 2026/);
    assert.match(after.text, /T\. Osei/);
  });

  test("a form from an old page is 409, says what changed, and keeps what was typed", async () => {
    const id = await workFor("advice");
    const path = `/advice/${id}`;
    await accept("adviser", path, id);
    const old = formIn(await get("adviser", path), "call", id);
    await send("manager", path, "call", id, { result: "left_message" });
    const late = { ...old, result: "reached", note: wrote };
    const refused = await ask(site, path, { cookie: cookies["adviser"], form: late });
    assert.equal(refused.status, 409);
    assert.match(refused.text, /changed while you were writing/);
    assert.match(refused.text, /Asked the aunt about the mornings &amp; the bus<\/textarea>/);
    const version = /name="version" value="(\d+)"/.exec(
      refused.text.slice(refused.text.indexOf(`call-${id}-form`)),
    )?.[1];
    const again = { ...late, version: version ?? "" };
    assert.equal((await ask(site, path, { cookie: cookies["adviser"], form: again })).status, 303);
  });

  test("the same press twice records once, and a form that the page does not have is refused", async () => {
    const id = await workFor("advice");
    const path = `/advice/${id}`;
    await accept("adviser", path, id);
    const form = { ...formIn(await get("adviser", path), "call", id), result: "no_answer" };
    for (let press = 0; press < 2; press++)
      assert.equal((await ask(site, path, { cookie: cookies["adviser"], form })).status, 303);
    assert.equal((await owner`select from pathway_entry where pathway_id = ${id}`).length, 1);
    const wrongs: Record<string, string>[] = [{ do: "receipt" }, { do: "constructor" }, { version: "x" }];
    for (const wrong of wrongs) {
      const answer = await ask(site, path, { cookie: cookies["adviser"], form: { ...form, ...wrong } });
      assert.equal(answer.status, 400, JSON.stringify(wrong));
    }
  });
});

describe("what was handed over", () => {
  test("the hub confirms a transfer and records that a worker acknowledged", async () => {
    const [moved, open] = [await workFor("transfer"), await workFor("already_open")];
    const path = "/hub/handed-over";
    const refused = await send("screener", path, "receipt", moved, { receivedHow: wrote });
    assert.equal(refused.status, 422);
    summaryLeads(refused);
    assert.match(refused.text, /Asked the aunt about the mornings &amp; the bus/);
    const on = (field: string) => ({
      [`${field}-day`]: "24",
      [`${field}-month`]: "11",
      [`${field}-year`]: "26",
    });
    const receipt = {
      receivedBy: "R. Hall",
      ...on("receivedOn"),
      receivedAt: "9am",
      receivedHow: "By phone",
    };
    assert.equal((await send("screener", path, "receipt", moved, receipt)).location, `${path}?done=receipt`);
    assert.equal((await row(moved))["state"], "closed");
    const acknowledged = {
      ...{ acknowledgedBy: "T. Osei", ...on("acknowledgedOn"), acknowledgedAt: "9.30am" },
      ...{ acknowledgedHow: "phone", next: "Visits today", strategyNow: "no" },
    };
    assert.equal((await send("screener", path, "acknowledgement", open, acknowledged)).status, 303);
    assert.equal((await row(open))["state"], "closed");
  });

  test("work that nobody has accepted stands there until somebody does", async () => {
    const id = await workFor("advice");
    assert.ok((await get("manager", "/hub/handed-over")).text.includes(id));
    await accept("adviser", `/advice/${id}`, id);
    assert.ok(!(await get("manager", "/hub/handed-over")).text.includes(id));
  });
});

test("the server reported no fault", () => assert.deepEqual(site.faults, []));
