import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { childField } from "#domain/strategy-record";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { answerInvitation } from "#services/strategy/answer-invitation";
import { arrangeDiscussion } from "#services/strategy/arrange-discussion";
import { giveInformation } from "#services/strategy/give-information";
import { listDiscussions } from "#services/strategy/list-discussions";
import { readDiscussion } from "#services/strategy/read-discussion";
import { recordDiscussion } from "#services/strategy/record-discussion";
import { addAction, finishAction } from "#services/strategy/strategy-actions";
import { aChild, sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

const opening = new Date("2026-11-24T10:00:00Z");

describe("a strategy discussion", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;
  let chair: StaffActor;
  let socialWorker: StaffActor;
  let police: StaffActor;
  let nurse: StaffActor;
  let teacher: StaffActor;
  let socialWork: Place;

  before(async () => {
    kit = await testContext();
    kit.at(opening);
    owner = ownerOf(kit);
    const hub = await addTeam(kit.context);
    screener = await addStaff(kit.context, ["screener"], { place: hub });
    manager = await addStaff(kit.context, ["manager"], { place: hub });
    chair = await addStaff(kit.context, ["strategy_chair"], { place: hub });
    socialWork = await addTeam(kit.context, { purpose: "social_work" });
    socialWorker = await addStaff(kit.context, ["social_work_manager"], { place: socialWork });
    const partner = async (kind: "police" | "health" | "education") =>
      addStaff(kit.context, ["partner"], { place: await addTeam(kit.context, { kind, purpose: "partner" }) });
    [police, nurse, teacher] = [await partner("police"), await partner("health"), await partner("education")];
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const called = async (children = [aChild()]) => {
    const contact = await sendContact(kit.context, { children });
    const invited = [police.organisationId, nurse.organisationId];
    await recommendAll(kit.context, owner, screener, contact, "strategy_discussion", { invited });
    await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
    const [row] = await owner`select id from strategy_discussion where contact_id = ${contact.id}`;
    return { id: row?.["id"] as string, contact };
  };
  const versionOf = async (id: string) =>
    (await owner`select version from strategy_discussion where id = ${id}`)[0]?.["version"] as number;
  const note = (index: number, over: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries({
        seen: "By a teacher",
        said: "Nothing yet",
        risk: "High",
        because: "Bruises",
        ...over,
      }).map(([field, value]) => [childField(index, field), value]),
    );
  const meeting = {
    startedOn: "2026-11-24",
    startedAt: "9:15am",
    endedAt: "9:50am",
    whyMet: "Bruises",
    whoTells: "R. Hall",
  };
  const core = () => [socialWork.organisationId, police.organisationId, nurse.organisationId];
  const record = async (id: string, draft: Record<string, unknown>, actor = chair) =>
    recordDiscussion(kit.context, actor, {
      id,
      version: await versionOf(id),
      draft: { ...meeting, ...draft },
    });
  const running = async (id: string) =>
    (
      await owner`
        select c.kind, c.due_at from clock c join strategy_child s on s.pathway_id = c.pathway_id
        where s.discussion_id = ${id} and c.stopped_at is null order by c.kind`
    ).map((one) => [one["kind"], one["due_at"]]);

  test("with its core it finds for each child, is locked, and starts the clocks of what it found", async () => {
    const { id, contact } = await called([aChild(), aChild({ firstName: "Sol" })]);
    const draft = {
      present: core(),
      ...note(0, { finding: "joint", seeBy: "T. Osei at school by 3pm" }),
      ...note(1, { finding: "none" }),
    };
    assert.deepEqual(await record(id, draft), { quorate: true });
    const states = await owner`
      select p.state from pathway p join contact_child c on c.id = p.contact_child_id
      where p.contact_id = ${contact.id} order by c.ordinal`;
    assert.deepEqual(
      states.map((one) => one["state"]),
      ["active", "closed"],
    );
    assert.deepEqual(await running(id), [
      ["assessment", new Date("2027-01-29T17:00:00Z")],
      ["conference", new Date("2026-12-15T17:00:00Z")],
    ]);
    const [row] = await owner`select * from strategy_discussion where id = ${id}`;
    assert.deepEqual(row?.["held_at"], new Date("2026-11-24T09:15:00Z"));
    assert.notEqual(row?.["locked_at"], null);
    await assert.rejects(record(id, draft), Conflict, "a locked record is not written again");
    const view = await readDiscussion(kit.context, chair, id);
    assert.equal(view.children[0]?.finding, "joint");
    assert.equal(view.children[0]?.note?.seeBy, "T. Osei at school by 3pm");
  });

  test("without the police it protects and meets again, its clock runs on, and then it finds", async () => {
    const { id } = await called();
    const present = core().filter((one) => one !== police.organisationId);
    await assert.rejects(
      record(id, { present, ...note(0, { finding: "single", seeBy: "x" }) }),
      (error: unknown) => {
        assert.ok(error instanceof Invalid);
        assert.deepEqual(Object.keys(error.problems).sort(), [
          "absentBecause",
          "child-0-finding",
          "protective",
          "reconveneAt",
          "reconveneOn",
        ]);
        return true;
      },
    );
    const again = {
      present,
      ...note(0),
      absentBecause: "No answer from the duty desk",
      protective: "Mary stays with her aunt",
      reconveneOn: "2026-11-24",
      reconveneAt: "3pm",
    };
    assert.deepEqual(await record(id, again), { quorate: false });
    const [row] = await owner`select * from strategy_discussion where id = ${id}`;
    assert.deepEqual([row?.["held_at"], row?.["locked_at"]], [null, null]);
    assert.deepEqual(row?.["meeting_at"], new Date("2026-11-24T15:00:00Z"));
    assert.deepEqual(
      (await running(id)).map(([kind]) => kind),
      ["hold_discussion"],
    );
    await record(id, { present: core(), ...note(0, { finding: "section17", seeBy: "Friday" }) });
    assert.deepEqual(
      (await running(id)).map(([kind]) => kind),
      ["assessment"],
    );
    assert.equal((await readDiscussion(kit.context, chair, id)).meetings.length, 2);
  });

  test("two chairs record at once: one record stands", async () => {
    const { id } = await called();
    const version = await versionOf(id);
    const draft = { ...meeting, present: core(), ...note(0, { finding: "none" }) };
    const both = await Promise.allSettled(
      [chair, manager].map((one) => recordDiscussion(kit.context, one, { id, version, draft })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    assert.equal((await owner`select from section47 where discussion_id = ${id}`).length, 1);
  });

  test("a meeting that has not begun has no record", async () => {
    const { id } = await called();
    const draft = { present: core(), ...note(0, { finding: "none" }), startedAt: "4pm" };
    await assert.rejects(
      record(id, draft),
      (error: unknown) => error instanceof Invalid && "startedOn" in error.problems,
    );
  });

  test("setting the time makes the chair the owner of the children's work", async () => {
    const { id, contact } = await called();
    const draft = { meetingOn: "2026-11-24", meetingAt: "1:30pm", chairId: chair.id };
    const version = await versionOf(id);
    await assert.rejects(
      arrangeDiscussion(kit.context, chair, { id, version, draft: { ...draft, chairId: police.id } }),
      Invalid,
    );
    await arrangeDiscussion(kit.context, chair, { id, version, draft });
    const [work] = await owner`select owner_id, state from pathway where contact_id = ${contact.id}`;
    assert.deepEqual([work?.["owner_id"], work?.["state"]], [chair.id, "accepted"]);
    await assert.rejects(arrangeDiscussion(kit.context, chair, { id, version, draft }), Conflict);
  });

  test("a discussion exists for the organisations that are invited, and for no other partner", async () => {
    const { id } = await called();
    for (const one of [police, nurse]) {
      const { rows } = await listDiscussions(kit.context, one);
      assert.ok(rows.some((row) => row.id === id));
      assert.equal((await readDiscussion(kit.context, one, id)).children[0]?.name, "Mary Okafor");
    }
    assert.deepEqual((await listDiscussions(kit.context, teacher)).rows, []);
    const form = { id, formKey: kit.context.newId(), draft: { knows: "x" } };
    await assert.rejects(readDiscussion(kit.context, teacher, id), NotFound);
    await assert.rejects(
      answerInvitation(kit.context, teacher, { id, draft: { answer: "coming" } }),
      NotFound,
    );
    await assert.rejects(giveInformation(kit.context, teacher, form), NotFound);
    await assert.rejects(readDiscussion(kit.context, police, "nothing"), NotFound);
    const elsewhere = await addStaff(kit.context, ["social_work_manager"], {
      place: await addTeam(kit.context, { purpose: "social_work" }),
    });
    await assert.rejects(readDiscussion(kit.context, elsewhere, id), NotFound);
    assert.ok(!(await listDiscussions(kit.context, elsewhere)).rows.some((row) => row.id === id));
    assert.ok((await listDiscussions(kit.context, socialWorker)).rows.some((row) => row.id === id));
  });

  test("a partner answers and tells for their own organisation, and reads the others' once it was held with them", async () => {
    const { id } = await called();
    await answerInvitation(kit.context, police, { id, draft: { answer: "coming" } });
    const tell = (actor: StaffActor, knows: string, organisationId?: string) =>
      giveInformation(kit.context, actor, {
        id,
        formKey: kit.context.newId(),
        ...(organisationId ? { organisationId } : {}),
        draft: { knows, mayNotTell: "That we know" },
      });
    await tell(police, "Two call-outs in October");
    await assert.rejects(tell(police, "For the nurse", nurse.organisationId), Forbidden);
    await tell(nurse, "Missed checks");
    await tell(chair, "The social worker said", socialWork.organisationId);
    const said = async (actor: StaffActor) =>
      (await readDiscussion(kit.context, actor, id)).information.map(({ knows }) => knows).sort();
    assert.deepEqual(await said(police), ["Two call-outs in October"]);
    assert.equal((await said(chair)).length, 3);
    await record(id, { present: core(), ...note(0, { finding: "none" }) });
    assert.equal((await said(police)).length, 3);
    await assert.rejects(
      answerInvitation(kit.context, police, { id, draft: { answer: "not_coming" } }),
      Invalid,
    );
  });

  test("partners do not set times, record or add actions; their own action they finish", async () => {
    const { id } = await called();
    await assert.rejects(record(id, { present: core() }, police), Forbidden);
    const action = {
      what: "Check the address",
      organisationId: police.organisationId,
      who: "DS Cole",
      byDate: "2026-11-24",
      byTime: "5pm",
    };
    const add = (actor: StaffActor) =>
      addAction(kit.context, actor, { id, formKey: kit.context.newId(), draft: action });
    await assert.rejects(add(police), Forbidden);
    await add(chair);
    const [mine] = (await readDiscussion(kit.context, police, id)).actions;
    assert.equal((await readDiscussion(kit.context, nurse, id)).actions.length, 0);
    await assert.rejects(finishAction(kit.context, nurse, { id, actionId: mine?.id ?? "" }), Forbidden);
    await finishAction(kit.context, police, { id, actionId: mine?.id ?? "" });
    await finishAction(kit.context, police, { id, actionId: mine?.id ?? "" });
    const done =
      await owner`select from audit_event where subject_id = ${id} and kind = 'strategy.action-done'`;
    assert.equal(done.length, 1);
  });
});
