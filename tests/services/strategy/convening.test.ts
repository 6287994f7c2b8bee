import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { answerInvitation } from "#services/strategy/answer-invitation";
import { arrangeDiscussion } from "#services/strategy/arrange-discussion";
import { inviteOrganisation } from "#services/strategy/invite-organisation";
import { listDiscussions } from "#services/strategy/list-discussions";
import { readDiscussion } from "#services/strategy/read-discussion";
import { sweepDiscussions } from "#services/strategy/sweep-discussions";
import { childNote, opening, strategyKit, visitBy, type StrategyKit } from "../../support/strategy.ts";

const comes = { answer: "coming", comingName: "DS Cole", comingHow: "phone" };
const minutes = (n: number) => new Date(opening.getTime() + n * 60_000);

describe("convening a strategy discussion", () => {
  let all: StrategyKit;
  before(async () => {
    all = await strategyKit();
  });
  after(() => all.close());
  const arrange = async (id: string, meetingAt: string, joining = "") =>
    arrangeDiscussion(all.context, all.chair, {
      id,
      version: await all.versionOf(id),
      draft: { meetingOn: "2026-11-24", meetingAt, chairId: all.chair.id, joining },
    });

  test("whoever answers says who comes and how, or why nobody can", async () => {
    const { id } = await all.called();
    const answer = (draft: Record<string, string>) =>
      answerInvitation(all.context, all.police, { id, draft });
    const fieldsOf = async (draft: Record<string, string>) =>
      answer(draft).then(
        () => [],
        (error: unknown) => (error instanceof Invalid ? Object.keys(error.problems).sort() : ["?"]),
      );
    assert.deepEqual(await fieldsOf({}), ["answer"]);
    assert.deepEqual(await fieldsOf({ answer: "somebody_else" }), ["comingHow", "comingName"]);
    assert.deepEqual(await fieldsOf({ answer: "not_coming", comingName: "x" }), ["notComingBecause"]);
    assert.deepEqual((await readDiscussion(all.context, all.chair, id)).missing, ["police", "health"]);
    await answer({ ...comes, answer: "somebody_else" });
    const view = await readDiscussion(all.context, all.chair, id);
    assert.deepEqual(view.missing, ["health"]);
    const police = view.attendance.find(({ role }) => role === "police");
    assert.deepEqual(police?.coming, { name: "DS Cole", because: "", how: "phone" });
    await answer({ answer: "not_coming", notComingBecause: "All at court; ask the on-call DI" });
    const row = (await listDiscussions(all.context, all.police)).rows.find((one) => one.id === id);
    assert.deepEqual([row?.answer, row?.missing], ["not_coming", ["police", "health"]]);
  });

  test("a chair writes down what an organisation said on the phone; a partner answers for their own alone", async () => {
    const { id } = await all.called();
    const { organisationId } = all.nurse;
    await assert.rejects(
      answerInvitation(all.context, all.police, { id, organisationId, draft: comes }),
      Forbidden,
    );
    await assert.rejects(answerInvitation(all.context, all.teacher, { id, draft: comes }), NotFound);
    await assert.rejects(
      answerInvitation(all.context, all.chair, {
        ...{ id, organisationId: all.teacher.organisationId, draft: comes },
      }),
      (error: unknown) => error instanceof Invalid && "organisationId" in error.problems,
    );
    await answerInvitation(all.context, all.chair, { id, organisationId, draft: comes });
    assert.deepEqual((await readDiscussion(all.context, all.chair, id)).missing, ["police"]);
  });

  test("a chair invites somebody more, as what they are needed for, once", async () => {
    const { id } = await all.called();
    const { organisationId } = all.teacher;
    const invite = (role: string, actor = all.chair) =>
      inviteOrganisation(all.context, actor, { id, draft: { organisationId, role } });
    await assert.rejects(invite("education", all.police), Forbidden);
    await assert.rejects(invite("police"), (error: unknown) => {
      assert.ok(error instanceof Invalid);
      assert.deepEqual(Object.keys(error.problems), ["role"], "a school cannot make up for the police");
      return true;
    });
    await invite("referrer");
    await invite("education");
    const view = await readDiscussion(all.context, all.teacher, id);
    assert.equal(view.attendance.find(({ mine }) => mine)?.role, "referrer");
    assert.deepEqual(await all.owedTo(organisationId), ["strategy-called"]);
  });

  test("how to join is for those who are invited, and a moved time asks again", async () => {
    const { id } = await all.called();
    await arrange(id, "1:30pm", "Room 4, or 01234 567 891 code 22");
    await answerInvitation(all.context, all.police, { id, draft: comes });
    assert.match((await readDiscussion(all.context, all.nurse, id)).joining ?? "", /code 22/);
    await assert.rejects(readDiscussion(all.context, all.teacher, id), NotFound);
    const answer = async () =>
      (await readDiscussion(all.context, all.police, id)).attendance.find(({ mine }) => mine)?.answer;
    await arrange(id, "1:30pm", "Room 5");
    assert.equal(await answer(), "coming", "the same time asks nobody again");
    await arrange(id, "2pm", "Room 5");
    assert.equal(await answer(), null);
    const told = (await all.owedTo(all.police.organisationId)).filter((one) => one === "strategy-arranged");
    assert.equal(told.length, 2);
  });

  test("whoever has not answered is reminded, four times at most, and nobody else", async () => {
    const fresh = await strategyKit();
    const { id } = await fresh.called();
    await answerInvitation(fresh.context, fresh.police, { id, draft: comes });
    fresh.kit.at(minutes(29));
    assert.equal((await sweepDiscussions(fresh.context)).reminded, 0);
    for (const [at, reminded] of [
      ...([31, 62, 93, 124].map((n) => [n, 1]) as [number, number][]),
      [155, 0] as const,
    ]) {
      fresh.kit.at(minutes(at));
      assert.equal((await sweepDiscussions(fresh.context)).reminded, reminded, `after ${at} minutes`);
      assert.equal((await sweepDiscussions(fresh.context)).reminded, 0, "a second sweep says nothing new");
    }
    const chased = (owed: string[]) => owed.filter((one) => one === "strategy-chased").length;
    assert.equal(chased(await fresh.owedTo(fresh.nurse.organisationId)), 4);
    assert.equal(chased(await fresh.owedTo(fresh.police.organisationId)), 0);
    assert.equal(chased(await fresh.owedTo(fresh.socialWork.organisationId)), 0);
    await fresh.close();
  });

  test("one that is not held in time is said once, to the hub and to whoever chairs", async () => {
    const fresh = await strategyKit();
    const { id } = await fresh.called();
    const version = await fresh.versionOf(id);
    const draft = { meetingOn: "2026-11-24", meetingAt: "1pm", chairId: fresh.chair.id };
    await arrangeDiscussion(fresh.context, fresh.chair, { id, version, draft });
    const [row] = await fresh.owner`select hold_by from strategy_discussion where id = ${id}`;
    fresh.kit.at(new Date((row?.["hold_by"] as Date).getTime() + 1));
    assert.equal((await sweepDiscussions(fresh.context)).late, 1);
    assert.equal((await sweepDiscussions(fresh.context)).late, 0);
    assert.deepEqual(await fresh.owedTo(fresh.chair.id), ["strategy-not-held"]);
    const [hub] = await fresh.owner`select id from team where purpose = 'hub'`;
    assert.ok((await fresh.owedTo(hub?.["id"] as string)).includes("strategy-not-held"));
    await fresh.close();
  });

  test("without its core it meets again within a day: a discussion of its own on the same work", async () => {
    const { id, contact } = await all.called();
    const present = all.core.filter((one) => one !== all.police.organisationId);
    const without = (reconveneOn: string) => ({
      present,
      ...childNote(0),
      ...{ absentBecause: "No answer", protective: "Mary stays with her aunt", reconveneAt: "3pm" },
      reconveneOn,
    });
    for (const day of ["2026-11-23", "2026-11-26"])
      await assert.rejects(
        all.record(id, without(day)),
        (error: unknown) => error instanceof Invalid && "reconveneOn" in error.problems,
      );
    await all.record(id, without("2026-11-24"));
    const rows = await all.owner`
      select d.*, (select count(*)::int from strategy_child c where c.discussion_id = d.id) as children,
        (select count(*)::int from strategy_attendance a where a.discussion_id = d.id) as invited
      from strategy_discussion d where contact_id = ${contact.id} order by ordinal`;
    assert.deepEqual(
      rows.map((row) => [row["ordinal"], row["quorate"], row["children"], row["invited"]]),
      [
        [1, false, 1, 3],
        [2, null, 1, 3],
      ],
    );
    assert.deepEqual(rows[1]?.["hold_by"], new Date("2026-11-24T15:00:00Z"));
    assert.equal(rows[1]?.["previous_id"], id);
    const next = rows[1]?.["id"] as string;
    await all.record(next, {
      present: all.core,
      ...childNote(0, { finding: "joint" }),
      ...visitBy(0, all.police.organisationId),
    });
    assert.equal((await readDiscussion(all.context, all.chair, next)).children[0]?.finding, "joint");
    assert.equal((await readDiscussion(all.context, all.chair, id)).children[0]?.finding, null);
  });

  test("the database locks nothing that was not held, or went without its core and nobody said why", async () => {
    const { id } = await all.called();
    for (const set of [
      all.owner`update strategy_discussion set locked_at = now() where id = ${id}`,
      all.owner`update strategy_discussion set locked_at = now(), held_at = now(), quorate = false where id = ${id}`,
      all.owner`update strategy_discussion set locked_at = now(), held_at = now() where id = ${id}`,
    ])
      await assert.rejects(Promise.resolve(set), /strategy_lock/);
  });
});
