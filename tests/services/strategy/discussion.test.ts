import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { answerInvitation } from "#services/strategy/answer-invitation";
import { arrangeDiscussion } from "#services/strategy/arrange-discussion";
import { giveInformation } from "#services/strategy/give-information";
import { listDiscussions } from "#services/strategy/list-discussions";
import { readDiscussion } from "#services/strategy/read-discussion";
import { recordDiscussion } from "#services/strategy/record-discussion";
import { addAction, endAction } from "#services/strategy/strategy-actions";
import { aChild } from "../../support/contacts.ts";
import { addStaff, addTeam } from "../../support/staff.ts";
import {
  attendees,
  childNote,
  meeting,
  strategyKit,
  visitBy,
  type StrategyKit,
} from "../../support/strategy.ts";

describe("a strategy discussion", () => {
  let all: StrategyKit;
  let kit: StrategyKit["kit"];
  before(async () => {
    all = await strategyKit();
    kit = all.kit;
  });
  after(() => all.close());
  const record: StrategyKit["record"] = (...given) => all.record(...given);
  const note = childNote;
  const comes = { answer: "coming", comingName: "DS Cole", comingHow: "video" };
  const running = async (id: string) =>
    (
      await all.owner`
        select c.kind::text, c.due_at from clock c join strategy_child s on s.pathway_id = c.pathway_id
        where s.discussion_id = ${id} and c.stopped_at is null order by 1`
    ).map((one) => [one["kind"], one["due_at"]]);

  test("with its core it finds for each child, waits to be agreed, and starts the clocks of what it found", async () => {
    const { id, contact } = await all.called([aChild(), aChild({ firstName: "Sol" })]);
    const draft = {
      present: all.core,
      ...note(0, { finding: "joint" }),
      ...visitBy(0, all.socialWork.organisationId),
      ...note(1, { finding: "none" }),
    };
    assert.deepEqual(await record(id, draft), { quorate: true });
    const states = await all.owner`
      select p.state from pathway p join contact_child c on c.id = p.contact_child_id
      where p.contact_id = ${contact.id} order by c.ordinal`;
    assert.deepEqual(
      states.map((one) => one["state"]),
      ["active", "closed"],
    );
    assert.deepEqual(await running(id), [
      ["assessment", new Date("2027-01-29T17:00:00Z")],
      ["child_seen", new Date("2026-11-25T09:15:00Z")],
      ["conference", new Date("2026-12-15T17:00:00Z")],
    ]);
    const [row] = await all.owner`select * from strategy_discussion where id = ${id}`;
    assert.deepEqual(row?.["held_at"], new Date("2026-11-24T09:15:00Z"));
    assert.equal(row?.["locked_at"], null);
    assert.deepEqual(await all.owedTo(all.socialWork.organisationId), ["strategy-ready", "strategy-action"]);
    await assert.rejects(record(id, draft), Conflict, "a record is written once");
    const view = await readDiscussion(kit.context, all.chair, id);
    assert.equal(view.children[0]?.finding, "joint");
    const [visit] = view.actions;
    assert.deepEqual([visit?.who, visit?.what], ["T. Osei", "At school"]);
    assert.deepEqual(visit?.dueAt, new Date("2026-11-24T15:00:00Z"));
  });

  test("without the police it protects and meets again, its clock runs on, and then it finds", async () => {
    const { id } = await all.called();
    const present = all.core.filter((one) => one !== all.police.organisationId);
    await assert.rejects(record(id, { present, ...note(0, { finding: "single" }) }), (error: unknown) => {
      assert.ok(error instanceof Invalid);
      assert.deepEqual(Object.keys(error.problems).sort(), [
        "absentBecause",
        "child-0-finding",
        "protective",
        "reconveneAt",
        "reconveneOn",
      ]);
      return true;
    });
    const again = {
      present,
      ...note(0),
      absentBecause: "No answer from the duty desk",
      protective: "Mary stays with her aunt",
      reconveneOn: "2026-11-24",
      reconveneAt: "3pm",
    };
    assert.deepEqual(await record(id, again), { quorate: false });
    assert.deepEqual(
      (await running(id)).map(([kind]) => kind),
      ["hold_discussion"],
    );
    const [next] = await all.owner`select id from strategy_discussion where previous_id = ${id}`;
    const nextId = next?.["id"] as string;
    await record(nextId, {
      present: all.core,
      ...note(0, { finding: "section17" }),
      ...visitBy(0, all.police.organisationId),
    });
    assert.deepEqual(
      (await running(id)).map(([kind]) => kind),
      ["assessment", "child_seen"],
    );
    for (const one of [id, nextId])
      assert.equal((await readDiscussion(kit.context, all.chair, one)).meetings.length, 1);
  });

  test("two chairs record at once: one record stands", async () => {
    const { id } = await all.called();
    const version = await all.versionOf(id);
    const draft = { ...meeting, ...attendees(), present: all.core, ...note(0, { finding: "none" }) };
    const both = await Promise.allSettled(
      [all.chair, all.manager].map((one) => recordDiscussion(kit.context, one, { id, version, draft })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    assert.equal((await all.owner`select from section47 where discussion_id = ${id}`).length, 1);
  });

  test("a meeting that has not begun has no record", async () => {
    const { id } = await all.called();
    const draft = { present: all.core, ...note(0, { finding: "none" }), startedAt: "4pm" };
    await assert.rejects(
      record(id, draft),
      (error: unknown) => error instanceof Invalid && "startedOn" in error.problems,
    );
  });

  test("setting the time makes the chair the owner of the children's work", async () => {
    const { id, contact } = await all.called();
    const draft = { meetingOn: "2026-11-24", meetingAt: "1:30pm", chairId: all.chair.id };
    const version = await all.versionOf(id);
    await assert.rejects(
      arrangeDiscussion(kit.context, all.chair, { id, version, draft: { ...draft, chairId: all.police.id } }),
      Invalid,
    );
    await arrangeDiscussion(kit.context, all.chair, { id, version, draft });
    const [work] = await all.owner`select owner_id, state from pathway where contact_id = ${contact.id}`;
    assert.deepEqual([work?.["owner_id"], work?.["state"]], [all.chair.id, "accepted"]);
    await assert.rejects(arrangeDiscussion(kit.context, all.chair, { id, version, draft }), Conflict);
  });

  test("a discussion exists for the organisations that are invited, and for no other partner", async () => {
    const { id } = await all.called();
    for (const one of [all.police, all.nurse]) {
      const { rows } = await listDiscussions(kit.context, one);
      assert.ok(rows.some((row) => row.id === id));
      assert.equal((await readDiscussion(kit.context, one, id)).children[0]?.name, "Mary Okafor");
    }
    assert.deepEqual((await listDiscussions(kit.context, all.teacher)).rows, []);
    const form = { id, formKey: kit.context.newId(), draft: { knows: "x" } };
    await assert.rejects(readDiscussion(kit.context, all.teacher, id), NotFound);
    await assert.rejects(answerInvitation(kit.context, all.teacher, { id, draft: comes }), NotFound);
    await assert.rejects(giveInformation(kit.context, all.teacher, form), NotFound);
    await assert.rejects(readDiscussion(kit.context, all.police, "nothing"), NotFound);
    const elsewhere = await addStaff(kit.context, ["social_work_manager"], {
      place: await addTeam(kit.context, { purpose: "social_work" }),
    });
    await assert.rejects(readDiscussion(kit.context, elsewhere, id), NotFound);
    assert.ok(!(await listDiscussions(kit.context, elsewhere)).rows.some((row) => row.id === id));
    assert.ok((await listDiscussions(kit.context, all.socialWorker)).rows.some((row) => row.id === id));
  });

  test("a partner answers and tells for their own organisation, and reads the others' once it was held with them", async () => {
    const { id } = await all.called();
    await answerInvitation(kit.context, all.police, { id, draft: comes });
    const tell = (actor: StaffActor, knows: string, organisationId?: string) =>
      giveInformation(kit.context, actor, {
        id,
        formKey: kit.context.newId(),
        ...(organisationId ? { organisationId } : {}),
        draft: { knows, mayNotTell: "That we know" },
      });
    await tell(all.police, "Two call-outs in October");
    await assert.rejects(tell(all.police, "For the nurse", all.nurse.organisationId), Forbidden);
    await tell(all.nurse, "Missed checks");
    await tell(all.chair, "The social worker said", all.socialWork.organisationId);
    const said = async (actor: StaffActor) =>
      (await readDiscussion(kit.context, actor, id)).information.map(({ knows }) => knows).sort();
    assert.deepEqual(await said(all.police), ["Two call-outs in October"]);
    assert.equal((await said(all.chair)).length, 3);
    await record(id, { present: all.core, ...note(0, { finding: "none" }) });
    assert.equal((await said(all.police)).length, 3);
    await assert.rejects(answerInvitation(kit.context, all.police, { id, draft: comes }), Invalid);
  });

  test("partners do not set times, record or add actions; their own action they finish", async () => {
    const { id } = await all.called();
    await assert.rejects(record(id, { present: all.core }, all.police), Forbidden);
    const action = {
      what: "Check the address",
      organisationId: all.police.organisationId,
      who: "DS Cole",
      byDate: "2026-11-24",
      byTime: "5pm",
    };
    const add = (actor: StaffActor) =>
      addAction(kit.context, actor, { id, formKey: kit.context.newId(), draft: action });
    await assert.rejects(add(all.police), Forbidden);
    await add(all.chair);
    const ended = { how: "done", because: "Nobody there" };
    const [mine] = (await readDiscussion(kit.context, all.police, id)).actions;
    assert.equal((await readDiscussion(kit.context, all.nurse, id)).actions.length, 0);
    await assert.rejects(
      endAction(kit.context, all.nurse, { id, actionId: mine?.id ?? "", draft: ended }),
      Forbidden,
    );
    await endAction(kit.context, all.police, { id, actionId: mine?.id ?? "", draft: ended });
    await endAction(kit.context, all.police, { id, actionId: mine?.id ?? "", draft: ended });
    const done =
      await all.owner`select from audit_event where subject_id = ${id} and kind = 'strategy.action-done'`;
    assert.equal(done.length, 1);
  });
});
