import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { Conflict, Invalid } from "#services/errors";
import { sweepClocks } from "#services/clocks/sweep-clocks";
import { acceptPathway } from "#services/pathways/accept-pathway";
import { recordAdvice } from "#services/pathways/record-advice";
import { recordAgreement, recordFamilyContact, recordLead } from "#services/pathways/record-caf";
import { recordCall, recordSafeCalling } from "#services/pathways/record-call";
import { recordStart } from "#services/pathways/record-start";
import { readPathway } from "#services/pathways/read-pathway";
import { returnPathway } from "#services/pathways/return-pathway";
import { stepUp } from "#services/pathways/step-up";
import { sweepStartChecks } from "#services/pathways/sweep-start-checks";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { advice, agreed, familyContact, leads, opening } from "../../support/pathway-drafts.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let screener: StaffActor;
let manager: StaffActor;
let coordinator: StaffActor;
let adviser: StaffActor;

before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  const hub = await addTeam(kit.context);
  screener = await addStaff(kit.context, ["screener"], { place: hub });
  manager = await addStaff(kit.context, ["manager"], { place: hub });
  const [early, help] = [
    await addTeam(kit.context, { purpose: "family_caf" }),
    await addTeam(kit.context, { purpose: "advice" }),
  ];
  coordinator = await addStaff(kit.context, ["advice"], { place: early });
  adviser = await addStaff(kit.context, ["advice"], { place: help });
});
beforeEach(() => kit.at(opening));
after(async () => {
  await owner.end();
  await kit.close();
});

async function workFor(outcome: "advice" | "family_caf", over = {}): Promise<string> {
  const contact = await sendContact(kit.context);
  await recommendAll(kit.context, owner, screener, contact, outcome, over);
  await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
  const [row] = await owner`select id from pathway where contact_id = ${contact.id}`;
  return row?.["id"] as string;
}
const now = async (id: string) => (await owner`select * from pathway where id = ${id}`)[0] ?? {};
const caf = async (id: string) => (await owner`select * from caf_redirect where pathway_id = ${id}`)[0] ?? {};
const form = async (id: string, draft: Record<string, unknown>, formKey = kit.context.newId()) => ({
  ...{ id, version: (await now(id))["version"] as number, formKey, draft },
});
const accept = async (actor: StaffActor, id: string) =>
  acceptPathway(kit.context, actor, { id, version: (await now(id))["version"] as number });
const running = async (id: string) =>
  (await owner`select kind from clock where pathway_id = ${id} and stopped_at is null order by kind`).map(
    (one) => one["kind"],
  );
const told = async (message: string, id: string) =>
  owner`select o.recipient_id from outbox o where o.facts->>'message' = ${message} and (o.subject_id = ${id}
    or o.subject_id in (select e.id from pathway_entry e where e.pathway_id = ${id})
    or o.subject_id in (select k.id from clock k where k.pathway_id = ${id}))`;
const problemOf = (work: Promise<unknown>): Promise<Record<string, string>> =>
  work.then(
    () => assert.fail("it was taken"),
    (error: unknown) => {
      assert.ok(error instanceof Invalid, String(error));
      return error.problems;
    },
  );

describe("calling a family", () => {
  test("after three calls at two times of day it is back with the manager, and not before", async () => {
    const id = await workFor("advice");
    await accept(adviser, id);
    const giveUp = async () =>
      returnPathway(kit.context, adviser, await form(id, { reason: "unreachable", because: "No answer" }));
    assert.match((await problemOf(giveUp()))["reason"] ?? "", /First call them: 3 more tries/);
    for (const time of ["09:10", "09:40", "09:50"]) {
      kit.at(new Date(`2026-11-24T${time}:00Z`));
      await recordCall(kit.context, adviser, await form(id, { result: "no_answer" }));
    }
    assert.equal((await now(id))["state"], "active", "three calls in one morning are not enough");
    assert.match((await problemOf(giveUp()))["reason"] ?? "", /another time of day than the morning/);
    const yesterday = { calledOn: "2026-11-23", calledAt: "6pm", result: "no_answer" };
    await recordCall(kit.context, adviser, await form(id, yesterday));
    const row = await now(id);
    assert.deepEqual(
      [row["state"], row["owner_id"], row["returned_because"]],
      ["returned", null, "unreachable"],
    );
    assert.ok((await told("work-returned", id)).length > 0);
  });

  test("a call outside the safe times says why, and is then kept", async () => {
    const id = await workFor("advice");
    await accept(adviser, id);
    const safe = { number: "01632 960 001", from: "1pm", until: "3pm", message: "no", saidBy: "The mother" };
    await recordSafeCalling(kit.context, adviser, await form(id, safe));
    const call = { result: "reached" };
    const problems = await problemOf(recordCall(kit.context, adviser, await form(id, call)));
    assert.match(problems["safeBecause"] ?? "", /safe to call from 1pm to 3pm/);
    assert.equal(
      (await owner`select from pathway_entry where pathway_id = ${id} and kind = 'call'`).length,
      0,
    );
    await recordCall(kit.context, adviser, await form(id, { ...call, safeBecause: "She rang us" }));
    const future = { calledOn: "2026-11-24", calledAt: "2pm", result: "reached" };
    assert.ok("calledOn" in (await problemOf(recordCall(kit.context, adviser, await form(id, future)))));
    const view = await readPathway(kit.context, adviser, { id, kinds: ["advice_episode"] });
    assert.equal(view.calling.safe?.number, "01632 960 001");
  });

  test("help that nobody accepted in time is told to the hub, once", async () => {
    const id = await workFor("family_caf");
    kit.at(new Date("2026-11-26T10:00:00Z"));
    await sweepClocks(kit.context);
    await sweepClocks(kit.context);
    const hub = (await told("family-waiting", id)).map((one) => one["recipient_id"]);
    assert.ok(hub.includes(manager.teamId) && new Set(hub).size === hub.length, JSON.stringify(hub));
    assert.equal((await now(id))["state"], "waiting");
  });
});

describe("a redirect to early help", () => {
  test("somebody who declines says why, and the family waits for the team again", async () => {
    const id = await workFor("family_caf", {
      agreement: "not_asked",
      notAskedBecause: "No time",
      askFirstBy: "2026-11-26",
    });
    assert.equal((await caf(id))["family_agreed_on"], null);
    await accept(coordinator, id);
    const tooSoon = await problemOf(recordLead(kit.context, coordinator, await form(id, leads)));
    assert.match(tooSoon[""] ?? "", /Record first that the family agrees/);
    await recordAgreement(kit.context, coordinator, await form(id, agreed));
    const declined = { ...leads, answer: "declined" };
    assert.ok(
      "declinedBecause" in (await problemOf(recordLead(kit.context, coordinator, await form(id, declined)))),
    );
    await recordLead(kit.context, coordinator, await form(id, { ...declined, declinedBecause: "No room" }));
    assert.equal((await told("family-waiting", id)).length, 2, "when it was routed, and again");
    await recordFamilyContact(kit.context, coordinator, await form(id, familyContact));
    assert.equal((await now(id))["closed_at"], null, "nobody has said yes");
    assert.deepEqual(await running(id), []);
  });

  test("some weeks later somebody asks whether it began: once for each time, and what never began comes back", async () => {
    const id = await workFor("family_caf");
    await accept(coordinator, id);
    const start = (draft: object) => async () =>
      recordStart(kit.context, coordinator, await form(id, { saidBy: "The school", ...draft }));
    assert.ok("" in (await problemOf(start({ started: "yes" })())));
    for (const [record, draft] of [
      [recordAgreement, agreed],
      [recordLead, leads],
      [recordFamilyContact, familyContact],
    ] as const)
      await record(kit.context, coordinator, await form(id, draft));
    assert.equal((await now(id))["state"], "closed");
    await sweepStartChecks(kit.context);
    assert.equal((await told("did-help-start", id)).length, 0, "not before its time");
    for (const [day, times] of [
      ["2026-12-23", 1],
      ["2026-12-24", 1],
    ] as const) {
      kit.at(new Date(`${day}T10:00:00Z`));
      await sweepStartChecks(kit.context);
      assert.equal((await told("did-help-start", id)).length, times, day);
    }
    await start({ started: "not_yet", because: "Ill" })();
    kit.at(new Date("2027-01-25T10:00:00Z"));
    await sweepStartChecks(kit.context);
    const asked = await told("did-help-start", id);
    assert.deepEqual(
      asked.map((one) => one["recipient_id"]),
      [coordinator.id, coordinator.id],
    );
    await start({ started: "no", because: "They moved on" })();
    const row = await now(id);
    assert.deepEqual(
      [row["state"], row["closed_at"], row["returned_because"]],
      ["returned", null, "not_started"],
    );
    assert.deepEqual(await running(id), ["accept"], "the hub has it, with the deadline it had");
  });

  test("nothing closes it but acceptance and first contact together, in whatever order things are tried", async () => {
    const steps = {
      accept: (id: string) => accept(coordinator, id),
      agreement: async (id: string) => recordAgreement(kit.context, coordinator, await form(id, agreed)),
      lead: async (id: string) => recordLead(kit.context, coordinator, await form(id, leads)),
      contact: async (id: string) =>
        recordFamilyContact(kit.context, coordinator, await form(id, familyContact)),
      call: async (id: string) => recordCall(kit.context, coordinator, await form(id, { result: "reached" })),
      advice: async (id: string) => recordAdvice(kit.context, coordinator, await form(id, advice)),
      start: async (id: string) =>
        recordStart(kit.context, coordinator, await form(id, { started: "yes", saidBy: "School" })),
    };
    const orders = [
      ["contact", "lead", "agreement", "advice", "start", "accept"],
      ["accept", "contact", "advice", "start", "lead", "call"],
      ["accept", "agreement", "contact", "start", "advice", "call", "lead"],
      ["accept", "agreement", "lead", "call", "advice", "start", "contact"],
    ] as const;
    for (const order of orders) {
      const id = await workFor("family_caf", {
        agreement: "not_asked",
        notAskedBecause: "x",
        askFirstBy: "2026-11-26",
      });
      for (const step of order) {
        await steps[step](id).catch(() => undefined);
        const [row, { lead_accepted_at: led, family_contacted_at: spoken }] = [await now(id), await caf(id)];
        const may = row["accepted_at"] !== null && led !== null && spoken !== null && step === "contact";
        assert.equal(row["state"] === "closed", may, `${order.join(" ")}: ${step}`);
      }
    }
  });
});

describe("stepping up", () => {
  test("is a linked contact with its own clock, once, and the work and its clocks stay", async () => {
    const id = await workFor("family_caf");
    await accept(coordinator, id);
    const before = await running(id);
    kit.at(new Date("2026-11-25T11:00:00Z"));
    const learned = { danger: "not_sure", learned: "The older brother has a burn that nobody explains" };
    const once = await form(id, learned);
    await Promise.all([stepUp(kit.context, coordinator, once), stepUp(kit.context, coordinator, once)]);
    const { contact_id: contactId, state, owner_id: has, stepped_up_at: at } = await now(id);
    assert.deepEqual([state, has, at], ["active", coordinator.id, new Date("2026-11-25T11:00:00Z")]);
    assert.deepEqual(await running(id), before);
    const linked = await owner`select c.id, c.danger, k.started_at from contact c
      join clock k on k.contact_id = c.id and k.kind = 'decision' where c.adds_to_id = ${contactId as string}`;
    assert.equal(linked.length, 1);
    assert.deepEqual(
      [linked[0]?.["danger"], linked[0]?.["started_at"]],
      ["not_sure", new Date("2026-11-25T11:00:00Z")],
    );
    const [first] =
      await owner`select stopped_at from clock where contact_id = ${contactId as string} and kind = 'decision'`;
    assert.notEqual(first?.["stopped_at"], null, "the first clock stays as it was");
    await assert.rejects(
      stepUp(kit.context, coordinator, { ...once, formKey: kit.context.newId() }),
      Conflict,
    );
    const empty = await problemOf(stepUp(kit.context, coordinator, await form(id, {})));
    assert.deepEqual(Object.keys(empty).sort(), ["danger", "learned"]);
  });
});
