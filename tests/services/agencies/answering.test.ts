import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { answerAgency } from "#services/agencies/answer-agency";
import { askBack } from "#services/agencies/ask-back";
import { chaseRequests } from "#services/agencies/chase-requests";
import { readRequest } from "#services/agencies/read-request";
import { readRequestsPage } from "#services/agencies/read-requests-page";
import { readTurnaround } from "#services/agencies/read-turnaround";
import { readDuty } from "#services/duty/read-duty";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { askForAccess } from "#services/records/access/ask-for-access";
import { readAnswer } from "#services/records/access/read-answer";
import { readMyWork } from "#services/triage/read-my-work";
import { addAgency, answer, askAll, holdRated, type Agency } from "../../support/agencies.ts";
import { sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../../support/deciding.ts";
import { ownerOf } from "../../support/queue.ts";
import { recordsKit } from "../../support/records-kit.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let screener: StaffActor;
let manager: StaffActor;
let health: Agency;
let socialWork: Place;

/** What whoever recommends without an answer has to say. */
const without = { goingAheadBecause: "She may be hurt again before health answers" };

/** Tuesday, ten in the morning. */
const morning = new Date("2026-11-24T10:00:00Z");
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  kit.at(morning);
  manager = await addStaff(kit.context, ["manager"]);
  socialWork = await addTeam(kit.context, { purpose: "social_work" });
  health = await addAgency(kit.context, "health");
});
after(async () => {
  await owner.end();
  await kit.close();
});

/** One Red contact with a screener of its own, about which health was asked for an answer within the hour. */
async function asked(): Promise<{ contact: SentContact; id: string }> {
  kit.at(morning);
  screener = await addStaff(kit.context, ["screener"]);
  const contact = await sendContact(kit.context);
  await holdRated(kit.context, owner, screener, contact);
  const [id = ""] = await askAll(kit.context, owner, screener, contact, [health]);
  return { contact, id };
}
const page = (contact: SentContact, who = screener) =>
  readRequestsPage(kit.context, who, { reference: contact.reference });
const statusOf = async (contact: SentContact) => (await page(contact)).requests.map(({ status }) => status);
const told = async (message: string, subject: postgres.PendingQuery<postgres.Row[]>) =>
  (
    await owner<{ recipient_id: string }[]>`select recipient_id from outbox
      where facts->>'message' = ${message} and subject_id in (${subject}) order by recipient_id`
  ).map((row) => row.recipient_id);
const repliesTo = (id: string) => owner`select id from agency_reply where request_id = ${id}`;
const came = async () => (await readMyWork(kit.context, screener)).cameBack.map(({ what }) => what);

describe("reminding agencies", () => {
  const chases = (id: string) => owner`select id from agency_chase where request_id = ${id}`;
  const sweepAt = async (minutes: number) => {
    kit.at(later(minutes));
    await Promise.all([1, 2, 3].map(() => chaseRequests(kit.context)));
  };
  const alarmed = async (contact: SentContact) => {
    const { alarms } = await readDuty(kit.context, manager);
    return alarms.some((one) => one.kind === "red_unanswered" && one.references.includes(contact.reference));
  };

  test("happens once at half time and once when it has passed, however many workers sweep", async () => {
    const { contact, id } = await asked();
    for (const [minutes, times, status] of [
      [29, 0, "Sent"],
      [31, 1, "Sent, chased ×1"],
      [59, 1, "Sent, chased ×1"],
      [61, 2, "Sent, late, chased ×2"],
      [600, 2, "Sent, late, chased ×2"],
    ] as const) {
      await sweepAt(minutes);
      assert.equal((await chases(id)).length, times, `after ${minutes} minutes`);
      assert.deepEqual(await statusOf(contact), [status]);
    }
    assert.deepEqual(await told("agency-chased", chases(id)), Array(2).fill(health.place.organisationId));
    assert.deepEqual(
      (
        await owner`select facts->>'ordinal' as n from audit_event where kind = 'agency.chased' and subject_id = ${id} order by 1`
      ).map(({ n }) => n as string),
      ["1", "2"],
    );
  });

  test("alarms on the duty screen when a Red one is late, until somebody answers", async () => {
    const { contact, id } = await asked();
    assert.equal(await alarmed(contact), false);
    kit.at(later(61));
    assert.equal(await alarmed(contact), true);
    assert.ok((await came()).includes("late"));
    await answer(kit.context, health, id, "known", { facts: "Seen on Monday", source: "RiO", part: true });
    assert.equal(await alarmed(contact), true, "a part is no answer");
    await answer(kit.context, health, id, "no_trace", { systems: "RiO" });
    assert.equal(await alarmed(contact), false);
  });

  test("does not happen while an answer of ours is awaited, or once everything is decided", async () => {
    const waiting = await asked();
    await askBack(kit.context, health.person, {
      ...{ id: waiting.id, formKey: kit.context.newId(), text: "Which Mary?" },
    });
    const decided = await asked();
    await recommendAll(kit.context, owner, screener, decided.contact, "assessment", without);
    await agreeAll(kit.context, owner, manager, decided.contact);
    await sweepAt(45);
    assert.equal((await chases(waiting.id)).length + (await chases(decided.id)).length, 0);
    assert.equal(await alarmed(decided.contact), false);
  });
});

describe("what agencies answer", () => {
  test("comes in parts, each kept, until it is whole", async () => {
    const { contact, id } = await asked();
    const first = { facts: "Weighed in June", source: "RiO", informationOn: "2026-06-02", part: true };
    await answer(kit.context, health, id, "known", first);
    assert.deepEqual(await statusOf(contact), ["Part reply"]);
    const rest = { opinion: "She is thin", source: "The school nurse", notSharedWith: "Her father" };
    await answer(kit.context, health, id, "known", { ...rest, notSharedBecause: "He does not know of it" });
    assert.deepEqual(await statusOf(contact), ["Full reply"]);
    const [request] = (await page(contact)).requests;
    assert.deepEqual(
      request?.replies.map(({ facts, opinion, complete }) => [facts, opinion, complete]),
      [
        ["Weighed in June", "", false],
        ["", "She is thin", true],
      ],
    );
    const sealed = await owner<
      { content: Buffer }[]
    >`select content from agency_reply where request_id = ${id}`;
    for (const { content } of sealed) assert.ok(!content.toString("latin1").includes("June"));
  });

  test("goes back to the asker when it is not theirs, and another one can be asked", async () => {
    const { contact, id } = await asked();
    await answer(kit.context, health, id, "wrong_agency", { because: "Ask the hospital" });
    assert.deepEqual(await statusOf(contact), ["Wrong agency"]);
    await askAll(kit.context, owner, screener, contact, [await addAgency(kit.context, "health"), health]);
  });

  test("can be that they do not share it, and why", async () => {
    const { contact, id } = await asked();
    await answer(kit.context, health, id, "not_sharing", { because: "She would be hurt if he learnt of it" });
    assert.deepEqual(await statusOf(contact), ["Not sharing"]);
  });

  test("is on the holder's list until they read it, and not until somebody else does", async () => {
    const { contact, id } = await asked();
    await answer(kit.context, health, id, "no_trace", { systems: "RiO" });
    assert.deepEqual(await came(), ["reply"]);
    const other = await addStaff(kit.context, ["screener"]);
    await page(contact, other);
    assert.deepEqual(await came(), ["reply"], "somebody who only looks reads it for nobody");
    await page(contact);
    assert.deepEqual(await came(), []);
  });

  test("that comes after the decision goes to who decided and to who has the work", async () => {
    const { contact, id } = await asked();
    await recommendAll(kit.context, owner, screener, contact, "assessment", without);
    await routeAll(kit.context, await agreeAll(kit.context, owner, manager, contact));
    kit.at(later(300));
    await answer(kit.context, health, id, "known", { facts: "Seen on Monday", source: "RiO" });
    assert.deepEqual(await told("agency-answered", repliesTo(id)), [manager.id, socialWork.teamId].sort());
  });
});

describe("what an agency asks back", () => {
  test("is on the holder's list, is answered once, and is read by that agency alone", async () => {
    const { contact, id } = await asked();
    const question = { id, formKey: kit.context.newId(), text: "Which of two Marys?" };
    await askBack(kit.context, health.person, question);
    await askBack(kit.context, health.person, question);
    assert.deepEqual(await came(), ["question"]);
    const [request] = (await page(contact)).requests;
    assert.equal(request?.askedBack.length, 1);
    const [asking] = request.askedBack;
    const telling = {
      reference: contact.reference,
      questionId: asking?.id ?? "",
      text: "The one born in March",
    };
    const elsewhere = await asked();
    const stranger = await addStaff(kit.context, ["screener"]);
    await assert.rejects(answerAgency(kit.context, stranger, telling), Forbidden);
    await assert.rejects(
      answerAgency(kit.context, manager, { ...telling, reference: elsewhere.contact.reference }),
      NotFound,
    );
    await answerAgency(kit.context, manager, telling);
    await answerAgency(kit.context, manager, { ...telling, text: "Another answer" });
    assert.equal(
      (await readRequest(kit.context, health.person, id)).askedBack[0]?.answer,
      "The one born in March",
    );
    assert.deepEqual(
      await told("agency-told", owner`select id from agency_question where request_id = ${id}`),
      [health.place.organisationId],
    );
    const records = await recordsKit(kit, owner);
    const access = await askForAccess(kit.context, records.officer, {
      ...{ reference: contact.reference, whose: "child", id: contact.childIds[0] ?? "" },
      reason: "A letter with a passport",
    });
    const { items } = await readAnswer(kit.context, records.deputy, access);
    assert.deepEqual(
      items
        .filter(({ id: item }) => item.startsWith("agency_question"))
        .map(({ title, given }) => [title, given]),
      [
        ["What another organisation asked back", false],
        ["What another organisation was told", false],
      ],
      "whoever prepares what is given to somebody about themselves sees both, left out",
    );
    await answer(kit.context, health, id, "no_trace", { systems: "RiO" });
    await assert.rejects(
      askBack(kit.context, health.person, { ...question, formKey: kit.context.newId() }),
      Invalid,
    );
  });
});

test("how agencies answer is counted for managers, without anything about a child", async () => {
  const place = await addAgency(kit.context, "probation");
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { contact } = await asked();
    ids.push(...(await askAll(kit.context, owner, screener, contact, [place])));
  }
  const [first = "", second = ""] = ids;
  kit.at(later(20));
  await answer(kit.context, place, first, "no_trace", { systems: "All" });
  kit.at(later(90));
  await answer(kit.context, place, second, "known", { facts: "Supervised", source: "Delius" });
  const { rows } = await readTurnaround(kit.context, manager, { page: 1 });
  const {
    id: _,
    name: __,
    ...counted
  } = rows.find(({ id }) => id === place.place.organisationId) ?? {
    ...{ id: "", name: "" },
  };
  assert.deepEqual(counted, { asked: 3, answered: 2, inTime: 1, noTrace: 1, late: 1, medianMinutes: 55 });
  await assert.rejects(readTurnaround(kit.context, screener, { page: 1 }), Forbidden);
});
