import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { acceptPathway } from "#services/pathways/accept-pathway";
import { assignTeam } from "#services/pathways/assign-team";
import { acknowledgeCaseNotice, confirmTransfer } from "#services/pathways/confirm-transfer";
import { listPathways } from "#services/pathways/list-pathways";
import { recordAdvice } from "#services/pathways/record-advice";
import { recordAgreement, recordFamilyContact, recordLead } from "#services/pathways/record-caf";
import { recordCall } from "#services/pathways/record-call";
import {
  endWithoutAssessment,
  recordAllocation,
  recordChildSeen,
} from "#services/pathways/record-social-work";
import { returnPathway } from "#services/pathways/return-pathway";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { advice, agreed, familyContact, leads, opening } from "../../support/pathway-drafts.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

describe("work that decisions made", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;
  let adviser: StaffActor;
  let coordinator: StaffActor;
  let socialWorker: StaffActor;
  let adviceTeam: Place;
  let otherTeam: Place;

  before(async () => {
    kit = await testContext();
    kit.at(opening);
    owner = ownerOf(kit);
    const hub = await addTeam(kit.context);
    screener = await addStaff(kit.context, ["screener"], { place: hub });
    manager = await addStaff(kit.context, ["manager"], { place: hub });
    adviceTeam = await addTeam(kit.context, { purpose: "advice" });
    adviser = await addStaff(kit.context, ["advice"], { name: "Nadia", place: adviceTeam });
    coordinator = await addStaff(kit.context, ["advice"], {
      place: await addTeam(kit.context, { purpose: "family_caf" }),
    });
    socialWorker = await addStaff(kit.context, ["social_work_manager"], {
      place: await addTeam(kit.context, { purpose: "social_work" }),
    });
    otherTeam = await addTeam(kit.context, { purpose: "social_work" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const workFor = async (outcome: Outcome): Promise<string> => {
    const contact = await sendContact(kit.context);
    await recommendAll(kit.context, owner, screener, contact, outcome);
    await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
    const [row] = await owner`select id from pathway where contact_id = ${contact.id}`;
    return row?.["id"] as string;
  };
  const now = async (id: string) => (await owner`select * from pathway where id = ${id}`)[0] ?? {};
  const form = async (id: string, draft: Record<string, unknown>, formKey = kit.context.newId()) => ({
    id,
    version: (await now(id))["version"] as number,
    formKey,
    draft,
  });
  const accept = async (actor: StaffActor, id: string) =>
    acceptPathway(kit.context, actor, { id, version: (await now(id))["version"] as number });
  const running = async (id: string) =>
    (await owner`select kind from clock where pathway_id = ${id} and stopped_at is null order by kind`).map(
      (one) => one["kind"],
    );

  test("a named person accepts, once, and it is the person who is signed in", async () => {
    const id = await workFor("advice");
    const second = await addStaff(kit.context, ["advice"], { place: adviceTeam });
    const version = (await now(id))["version"] as number;
    const both = await Promise.allSettled(
      [adviser, second].map((one) => acceptPathway(kit.context, one, { id, version })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    assert.ok(lost?.status === "rejected" && lost.reason instanceof Conflict);
    const row = await now(id);
    assert.ok([adviser.id, second.id].includes(row["owner_id"] as string));
    assert.deepEqual(await running(id), ["first_contact"]);
  });

  test("accepting twice with one press is accepting once", async () => {
    const id = await workFor("advice");
    await accept(adviser, id);
    await accept(adviser, id);
    const events =
      await owner`select from audit_event where subject_id = ${id} and kind = 'pathway.accepted'`;
    assert.equal(events.length, 1);
  });

  test("nothing is written on work that nobody owns", async () => {
    const id = await workFor("advice");
    await assert.rejects(recordAdvice(kit.context, adviser, await form(id, advice)), (error: unknown) => {
      assert.ok(error instanceof Invalid);
      assert.match(error.problems[""] ?? "", /Accept this work first/);
      return true;
    });
  });

  test("calls are counted, and advice that was given ends the work", async () => {
    const id = await workFor("advice");
    await accept(adviser, id);
    await recordCall(kit.context, adviser, await form(id, { result: "no_answer" }));
    await recordCall(kit.context, adviser, await form(id, { result: "reached" }));
    const [episode] = await owner`select call_attempts from advice_episode where pathway_id = ${id}`;
    assert.equal(episode?.["call_attempts"], 2);
    await recordAdvice(kit.context, adviser, await form(id, { ...advice, finished: "no" }));
    assert.equal((await now(id))["state"], "active");
    assert.deepEqual(await running(id), []);
    await recordAdvice(kit.context, adviser, await form(id, advice));
    assert.equal((await now(id))["state"], "closed");
  });

  test("a record sent twice is one record, and one from an old page is refused with what happened", async () => {
    const id = await workFor("advice");
    await accept(adviser, id);
    const once = await form(id, { result: "no_answer" });
    await Promise.all([recordCall(kit.context, adviser, once), recordCall(kit.context, adviser, once)]);
    const entries = await owner`select from pathway_entry where pathway_id = ${id}`;
    assert.equal(entries.length, 1);
    await assert.rejects(
      recordCall(kit.context, adviser, { ...once, formKey: kit.context.newId() }),
      (error: unknown) => {
        assert.ok(error instanceof Conflict);
        assert.equal((error.details as { changes: unknown[] }).changes.length, 1);
        return true;
      },
    );
  });

  test("a Family CAF is not closed by sending it: it is accepted, and the family is spoken to", async () => {
    const id = await workFor("family_caf");
    await assert.rejects(
      recordFamilyContact(kit.context, coordinator, await form(id, familyContact)),
      Invalid,
    );
    await accept(coordinator, id);
    assert.equal((await now(id))["state"], "accepted");
    await recordAgreement(kit.context, coordinator, await form(id, agreed));
    assert.equal((await now(id))["closed_at"], null);
    assert.deepEqual(await running(id), ["first_contact"]);
    await recordLead(kit.context, coordinator, await form(id, leads));
    assert.equal((await now(id))["closed_at"], null, "a name that said yes has not met the family");
    await assert.rejects(
      recordFamilyContact(
        kit.context,
        coordinator,
        await form(id, { ...familyContact, contactedAt: "11pm" }),
      ),
      Invalid,
      "a time that has not come",
    );
    await recordFamilyContact(kit.context, coordinator, await form(id, familyContact));
    assert.equal((await now(id))["state"], "closed");
    assert.deepEqual(await running(id), []);
  });

  test("a family that says no goes back to the manager in the same moment", async () => {
    const id = await workFor("family_caf");
    await accept(coordinator, id);
    await recordAgreement(
      kit.context,
      coordinator,
      await form(id, { agreement: "no", refusedBecause: "They want nothing from us" }),
    );
    const row = await now(id);
    assert.deepEqual([row["state"], row["owner_id"], row["team_id"]], ["returned", null, null]);
    assert.deepEqual(await running(id), ["accept", "first_contact"], "the deadlines it had run again");
    const board = await listPathways(kit.context, manager, "handed-over");
    assert.ok(board.rows.some((one) => one.id === id));
    const told = await owner`
      select from outbox o join pathway_entry e on e.id = o.subject_id
      where e.pathway_id = ${id} and o.facts->>'message' = 'work-returned'`;
    assert.ok(told.length > 0);
  });

  test("social work declines on routing alone, and a manager sends it to another team", async () => {
    const id = await workFor("assessment");
    const refused = returnPathway(
      kit.context,
      socialWorker,
      await form(id, { reason: "refused", because: "Does not meet our threshold" }),
    );
    await assert.rejects(refused, Invalid);
    await returnPathway(
      kit.context,
      socialWorker,
      await form(id, { reason: "held_elsewhere", because: "South has the sister" }),
    );
    assert.equal((await now(id))["state"], "returned");
    await assert.rejects(accept(socialWorker, id), NotFound, "it is not theirs any more");
    const version = (await now(id))["version"] as number;
    await assert.rejects(
      assignTeam(kit.context, screener, { id, version, teamId: otherTeam.teamId }),
      Forbidden,
    );
    await assert.rejects(
      assignTeam(kit.context, manager, { id, version, teamId: adviser.teamId ?? "" }),
      Invalid,
    );
    await assignTeam(kit.context, manager, { id, version, teamId: otherTeam.teamId });
    assert.deepEqual([(await now(id))["state"], (await now(id))["team_id"]], ["waiting", otherTeam.teamId]);
  });

  test("what protects a child, and what was handed over, never comes back", async () => {
    for (const outcome of ["strategy_discussion", "transfer"] as const) {
      const contact = await sendContact(kit.context);
      const over = outcome === "strategy_discussion" ? { invited: kit.context.newId() } : {};
      await recommendAll(kit.context, owner, screener, contact, outcome, over);
      await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
      const [row] = await owner`select id from pathway where contact_id = ${contact.id}`;
      const back = await form(row?.["id"] as string, { reason: "wrong_area", because: "x" });
      await assert.rejects(returnPathway(kit.context, manager, back), Invalid, outcome);
    }
  });

  test("a referral is allocated, the child is seen, and the first time counts", async () => {
    const id = await workFor("assessment");
    await accept(socialWorker, id);
    const allocation = { worker: "T. Osei", firstVisitOn: "2026-11-25", firstVisitAt: "10am" };
    await recordAllocation(kit.context, socialWorker, await form(id, allocation));
    const seen = {
      seenOn: "2026-11-24",
      seenAt: "9:30am",
      seenBy: "T. Osei",
      seenAlone: "yes",
      said: "Fine",
    };
    await recordChildSeen(kit.context, socialWorker, await form(id, seen));
    await recordChildSeen(kit.context, socialWorker, await form(id, { ...seen, seenAt: "9:45am" }));
    const [referral] = await owner`select child_seen_at from social_work_referral where pathway_id = ${id}`;
    assert.deepEqual(referral?.["child_seen_at"], new Date("2026-11-24T09:30:00Z"));
    assert.deepEqual(await running(id), ["assessment", "first_review", "second_review"]);
    const ending = { because: "The family moved", childSafe: "Seen by Othertown" };
    await endWithoutAssessment(kit.context, socialWorker, await form(id, ending));
    assert.deepEqual(await running(id), []);
    assert.equal((await now(id))["state"], "closed");
    await assert.rejects(recordAllocation(kit.context, socialWorker, await form(id, allocation)), Invalid);
  });

  test("a transfer is ours until somebody there confirms it", async () => {
    const id = await workFor("transfer");
    assert.deepEqual(await running(id), ["receipt"]);
    const receipt = {
      receivedBy: "R. Hall",
      receivedOn: "2026-11-24",
      receivedAt: "9:30am",
      receivedHow: "By phone",
    };
    await assert.rejects(
      acknowledgeCaseNotice(kit.context, screener, await form(id, {})),
      NotFound,
      "another kind of work",
    );
    await confirmTransfer(kit.context, screener, await form(id, receipt));
    assert.deepEqual(await running(id), []);
    assert.equal((await now(id))["state"], "closed");
  });
});
