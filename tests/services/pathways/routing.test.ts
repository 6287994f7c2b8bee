import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { openDatabase } from "#db/client";
import type { StaffActor } from "#domain/actor";
import { outcomeFacts, outcomes, type Outcome } from "#domain/outcome";
import { supersedeDecision } from "#services/decisions/supersede-decision";
import { Conflict, Invalid } from "#services/errors";
import { routeDecision } from "#services/pathways/route-decision";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, draftOf, recommendAll, routeAll, versionOf } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

const opening = new Date("2026-11-24T10:00:00Z");
const worker = { kind: "system", process: "worker" } as const;

describe("turning decisions into work", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;
  let socialWork: Place;
  let advice: Place;
  let police: Place;
  let health: Place;

  before(async () => {
    kit = await testContext();
    kit.at(opening);
    owner = ownerOf(kit);
    const hub = await addTeam(kit.context);
    screener = await addStaff(kit.context, ["screener"], { place: hub });
    manager = await addStaff(kit.context, ["manager"], { place: hub });
    socialWork = await addTeam(kit.context, { purpose: "social_work" });
    advice = await addTeam(kit.context, { purpose: "advice" });
    police = await addTeam(kit.context, { kind: "police", purpose: "partner" });
    health = await addTeam(kit.context, { kind: "health", purpose: "partner" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const decided = async (outcome: Outcome, children = [aChild()]) => {
    const contact = await sendContact(kit.context, { children });
    if (outcome === "already_open") await openCase(contact);
    const over =
      outcome === "strategy_discussion" ? { invited: [police.organisationId, health.organisationId] } : {};
    await recommendAll(kit.context, owner, screener, contact, outcome, over);
    return { contact, ids: await agreeAll(kit.context, owner, manager, contact) };
  };
  /** A person that a human confirmed is this child, with an open case. */
  const openCase = async (contact: SentContact) => {
    const personId = kit.context.newId();
    await owner`insert into person (id, created_at) values (${personId}, now())`;
    await owner`
      insert into person_link (id, person_id, contact_child_id, answer, reason, said_by, said_at)
      values (${kit.context.newId()}, ${personId}, ${contact.childIds[0] ?? ""}, 'same', ''::bytea, ${screener.id}, now())`;
    await owner`
      insert into open_case (id, case_number, person_id, status, particulars, as_at)
      values (${kit.context.newId()}, ${kit.context.newId()}, ${personId}, 'child_in_need', ''::bytea, now())`;
  };
  const pathwaysOf = (contact: SentContact) =>
    owner`select * from pathway where contact_id = ${contact.id} order by created_at`;
  const clocksOf = async (pathwayId: string) =>
    Object.fromEntries(
      (await owner`select kind, due_at from clock where pathway_id = ${pathwayId}`).map((one) => [
        one["kind"] as string,
        one["due_at"] as Date,
      ]),
    );

  for (const outcome of outcomes) {
    test(`${outcome}: routed twice, and by many workers at once, it makes one piece of work`, async () => {
      const { contact, ids } = await decided(outcome);
      await Promise.all([routeAll(kit.context, ids), routeAll(kit.context, ids), routeAll(kit.context, ids)]);
      await routeAll(kit.context, ids);
      const kind = outcomeFacts[outcome].pathway;
      const made = await pathwaysOf(contact);
      assert.deepEqual(
        made.map((one) => one["kind"]),
        kind === null ? [] : [kind],
      );
      const created = await owner`
        select from audit_event where contact_id = ${contact.id} and kind = 'pathway.created'`;
      assert.equal(created.length, made.length);
    });
  }

  test("deadlines count from the decision, not from the moment of routing", async () => {
    const { contact, ids } = await decided("assessment");
    kit.at(new Date("2026-11-24T14:00:00Z"));
    await routeAll(kit.context, ids);
    kit.at(opening);
    const [work] = await pathwaysOf(contact);
    assert.equal(work?.["team_id"], socialWork.teamId);
    const clocks = await clocksOf(work?.["id"] as string);
    assert.deepEqual(clocks["accept"], new Date("2026-11-24T14:00:00Z"));
    assert.deepEqual(clocks["assessment"], new Date("2027-01-29T17:00:00Z"));
  });

  test("the team that takes the child is told, once", async () => {
    const { contact, ids } = await decided("advice");
    await routeAll(kit.context, ids);
    await routeAll(kit.context, ids);
    const [work] = await pathwaysOf(contact);
    const owed =
      await owner`select recipient_id, facts from outbox where subject_id = ${work?.["id"] as string}`;
    assert.deepEqual(
      owed.map((one) => [one["recipient_id"], (one["facts"] as { message: string }).message]),
      [[advice.teamId, "family-waiting"]],
    );
  });

  test("work that no team takes is made all the same, and stands without a team", async () => {
    const { contact, ids } = await decided("family_caf");
    await routeAll(kit.context, ids);
    const [work] = await pathwaysOf(contact);
    assert.equal(work?.["team_id"], null);
    assert.equal(work?.["state"], "waiting");
  });

  test("brothers and sisters join one strategy discussion, and each organisation is invited and told once", async () => {
    const { contact, ids } = await decided("strategy_discussion", [aChild(), aChild({ firstName: "Sol" })]);
    await Promise.all(ids.map((id) => routeAll(kit.context, [id])));
    const discussions = await owner`select * from strategy_discussion where contact_id = ${contact.id}`;
    assert.equal(discussions.length, 1);
    const id = discussions[0]?.["id"] as string;
    assert.deepEqual(
      discussions[0]?.["hold_by"],
      new Date("2026-11-24T23:59:00Z"),
      "it was decided for today",
    );
    const clocks = await owner`
      select due_at from clock where kind = 'hold_discussion' and contact_id = ${contact.id}`;
    assert.deepEqual(
      clocks.map((one) => one["due_at"] as Date),
      [discussions[0]?.["hold_by"], discussions[0]?.["hold_by"]],
    );
    assert.equal((await owner`select from strategy_child where discussion_id = ${id}`).length, 2);
    const invited = await owner`select organisation_id from strategy_attendance where discussion_id = ${id}`;
    assert.deepEqual(
      new Set(invited.map((one) => one["organisation_id"])),
      new Set([police.organisationId, health.organisationId, socialWork.organisationId]),
    );
    assert.equal(invited.length, 3);
    const told =
      await owner`select recipient_id from outbox where subject_id = ${id} and kind = 'send-message'`;
    assert.deepEqual(
      new Set(told.map((one) => one["recipient_id"])),
      new Set([police.organisationId, health.organisationId, socialWork.teamId]),
    );
    assert.equal(told.length, 3);
  });

  test("a superseded decision is never routed, and its pathway closes", async () => {
    const { contact, ids } = await decided("advice");
    const [childId = ""] = contact.childIds;
    const correct = async (supersedesId: string, outcome: Outcome) =>
      supersedeDecision(kit.context, manager, {
        reference: contact.reference,
        version: await versionOf(owner, contact),
        formKey: kit.context.newId(),
        childId,
        supersedesId,
        draft: { ...draftOf(outcome), ownReason: "The school told us more" },
      });
    const [first = ""] = ids;
    const second = await correct(first, "assessment");
    await routeAll(kit.context, [first]);
    assert.equal((await pathwaysOf(contact)).length, 0, "the old one was not routed yet, and never is");
    await routeAll(kit.context, [second.id]);
    const third = await correct(second.id, "advice");
    const [work] = await pathwaysOf(contact);
    assert.equal(work?.["state"], "closed");
    const running = await owner`
      select from clock where pathway_id = ${work?.["id"] as string} and stopped_at is null`;
    assert.equal(running.length, 0);
    await assert.rejects(correct(second.id, "advice"), Conflict, "a decision has one successor");
    await routeAll(kit.context, [third.id]);
    assert.equal((await pathwaysOf(contact)).filter((one) => one["closed_at"] === null).length, 1);
  });

  test("superseding leaves a live strategy discussion to its own chair", async () => {
    const { contact, ids } = await decided("strategy_discussion");
    await routeAll(kit.context, ids);
    await supersedeDecision(kit.context, manager, {
      reference: contact.reference,
      version: await versionOf(owner, contact),
      formKey: kit.context.newId(),
      childId: contact.childIds[0] ?? "",
      supersedesId: ids[0] ?? "",
      draft: { ...draftOf("assessment"), ownReason: "We know more" },
    });
    const [work] = await pathwaysOf(contact);
    assert.equal(work?.["closed_at"], null);
  });

  test("news for the referrer is dropped when the decision is superseded within its ten minutes", async () => {
    const { contact, ids } = await decided("advice");
    const correct = async (at: string, supersedesId: string) => {
      kit.at(new Date(at));
      const { id } = await supersedeDecision(kit.context, manager, {
        reference: contact.reference,
        version: await versionOf(owner, contact),
        formKey: kit.context.newId(),
        childId: contact.childIds[0] ?? "",
        supersedesId,
        draft: { ...draftOf("assessment"), ownReason: "We know more" },
      });
      kit.at(opening);
      return id;
    };
    const dropped = async (id: string) =>
      (await owner`select dropped_at from feedback where decision_id = ${id}`)[0]?.["dropped_at"];
    const second = await correct("2026-11-24T10:09:00Z", ids[0] ?? "");
    assert.notEqual(await dropped(ids[0] ?? ""), null);
    await correct("2026-11-24T10:30:00Z", second);
    assert.equal(await dropped(second), null, "it has gone out already");
  });

  test("a decision that superseding races with routing ends with one live piece of work", async () => {
    for (let round = 0; round < 10; round++) {
      const { contact, ids } = await decided("advice");
      const version = await versionOf(owner, contact);
      const [first = ""] = ids;
      const [corrected] = await Promise.all([
        supersedeDecision(kit.context, manager, {
          reference: contact.reference,
          version,
          formKey: kit.context.newId(),
          childId: contact.childIds[0] ?? "",
          supersedesId: first,
          draft: { ...draftOf("assessment"), ownReason: "We know more" },
        }),
        unitOfWork(kit.context, worker, (unit) => routeDecision(unit, first)),
      ]);
      await routeAll(kit.context, [corrected.id]);
      const live = (await pathwaysOf(contact)).filter((one) => one["closed_at"] === null);
      assert.deepEqual(
        live.map((one) => one["kind"]),
        ["social_work_referral"],
      );
    }
  });

  test("an organisation that has left is not invited", async () => {
    const gone = await addTeam(kit.context, { kind: "health", purpose: "partner" });
    await owner`update organisation set active = false where id = ${gone.organisationId}`;
    const contact = await sendContact(kit.context);
    const over = { invited: [police.organisationId, gone.organisationId] };
    await recommendAll(kit.context, owner, screener, contact, "strategy_discussion", over);
    const ids = await agreeAll(kit.context, owner, manager, contact);
    await routeAll(kit.context, ids);
    const invited = await owner`
      select a.organisation_id from strategy_attendance a join strategy_discussion d on d.id = a.discussion_id
      where d.contact_id = ${contact.id}`;
    assert.ok(!invited.some((one) => one["organisation_id"] === gone.organisationId));
  });

  test("a correction needs a reason in the manager's own words", async () => {
    const { contact, ids } = await decided("advice");
    await assert.rejects(
      supersedeDecision(kit.context, manager, {
        reference: contact.reference,
        version: await versionOf(owner, contact),
        formKey: kit.context.newId(),
        childId: contact.childIds[0] ?? "",
        supersedesId: ids[0] ?? "",
        draft: draftOf("assessment"),
      }),
      (error: unknown) => error instanceof Invalid && "ownReason" in error.problems,
    );
  });

  test("nobody rewrites a decision, not even the application by mistake", async () => {
    const { ids } = await decided("advice");
    const app = openDatabase(kit.database.app, "test", 1);
    for (const statement of [
      sql`update decision set level = 1 where id = ${ids[0] ?? ""}`,
      sql`delete from decision where id = ${ids[0] ?? ""}`,
      sql`truncate decision cascade`,
    ]) {
      await assert.rejects(app.orm.execute(statement), (error: unknown) => {
        assert.match(String((error as Error).cause), /permission denied|append-only/);
        return true;
      });
    }
    await assert.rejects(owner`update decision set level = 1 where id = ${ids[0] ?? ""}`, /append-only/);
    await app.close();
  });
});
