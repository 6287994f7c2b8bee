import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import {
  stateOf,
  strategyRefusal,
  strategyStates,
  strategyVerbs,
  type StrategyState,
  type StrategyVerb,
} from "#domain/strategy-verbs";
import { Conflict, Forbidden, Invalid } from "#services/errors";
import { agreeRecord } from "#services/strategy/agree-record";
import { answerInvitation } from "#services/strategy/answer-invitation";
import { appendRecord } from "#services/strategy/append-record";
import { arrangeDiscussion } from "#services/strategy/arrange-discussion";
import { callNext } from "#services/strategy/call-next";
import { giveInformation } from "#services/strategy/give-information";
import { inviteOrganisation } from "#services/strategy/invite-organisation";
import { lockRecord } from "#services/strategy/lock-record";
import { readDiscussion } from "#services/strategy/read-discussion";
import { recordOutcome } from "#services/strategy/record-outcome";
import { addAction, endAction } from "#services/strategy/strategy-actions";
import { sweepDiscussions } from "#services/strategy/sweep-discussions";
import { childNote, opening, strategyKit, visitBy, type StrategyKit } from "../../support/strategy.ts";

const hours = (n: number) => new Date(opening.getTime() + n * 3_600_000);

describe("the record of a strategy discussion", () => {
  let all: StrategyKit;
  before(async () => {
    all = await strategyKit();
  });
  after(() => all.close());
  const found = (finding = "joint") => ({
    present: all.core,
    ...childNote(0, { finding }),
    ...(finding === "none" ? {} : visitBy(0, all.police.organisationId)),
  });
  const held = async (draft: Record<string, unknown> = found()) => {
    const { id, contact } = await all.called();
    await all.record(id, draft);
    return { id, contact };
  };
  const without = () => ({
    present: all.core.filter((one) => one !== all.police.organisationId),
    ...childNote(0),
    ...{ absentBecause: "No answer", protective: "She stays with her aunt" },
    ...{ reconveneOn: "2026-11-24", reconveneAt: "3pm" },
  });
  const agree = (actor: StaffActor, id: string, agreement = "agrees", organisationId?: string) =>
    agreeRecord(all.context, actor, {
      ...{ id, ...(organisationId === undefined ? {} : { organisationId }) },
      draft: {
        agreement,
        agreedName: "DI Shah",
        disagreeBecause: agreement === "agrees" ? "" : "The time is wrong",
      },
    });
  const lock = async (id: string, lockedBecause = "", actor = all.chair) =>
    lockRecord(all.context, actor, { id, version: await all.versionOf(id), draft: { lockedBecause } });
  const append = (actor: StaffActor, id: string) =>
    appendRecord(all.context, actor, {
      ...{ id, formKey: all.context.newId() },
      draft: { addendum: "The bruise was on the left arm", addendumWhy: "It was written down wrongly" },
    });
  const clocksOf = async (contactId: string) =>
    Object.fromEntries(
      (
        await all.owner`select kind::text, started_at, due_at, stopped_at from clock where contact_id = ${contactId}`
      ).map((row) => [row["kind"] as string, row]),
    );

  const next = { nextOn: "2026-11-25", nextAt: "9am" };
  /** Each verb as somebody would send it who may; what comes of it is what the state allows. */
  const verbs: Record<StrategyVerb, (id: string) => Promise<unknown>> = {
    invite: (id) =>
      inviteOrganisation(all.context, all.chair, {
        ...{ id, draft: { organisationId: all.teacher.organisationId, role: "education" } },
      }),
    answer: (id) =>
      answerInvitation(all.context, all.police, {
        ...{ id, draft: { answer: "coming", comingName: "DS Cole", comingHow: "phone" } },
      }),
    arrange: async (id) =>
      arrangeDiscussion(all.context, all.chair, {
        ...{ id, version: await all.versionOf(id) },
        draft: { meetingOn: "2026-11-24", meetingAt: "2pm", chairId: all.chair.id },
      }),
    record: (id) => all.record(id, found()),
    inform: (id) =>
      giveInformation(all.context, all.police, {
        ...{ id, formKey: all.context.newId(), draft: { knows: "Two call-outs" } },
      }),
    act: (id) =>
      addAction(all.context, all.chair, {
        ...{ id, formKey: all.context.newId() },
        draft: {
          ...{ what: "Check the address", organisationId: all.police.organisationId, who: "DS Cole" },
          ...{ byDate: "2026-11-24", byTime: "5pm" },
        },
      }),
    agree: (id) => agree(all.police, id),
    lock: (id) => lock(id, "They are on nights"),
    append: (id) => append(all.police, id),
    "call-next": (id) => callNext(all.context, all.chair, { id, draft: next }),
  };

  const standing = async (state: StrategyState) => {
    const one = state === "called" ? await all.called() : await held();
    if (state === "locked") await lock(one.id, "They are on nights");
    return one;
  };
  /** What is refused changes nothing: one discussion a state is enough. */
  const refusing: Partial<Record<StrategyState, ReturnType<typeof standing>>> = {};
  for (const state of strategyStates)
    for (const verb of strategyVerbs) {
      const allowed = strategyRefusal(state, verb) === null;
      test(`${verb} when ${state}: ${allowed ? "is done" : "is refused, and nothing changes"}`, async () => {
        const { id } = await (allowed ? standing(state) : (refusing[state] ??= standing(state)));
        const row = async () => {
          const [one] = await all.owner`select * from strategy_discussion where id = ${id}`;
          return one as { heldAt: Date | null; lockedAt: Date | null };
        };
        const [before] = await all.owner<{ held_at: Date | null; locked_at: Date | null }[]>`
          select held_at, locked_at from strategy_discussion where id = ${id}`;
        assert.equal(
          stateOf({ heldAt: before?.held_at ?? null, lockedAt: before?.locked_at ?? null }),
          state,
        );
        if (allowed) {
          await verbs[verb](id);
          return;
        }
        const was = await row();
        await assert.rejects(
          verbs[verb](id),
          (error: unknown) => error instanceof Invalid || error instanceof Conflict,
        );
        assert.deepEqual(await row(), was);
      });
    }

  test("is locked when everybody who took part agrees, or with a reason, and only by whoever chairs", async () => {
    const { id } = await held();
    await assert.rejects(
      lock(id),
      (error: unknown) => error instanceof Invalid && "lockedBecause" in error.problems,
    );
    await agree(all.police, id);
    await agree(all.nurse, id, "disagrees");
    await agree(all.chair, id, "agrees", all.socialWork.organisationId);
    await assert.rejects(lock(id), Invalid, "one of them disagrees");
    await assert.rejects(lock(id, "", all.police), Forbidden);
    const view = await readDiscussion(all.context, all.nurse, id);
    assert.equal(view.attendance.find(({ mine }) => mine)?.agreement?.because, "The time is wrong");
    await agree(all.nurse, id);
    await lock(id);
    assert.notEqual((await readDiscussion(all.context, all.chair, id)).lockedAt, null);
  });

  test("without its core it is locked only with the reason that the record keeps", async () => {
    const { id } = await held(without());
    await lock(id, "Meets again at three");
    const [row] =
      await all.owner`select quorate, absent_because is null as unsaid from strategy_discussion where id = ${id}`;
    assert.deepEqual([row?.["quorate"], row?.["unsaid"]], [false, false]);
    await assert.rejects(agree(all.police, id), Invalid, "who took no part agrees to nothing");
  });

  test("two who lock at once: one does", async () => {
    const { id } = await held();
    const version = await all.versionOf(id);
    const both = await Promise.allSettled(
      [all.chair, all.manager].map((actor) =>
        lockRecord(all.context, actor, { id, version, draft: { lockedBecause: "Nights" } }),
      ),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    const locked =
      await all.owner`select from audit_event where subject_id = ${id} and kind = 'strategy.locked'`;
    assert.equal(locked.length, 1);
  });

  test("what changes after the lock stands beside it, by those who took part", async () => {
    const { id } = await held();
    await lock(id, "Nights");
    await append(all.nurse, id);
    const [one] = (await readDiscussion(all.context, all.police, id)).addenda;
    assert.equal(one?.addendumWhy, "It was written down wrongly");
    const { id: other } = await held(without());
    await assert.rejects(append(all.police, other), Forbidden);
  });

  test("an action is in its agency's tray when it is saved, and late once, to them and to whoever chairs", async () => {
    const fresh = await strategyKit();
    const { id } = await fresh.called();
    await arrangeDiscussion(fresh.context, fresh.chair, {
      ...{ id, version: await fresh.versionOf(id) },
      draft: { meetingOn: "2026-11-24", meetingAt: "2pm", chairId: fresh.chair.id },
    });
    await addAction(fresh.context, fresh.chair, {
      ...{ id, formKey: fresh.context.newId() },
      draft: {
        ...{ what: "Check", organisationId: fresh.nurse.organisationId, who: "Nurse" },
        ...{ byDate: "2026-11-24", byTime: "5pm" },
      },
    });
    const tray = async () => (await readDiscussion(fresh.context, fresh.nurse, id)).actions;
    const [mine] = await tray();
    assert.equal(mine?.what, "Check");
    assert.ok((await fresh.owedTo(fresh.nurse.organisationId)).includes("strategy-action"));
    fresh.kit.at(hours(7.5));
    assert.equal((await sweepDiscussions(fresh.context)).actions, 1);
    assert.equal((await sweepDiscussions(fresh.context)).actions, 0);
    assert.ok((await fresh.owedTo(fresh.nurse.organisationId)).includes("strategy-action-late"));
    assert.ok((await fresh.owedTo(fresh.chair.id)).includes("strategy-action-late"));
    const end = { id, actionId: mine?.id ?? "", draft: { how: "cannot", because: "Nobody of that name" } };
    await assert.rejects(
      endAction(fresh.context, fresh.nurse, { ...end, draft: { how: "cannot" } }),
      Invalid,
    );
    await endAction(fresh.context, fresh.nurse, end);
    assert.deepEqual(
      (await tray()).map(({ endedHow, ending }) => [endedHow, ending]),
      [["cannot", "Nobody of that name"]],
    );
    await fresh.close();
  });

  test("that a child was seen stops its clock, also when an agency says so; that they could not be does not", async () => {
    for (const how of ["cannot", "done"]) {
      const { id, contact } = await held();
      const [visit] = (await readDiscussion(all.context, all.police, id)).actions;
      const draft = { how, because: "Seen alone at school" };
      await endAction(all.context, all.police, { id, actionId: visit?.id ?? "", draft });
      const { child_seen } = await clocksOf(contact.id);
      assert.equal(child_seen?.["stopped_at"] !== null, how === "done", how);
    }
  });

  test("a later discussion moves no clock of what the first one started", async () => {
    const { id, contact } = await held();
    const first = await clocksOf(contact.id);
    assert.deepEqual(first["conference"]?.["due_at"], new Date("2026-12-15T17:00:00Z"));
    await callNext(all.context, all.chair, { id, draft: next });
    const [later] = await all.owner`select id from strategy_discussion where previous_id = ${id}`;
    await assert.rejects(callNext(all.context, all.chair, { id, draft: next }), Invalid, "one next to hold");
    await all.record(later?.["id"] as string, { ...found("single"), startedAt: "9:30am" });
    assert.deepEqual(await clocksOf(contact.id), first);
    const findings = await all.owner`select finding from section47 where pathway_id in
      (select id from pathway where contact_id = ${contact.id}) order by id`;
    assert.deepEqual(
      findings.map((row) => row["finding"]),
      ["joint", "single"],
    );
  });

  test("the police keep a child for three days from when they took them", async () => {
    const { contact } = await held({ ...found(), policeTookOn: "2026-11-24", policeTookAt: "8:10am" });
    const { police_protection } = await clocksOf(contact.id);
    assert.deepEqual(police_protection?.["due_at"], new Date("2026-11-27T08:10:00Z"));
  });

  test("how it ended closes the child's work and stops its clocks, once", async () => {
    const { id, contact } = await held();
    const [work] = await all.owner`select id from pathway where contact_id = ${contact.id}`;
    const end = (draft: Record<string, string>, actor = all.chair) =>
      recordOutcome(all.context, actor, { id, pathwayId: work?.["id"] as string, draft });
    const because = { outcomeBecause: "The plan holds" };
    await assert.rejects(end({ outcome: "no_more", ...because }, all.police), Forbidden);
    await assert.rejects(end({ outcome: "conference", ...because }), Invalid, "a conference has a date");
    await end({ outcome: "conference", conferenceOn: "2026-12-10", ...because });
    await end({ outcome: "no_more", ...because });
    const [row] = await all.owner`select state, closed_at from pathway where contact_id = ${contact.id}`;
    assert.equal(row?.["state"], "closed");
    const kept =
      await all.owner`select outcome from section47_outcome where pathway_id = ${work?.["id"] as string}`;
    assert.deepEqual(
      kept.map((one) => one["outcome"]),
      ["conference"],
    );
    const running =
      await all.owner`select from clock where pathway_id = ${work?.["id"] as string} and stopped_at is null`;
    assert.equal(running.length, 0);
  });
});
