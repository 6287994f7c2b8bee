import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Answer } from "#domain/questions/answers";
import { settleCall, readCall } from "#services/calls/settle-call";
import { submitContact } from "#services/contacts/submit-contact";
import { forgetDraft } from "#services/drafts/forget-draft";
import { prepareSubmission } from "#services/drafts/prepare-submission";
import { saveAnswer } from "#services/drafts/save-answer";
import { startDraft } from "#services/drafts/start-draft";
import { readDuty } from "#services/duty/read-duty";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { publicAnswers } from "../support/public-answers.ts";
import { sendContact } from "../support/contacts.ts";
import { ownerOf } from "../support/queue.ts";
import { testContext, type TestContext } from "../support/context.ts";
import { addStaff } from "../support/staff.ts";

describe("a call that is expected", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    kit.at(new Date("2026-11-23T14:00:00Z"));
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const inDanger = { danger: "yes" };
  async function form(...answers: Answer[]) {
    const access = await startDraft(kit.context, { journey: "public", language: "en" });
    for (const answer of answers) await saveAnswer(kit.context, { ...access, questionId: "danger", answer });
    return access;
  }
  const rowOf = async (draft: string) =>
    (
      await owner<
        { id: string; danger: string; called: string | null; ending: string | null; ref: string | null }[]
      >`
        select e.id, e.danger, e.called_999 as called, e.ending, c.reference as ref
        from expected_call e left join contact c on c.id = e.contact_id where draft_id = ${draft}`
    )[0];
  const eventsOf = async (id: string | undefined) =>
    (
      await owner<{ kind: string }[]>`select kind from audit_event where subject_id = ${id ?? ""} order by id`
    ).map(({ kind }) => kind);
  async function send(access: { draftId: string; secret: string }) {
    for (const [questionId, answer] of Object.entries(publicAnswers))
      if (questionId !== "danger")
        await saveAnswer(kit.context, { ...access, questionId, answer: answer as Answer });
    const { submissionKey } = await prepareSubmission(kit.context, access);
    return submitContact(kit.context, { ...access, submissionKey, early: false });
  }

  test("is there as soon as somebody says that a child is in danger, once for each form", async () => {
    const { draftId } = await form(inDanger, inDanger, { ...inDanger, called999: "cannot_call" });
    const row = await rowOf(draftId);
    assert.deepEqual(
      { danger: row?.danger, called: row?.called, ending: row?.ending },
      { danger: "yes", called: "cannot_call", ending: null },
    );
    assert.deepEqual(await eventsOf(row?.id), ["call.expected"]);
    assert.equal(await rowOf((await form({ danger: "no" })).draftId), undefined);
    const [columns] = await owner`select * from expected_call where draft_id = ${draftId}`;
    assert.ok(!/Mill|crying|name/i.test(JSON.stringify(columns)), "nothing of what was written");
  });

  test("is taken back by whoever says that nobody is in danger after all, and said again", async () => {
    const { draftId, secret } = await form(
      { danger: "not_sure" },
      { danger: "not_sure", called999: "not_needed" },
    );
    assert.equal((await rowOf(draftId))?.ending, "taken_back");
    await saveAnswer(kit.context, { draftId, secret, questionId: "danger", answer: inDanger });
    assert.equal((await rowOf(draftId))?.ending, null);
  });

  test("joins the form when it arrives, also after somebody said that no call came", async () => {
    const manager = await addStaff(kit.context, ["manager"]);
    const [early, late] = [
      await form({ ...inDanger, called999: "called" }),
      await form({ ...inDanger, called999: "called" }),
    ];
    const { id = "" } = (await rowOf(late.draftId)) ?? {};
    await settleCall(kit.context, manager, { id, finding: "no_call", reference: "" });
    const [first, second] = [await send(early), await send(late)];
    const joined = await rowOf(early.draftId);
    assert.deepEqual([joined?.ending, joined?.ref], ["form_arrived", first.reference]);
    const after = await rowOf(late.draftId);
    assert.deepEqual([after?.ending, after?.ref], ["no_call", second.reference]);
  });

  test("stays when the form is left, and is chased until somebody says what became of it", async () => {
    const manager = await addStaff(kit.context, ["manager"]);
    const administrator = await addStaff(kit.context, ["administrator"]);
    const left = await form(inDanger);
    await forgetDraft(kit.context, left);
    const row = await rowOf(left.draftId);
    assert.ok(row);
    const duty = await readDuty(kit.context, manager);
    assert.ok(duty.expected.some(({ id }) => id === row.id));
    assert.ok(duty.alarms.some(({ kind, count }) => kind === "call_expected" && count > 0));
    assert.deepEqual((await readDuty(kit.context, administrator)).expected, []);
    await assert.rejects(readCall(kit.context, administrator, row.id), Forbidden);
    await assert.rejects(readCall(kit.context, manager, left.draftId), NotFound);

    const { reference } = await sendContact(kit.context);
    const settle = (input: { finding: "joined" | "called"; reference: string }) =>
      settleCall(kit.context, manager, { id: row.id, ...input });
    await assert.rejects(settle({ finding: "joined", reference: "2222 2222" }), Invalid);
    await settle({ finding: "joined", reference });
    await settle({ finding: "called", reference: "" });
    const settled = await rowOf(left.draftId);
    assert.deepEqual([settled?.ending, settled?.ref], ["joined", reference], "who was first is right");
    assert.deepEqual(await eventsOf(row.id), ["call.expected", "call.settled"]);
    assert.ok(!(await readDuty(kit.context, manager)).expected.some(({ id }) => id === row.id));
  });
});
