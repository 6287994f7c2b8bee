import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import type { SentStage } from "#domain/sent";
import { readDuty } from "#services/duty/read-duty";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { addMore } from "#services/senders/add-more";
import { answerChallenge } from "#services/senders/answer-challenge";
import { answerQuestion } from "#services/senders/answer-question";
import { askSender } from "#services/senders/ask-sender";
import { claimSent } from "#services/senders/claim-sent";
import { listSent } from "#services/senders/list-sent";
import { raiseChallenge } from "#services/senders/raise-challenge";
import { readSenderPage } from "#services/senders/read-sender-page";
import { readSent } from "#services/senders/read-sent";
import { recordSenderCall } from "#services/senders/record-call";
import { remindOfNews } from "#services/senders/remind-of-news";
import { unitOfWork } from "#services/unit-of-work";
import { aSubmission, sendContact, type SentContact } from "../../support/contacts.ts";
import { agreeAll, recommendAll, versionOf } from "../../support/deciding.ts";
import { mailKit, type MailKit } from "../../support/mail-kit.ts";
import { anotherNetwork, provenSender } from "../../support/senders.ts";
import { addStaff, addTeam, type Place } from "../../support/staff.ts";

/** Monday, 10am in London. */
const began = new Date("2026-11-23T10:00:00Z");
const later = (minutes: number) => new Date(began.getTime() + minutes * 60_000);
const dayMinutes = 24 * 60;

let mail: MailKit;
let hub: Place;
let screener: StaffActor;
let managers: StaffActor[];
before(async () => {
  mail = await mailKit();
  mail.kit.at(began);
  hub = await addTeam(mail.kit.context);
  screener = await addStaff(mail.kit.context, ["screener"], { place: hub });
  managers = await Promise.all(
    ["One", "Two", "Three", "Four"].map((name) =>
      addStaff(mail.kit.context, ["manager"], { place: hub, name }),
    ),
  );
  const school = await addTeam(mail.kit.context, { kind: "education", purpose: "partner" });
  await mail.owner`update organisation set email_domains = '{known.example}' where id = ${school.organisationId}`;
});
after(() => mail.close());

const secretOf = (email: string) => provenSender(mail.kit.context, mail.owner, email);
const { referrer } = aSubmission();
let teachers = 0;

/** Something that a teacher sent before they proved their address, and the browser in which they then did. */
async function sentBy(
  domain = "known.example",
): Promise<{ contact: SentContact; secret: string; email: string }> {
  const email = `teacher${(teachers += 1)}@${domain}`;
  const contact = await sendContact(mail.kit.context, { referrer: { ...referrer, email } });
  const secret = await secretOf(email.toUpperCase().replace(/@.*/, `@${domain}`));
  await claimSent(mail.kit.context, { secret, reference: contact.reference, network: anotherNetwork() });
  return { contact, secret, email };
}

const read = (secret: string, { reference }: SentContact) =>
  readSent(mail.kit.context, { secret, reference });
const decide = async (contact: SentContact) => {
  const { context } = mail.kit;
  await recommendAll(context, mail.owner, screener, contact, "assessment");
  await agreeAll(context, mail.owner, managers[0] as StaffActor, contact);
};
const messages = async (contact: SentContact) => {
  const rows = await mail.owner<{ message: string }[]>`
    select distinct o.facts->>'message' as message from outbox o
    where o.facts->>'message' is not null and o.subject_id in (
      select id from feedback where contact_id = ${contact.id}
      union all select id from sender_question where contact_id = ${contact.id}
      union all select id from challenge where contact_id = ${contact.id}) order by 1`;
  return rows.map(({ message }) => message);
};

describe("what somebody sent", () => {
  test("comes on their list by its reference, and on nobody else's", async () => {
    const { context } = mail.kit;
    const { contact, secret } = await sentBy();
    const list = (of: string) => listSent(context, { secret: of, page: 1 });
    assert.deepEqual(
      (await list(secret)).rows.map(({ reference }) => reference),
      [contact.reference],
    );
    const stranger = await secretOf("stranger@known.example");
    const claim = (reference: string) =>
      claimSent(context, { secret: stranger, reference, network: anotherNetwork() });
    const unclaimed = await sendContact(context);
    for (const reference of [contact.reference, unclaimed.reference, "22222222", "no reference"])
      await assert.rejects(claim(reference), (error: Error) => error.message === "no such form");
    await assert.rejects(read(stranger, contact), NotFound);
    assert.deepEqual((await list(stranger)).rows, []);
    assert.deepEqual((await list("made-up")).rows, []);
  });

  test("says where it stands, and what was decided once the time for a slip has passed", async () => {
    const { at } = mail.kit;
    const { contact, secret } = await sentBy();
    const stage = async (): Promise<SentStage> => (await read(secret, contact)).stage;
    assert.equal(await stage(), "received");
    await recommendAll(mail.kit.context, mail.owner, screener, contact, "assessment");
    assert.equal(await stage(), "looking");
    await agreeAll(mail.kit.context, mail.owner, managers[0] as StaffActor, contact);
    assert.deepEqual((await read(secret, contact)).outcome, [], "not within ten minutes");
    at(later(11));
    const { rows } = await listSent(mail.kit.context, { secret, page: 1 });
    assert.deepEqual([rows[0]?.stage, rows[0]?.news], ["decided", true]);
    const [words = ""] = (await read(secret, contact)).outcome ?? [];
    assert.match(words, /social worker will assess/);
    const again = await listSent(mail.kit.context, { secret, page: 1 });
    assert.equal(again.rows[0]?.news, false, "read");
    at(began);
  });

  test("does not say what was decided to somebody whom we do not know, until they were rung back", async () => {
    const { context, at } = mail.kit;
    const { contact, secret } = await sentBy("anybody.example");
    await decide(contact);
    at(later(11));
    assert.equal((await read(secret, contact)).outcome, null);
    const { news } = await readSenderPage(context, screener, contact.reference);
    assert.deepEqual(news, { unread: 1, read: 0, told: 0 });
    await recordSenderCall(context, screener, { reference: contact.reference, call: "it-is-them" });
    assert.equal((await read(secret, contact)).outcome?.length, 1);
    at(began);
  });

  test("is called to mind once after two working days, and is somebody's to ring about after that", async () => {
    const { context, at } = mail.kit;
    const { contact } = await sentBy();
    await decide(contact);
    const remind = (now: Date) => {
      at(now);
      return unitOfWork(context, { kind: "system", process: "test" }, remindOfNews);
    };
    await remind(later(2 * dayMinutes + 11));
    assert.deepEqual(await messages(contact), []);
    // Working days end when the hub closes.
    await remind(new Date("2026-11-25T17:01:00Z"));
    await remind(new Date("2026-11-25T17:06:00Z"));
    assert.deepEqual(await messages(contact), ["decision-unread"]);
    at(later(5 * dayMinutes));
    const waiting = async () => {
      const { alarms } = await readDuty(context, managers[0] as StaffActor);
      return (
        alarms.find(({ kind }) => kind === "news_unread")?.references.includes(contact.reference) === true
      );
    };
    assert.ok(await waiting());
    await recordSenderCall(context, screener, { reference: contact.reference, call: "told" });
    assert.ok(!(await waiting()));
    at(began);
  });
});

describe("a question of the hub's", () => {
  test("is answered once, by the sender alone, and makes unsent forms look again", async () => {
    const { context } = mail.kit;
    const { contact, secret } = await sentBy();
    const ask = (actor: StaffActor) =>
      askSender(context, actor, { reference: contact.reference, text: "Who collects her?", hours: 4 });
    const outsider = await addStaff(context, ["screener"]);
    await assert.rejects(ask(outsider), Forbidden, "who does not hold it");
    await recommendAll(context, mail.owner, screener, contact, "assessment");
    await ask(screener);
    const [question] = (await read(secret, contact)).questions;
    assert.equal(question?.text, "Who collects her?");
    const version = await versionOf(mail.owner, contact);
    const answer = (of: string, text: string) =>
      answerQuestion(context, {
        ...{ secret: of, reference: contact.reference, id: question.id, text },
        danger: "no",
      });
    await assert.rejects(answer(await secretOf("x.y@known.example"), "Nobody"), NotFound);
    await answer(secret, "Her aunt, at 3:15pm");
    await answer(secret, "Somebody else");
    const { questions } = await readSenderPage(context, screener, contact.reference);
    assert.equal(questions[0]?.answer, "Her aunt, at 3:15pm");
    assert.equal(await versionOf(mail.owner, contact), version + 1);
    assert.deepEqual(await messages(contact), ["question-answered", "question-asked"]);
  });

  test("that brings danger goes to the whole hub", async () => {
    const { context } = mail.kit;
    const { contact, secret } = await sentBy();
    await recommendAll(context, mail.owner, screener, contact, "assessment");
    await askSender(context, screener, { reference: contact.reference, text: "Where is he?", hours: 2 });
    const [question] = (await read(secret, contact)).questions;
    const given = { secret, reference: contact.reference, id: question?.id ?? "", text: "He is in the car" };
    await answerQuestion(context, { ...given, danger: "yes" });
    const [row] = await mail.owner`select danger from contact where id = ${contact.id}`;
    assert.equal(row?.["danger"], "yes");
    const told =
      await mail.owner`select from outbox where subject_id = ${contact.id} and facts->>'message' = 'red-contact'`;
    assert.ok(told.length > 0);
  });

  test("needs an address, and three are enough", async () => {
    const { context } = mail.kit;
    const without = await sendContact(context, { referrer: { ...referrer, email: null } });
    await recommendAll(context, mail.owner, screener, without, "assessment");
    const ask = ({ reference }: SentContact) =>
      askSender(context, screener, { reference, text: "Who?", hours: 4 });
    await assert.rejects(ask(without), Invalid);
    const { contact } = await sentBy();
    await recommendAll(context, mail.owner, screener, contact, "assessment");
    for (let n = 0; n < 3; n += 1) await ask(contact);
    await assert.rejects(ask(contact), Invalid);
  });
});

describe("something new from the sender", () => {
  test("stands on the contact while it waits, and is a contact of their own list afterwards", async () => {
    const { context, at } = mail.kit;
    const { contact, secret } = await sentBy();
    const say = (text: string, key = context.newId()) =>
      addMore(context, { secret, reference: contact.reference, text, danger: "no", key });
    assert.deepEqual(await say("She has a bruise"), { how: "added" });
    const stranger = await secretOf("x.z@known.example");
    await assert.rejects(
      addMore(context, {
        ...{ secret: stranger, reference: contact.reference, key: context.newId() },
        ...{ text: "Not mine", danger: "no" as const },
      }),
      NotFound,
    );
    await decide(contact);
    at(later(11));
    const key = context.newId();
    const linked = await say("She has another bruise", key);
    assert.deepEqual(await say("She has another bruise", key), linked, "pressed twice");
    assert.ok(linked.how === "linked");
    const { rows } = await listSent(context, { secret, page: 1 });
    assert.deepEqual(
      rows.map(({ reference }) => reference),
      [linked.reference, contact.reference],
    );
    at(began);
  });
});

describe("a sender who does not agree", () => {
  test("is answered by a manager who did not decide, each time by another", async () => {
    const { context, at } = mail.kit;
    const { contact, secret, email } = await sentBy();
    const raise = (text = "She is not safe there") =>
      raiseChallenge(context, { secret, reference: contact.reference, text });
    await assert.rejects(raise(), NotFound, "nothing is decided");
    await decide(contact);
    at(later(11));
    await raise();
    await assert.rejects(raise(), Conflict, "one at a time");
    const answer = (actor: StaffActor | undefined) =>
      answerChallenge(context, actor as StaffActor, {
        ...{ reference: contact.reference, outcome: "stands" as const },
        text: "We looked again",
      });
    await assert.rejects(answer(managers[0]), Forbidden, "who decided");
    await assert.rejects(answer(screener), Forbidden);
    await answer(managers[1]);
    await assert.rejects(answer(managers[2]), Invalid, "answered already");
    const { challenges, mayDisagree } = await read(secret, contact);
    assert.deepEqual(
      challenges.map(({ stage, text, outcome, answer: said }) => [stage, text, outcome, said]),
      [[1, "She is not safe there", "stands", "We looked again"]],
    );
    assert.ok(mayDisagree);
    await raise("I still do not agree");
    await assert.rejects(answer(managers[1]), Forbidden, "who answered before");
    const open = (await read(secret, contact)).challenges[1];
    assert.deepEqual(open?.dueAt, new Date("2026-11-25T17:00:00Z"), "two working days");
    at(later(3 * dayMinutes));
    const { alarms } = await readDuty(context, managers[0] as StaffActor);
    assert.deepEqual(alarms.find(({ kind }) => kind === "challenge_late")?.references, [contact.reference]);
    await answer(managers[2]);
    // The first browser has forgotten them by now.
    const fresh = await secretOf(email);
    const again = () =>
      raiseChallenge(context, { secret: fresh, reference: contact.reference, text: "And still" });
    await again();
    await answer(managers[3]);
    assert.equal((await read(fresh, contact)).mayDisagree, false);
    await assert.rejects(again(), Conflict, "after the last");
    at(began);
  });
});
