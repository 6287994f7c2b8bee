import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { acceptPathway } from "#services/pathways/accept-pathway";
import { acknowledgeCaseNotice, confirmTransfer, refuseTransfer } from "#services/pathways/confirm-transfer";
import { escalateNotices } from "#services/pathways/escalate-notices";
import { listPathways } from "#services/pathways/list-pathways";
import { outcomeFromSystem } from "#services/pathways/outcome-from-system";
import {
  closeReferral,
  recordConsent,
  recordOutcome,
  recordReview,
} from "#services/pathways/record-assessment";
import { recordAllocation, recordChildSeen } from "#services/pathways/record-social-work";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { openCase } from "../../support/open-case.ts";
import { opening } from "../../support/pathway-drafts.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let screener: StaffActor;
let manager: StaffActor;
let head: StaffActor;
let worker: StaffActor;
let service: StaffActor;
let team: Place;

before(async () => {
  kit = await testContext();
  kit.at(opening);
  owner = ownerOf(kit);
  const hub = await addTeam(kit.context);
  screener = await addStaff(kit.context, ["screener"], { place: hub });
  manager = await addStaff(kit.context, ["manager"], { place: hub });
  team = await addTeam(kit.context, { purpose: "social_work" });
  head = await addStaff(kit.context, ["social_work_manager"], { place: team });
  worker = await addStaff(kit.context, ["social_worker"], { place: team });
  service = await addStaff(kit.context, ["service_manager"], { place: hub });
});
after(async () => {
  await owner.end();
  await kit.close();
});

const workFor = async (outcome: Outcome, rating = "A"): Promise<string> => {
  const contact = await sendContact(kit.context);
  if (outcome === "already_open") {
    const [childId = ""] = contact.childIds;
    await openCase(kit.context, owner, { childId, saidBy: screener.id });
    await owner`update open_case set worker_id = ${worker.id} where id in (
      select c.id from open_case c join person_link l on l.person_id = c.person_id
      where l.contact_child_id = ${childId})`;
  }
  await recommendAll(kit.context, owner, screener, contact, outcome);
  await owner`update contact set rating = ${rating}, rated_at = now() where id = ${contact.id}`;
  await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
  const [row] = await owner`select id from pathway where contact_id = ${contact.id}`;
  return row?.["id"] as string;
};
const now = async (id: string) => (await owner`select * from pathway where id = ${id}`)[0] ?? {};
const form = async (id: string, draft: Record<string, unknown>) => ({
  ...{ id, draft, version: (await now(id))["version"] as number },
  formKey: kit.context.newId(),
});
const running = async (id: string) =>
  (
    await owner`select kind from clock where pathway_id = ${id} and stopped_at is null order by kind::text`
  ).map((one) => one["kind"]);
const told = async (id: string, message: string) =>
  (
    await owner`select recipient_id from outbox where facts->>'message' = ${message} and
      (subject_id = ${id} or subject_id in (select id from clock where pathway_id = ${id})) order by created_at, id`
  ).map((one) => one["recipient_id"]);

const outcome = { outcome: "child_in_need", finishedOn: "2026-11-24", found: "A plan", childSays: "“OK”" };
const seen = { seenOn: "2026-11-24", seenAt: "9am", seenBy: "Tess", seenAlone: "yes", said: "“I am fine”" };
const refusedConsent = { answer: "refused", because: "Harm is likely and they were told why" };

describe("an assessment", () => {
  const allocated = async () => {
    const id = await workFor("assessment");
    await acceptPathway(kit.context, head, { id, version: (await now(id))["version"] as number });
    const visit = { workerId: worker.id, firstVisitOn: "2026-11-25", firstVisitAt: "10am" };
    await recordAllocation(kit.context, head, await form(id, visit));
    return id;
  };

  test("has no outcome before the child was seen and the family was asked, or it is said why not", async () => {
    const id = await allocated();
    const early = async () => recordOutcome(kit.context, worker, await form(id, outcome));
    await assert.rejects(early(), Invalid);
    await recordChildSeen(kit.context, worker, await form(id, seen));
    await assert.rejects(early(), /Record first whether the family agrees|Invalid/);
    await assert.rejects(
      recordConsent(kit.context, worker, await form(id, { answer: "not_asked" })),
      Invalid,
      "why it goes on without",
    );
    await recordConsent(kit.context, worker, await form(id, refusedConsent));
    await assert.rejects(
      recordOutcome(kit.context, worker, await form(id, { ...outcome, finishedOn: "2026-11-25" })),
      Invalid,
      "a day that has not come",
    );
    await assert.rejects(
      closeReferral(kit.context, head, await form(id, { why: "RC8", told: "Us" })),
      Invalid,
    );
    await early();
    assert.deepEqual([await running(id), (await now(id))["state"]], [[], "active"]);
    await assert.rejects(early(), Invalid, "one outcome");
    const ending = { why: "RC8", told: "The worker told the mother" };
    await assert.rejects(closeReferral(kit.context, worker, await form(id, ending)), Forbidden);
    await closeReferral(kit.context, head, await form(id, ending));
    assert.equal((await now(id))["state"], "closed");
  });

  test("each review is done or explained, and stops its own clock", async () => {
    const id = await allocated();
    assert.deepEqual(await running(id), ["assessment", "first_review", "second_review"]);
    const due =
      await owner`select kind::text, due_at from clock where pathway_id = ${id} and kind::text like '%review'
      order by due_at`;
    assert.deepEqual(
      due.map((one) => [one["kind"], (one["due_at"] as Date).toISOString().slice(0, 10)]),
      [
        ["first_review", "2026-12-08"],
        ["second_review", "2026-12-31"],
      ],
    );
    await assert.rejects(
      recordReview(kit.context, worker, await form(id, { which: "first", held: "not_done" })),
      Invalid,
    );
    await recordReview(
      kit.context,
      worker,
      await form(id, { which: "first", held: "not_done", because: "The family is away until Monday" }),
    );
    assert.deepEqual(await running(id), ["assessment", "second_review"]);
  });

  test("that finds early help enough goes back to a manager of the hub with all that was written", async () => {
    const id = await allocated();
    await recordChildSeen(kit.context, worker, await form(id, seen));
    await recordConsent(kit.context, worker, await form(id, refusedConsent));
    await recordOutcome(kit.context, worker, await form(id, { ...outcome, outcome: "step_down" }));
    await closeReferral(kit.context, head, await form(id, { why: "RC9", told: "They want it" }));
    const row = await now(id);
    assert.deepEqual([row["state"], row["team_id"], row["closed_at"]], ["returned", null, null]);
    const board = await listPathways(kit.context, manager, "handed-over");
    assert.ok(board.rows.some((one) => one.id === id));
    const kinds = await owner`select kind from pathway_entry where pathway_id = ${id} order by at, id`;
    assert.ok(
      kinds.some((one) => one["kind"] === "assessment") && kinds.some((one) => one["kind"] === "returned"),
    );
    assert.ok((await running(id)).length > 0, "what waits has a deadline");
  });

  test("is told by the council's own system, once, and a person's outcome stands against it", async () => {
    const system = (kind: "council" | "health") =>
      ({ keyId: "", organisation: { id: kit.context.newId(), name: "A", kind, sourceCode: "5B" } }) as const;
    const id = await allocated();
    const says = { referral: id, outcome: "child_in_need", finishedOn: "2026-11-24" } as const;
    const tell = (over: Partial<{ outcome: "no_need"; referral: string; finishedOn: string }> = {}) =>
      outcomeFromSystem(kit.context, system("council"), { ...says, ...over });
    await assert.rejects(outcomeFromSystem(kit.context, system("health"), says), Invalid);
    await assert.rejects(tell({ referral: kit.context.newId() }), NotFound);
    await assert.rejects(tell({ referral: await workFor("advice") }), NotFound, "work of another kind");
    await assert.rejects(tell({ referral: await workFor("assessment") }), Invalid, "nobody has accepted it");
    await assert.rejects(tell({ finishedOn: "2026-11-26" }), Invalid);
    const both = await Promise.all([tell(), tell()]);
    assert.deepEqual(both[0], both[1]);
    const entries =
      await owner`select from pathway_entry where pathway_id = ${id} and kind = 'assessment-received'`;
    assert.equal(entries.length, 1);
    await assert.rejects(tell({ outcome: "no_need" }), Conflict);
    assert.deepEqual(await running(id), []);
    await closeReferral(kit.context, head, await form(id, { why: "RC7", told: "The mother" }));
    assert.equal((await now(id))["state"], "closed");
    assert.deepEqual(await tell(), both[0], "and after it is closed");
  });
});

describe("information on an open case", () => {
  const acknowledged = {
    ...{ acknowledgedBy: "Tess", acknowledgedOn: "2026-11-24", acknowledgedAt: "10am" },
    ...{ acknowledgedHow: "phone", next: "Visits today", strategyNow: "no" },
  };

  test("goes to the worker and their team, and climbs once a step while Red is unacknowledged", async () => {
    kit.at(opening);
    const [red, amber] = [await workFor("already_open", "R"), await workFor("already_open")];
    assert.deepEqual(new Set(await told(red, "case-information")), new Set([worker.id, team.teamId]));
    const at = async (minutes: number) => {
      kit.at(new Date(opening.getTime() + minutes * 60_000));
      await escalateNotices(kit.context);
      await escalateNotices(kit.context);
    };
    await at(29);
    assert.deepEqual(await told(red, "case-unacknowledged"), []);
    await at(31);
    assert.deepEqual(await told(red, "case-unacknowledged"), [head.id]);
    assert.deepEqual(await told(amber, "case-unacknowledged"), [head.id]);
    await at(59);
    assert.deepEqual(await told(red, "case-unacknowledged"), [head.id]);
    await at(61);
    assert.deepEqual(new Set(await told(red, "case-unacknowledged")), new Set([head.id, service.id]));
    assert.deepEqual(await told(amber, "case-unacknowledged"), [head.id], "Red alone goes further");
    kit.at(opening);
  });

  test("is acknowledged by the worker themselves, and does not climb any more", async () => {
    const id = await workFor("already_open", "R");
    assert.deepEqual(
      (await listPathways(kit.context, worker, "social-work")).rows.some((one) => one.id === id),
      true,
    );
    await acknowledgeCaseNotice(kit.context, worker, await form(id, acknowledged));
    assert.equal((await now(id))["state"], "closed");
    kit.at(new Date(opening.getTime() + 90 * 60_000));
    await escalateNotices(kit.context);
    assert.deepEqual(await told(id, "case-unacknowledged"), []);
    kit.at(opening);
  });

  test("that needs a strategy discussion goes back to a manager, whoever acts for the worker", async () => {
    const id = await workFor("already_open", "R");
    await assert.rejects(
      acknowledgeCaseNotice(kit.context, head, await form(id, { ...acknowledged, strategyNow: "" })),
      Invalid,
    );
    const away = { ...acknowledged, actedInstead: "Priya", strategyNow: "yes" };
    await acknowledgeCaseNotice(kit.context, head, await form(id, away));
    assert.equal((await now(id))["state"], "returned");
    const board = await listPathways(kit.context, manager, "handed-over");
    assert.ok(board.rows.some((one) => one.id === id));
  });
});

describe("a transfer", () => {
  test("that is refused comes back to a manager, and its clock runs on", async () => {
    const id = await workFor("transfer");
    const refusal = {
      ...{ refusedBy: "R. Hall", refusedOn: "2026-11-24", refusedAt: "9am" },
      ...{ because: "The child lives with you", childSafe: "At school until 3:15pm" },
    };
    await assert.rejects(
      refuseTransfer(kit.context, screener, await form(id, { ...refusal, childSafe: "" })),
      Invalid,
    );
    await refuseTransfer(kit.context, screener, await form(id, refusal));
    assert.deepEqual([(await now(id))["state"], await running(id)], ["returned", ["receipt"]]);
    const receipt = {
      receivedBy: "R. Hall",
      receivedOn: "2026-11-24",
      receivedAt: "9am",
      receivedHow: "Phone",
    };
    await assert.rejects(confirmTransfer(kit.context, screener, await form(id, receipt)), Invalid);
  });
});
