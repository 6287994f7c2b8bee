import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { codeTries } from "#domain/sign-in";
import { submitContact } from "#services/contacts/submit-contact";
import { attachSender } from "#services/drafts/attach-sender";
import type { DraftAccess } from "#services/drafts/draft-access";
import { draftHolder } from "#services/drafts/draft-holder";
import { endOffer, offerDraft } from "#services/drafts/offer-draft";
import { prepareSubmission } from "#services/drafts/prepare-submission";
import { readDraft } from "#services/drafts/read-draft";
import { remindOfDrafts } from "#services/drafts/remind-of-drafts";
import { saveAnswer } from "#services/drafts/save-answer";
import { startDraft } from "#services/drafts/start-draft";
import { takeOfferedDraft } from "#services/drafts/take-offered-draft";
import { Invalid, NotFound, TooManyAttempts } from "#services/errors";
import { askSenderCode } from "#services/senders/ask-sender-code";
import { endSenderSession } from "#services/senders/end-sender-session";
import { findSender } from "#services/senders/find-sender";
import { listForms } from "#services/senders/list-forms";
import { proveSender } from "#services/senders/prove-sender";
import { rekeySenders } from "#services/senders/rekey-senders";
import { unitOfWork } from "#services/unit-of-work";
import { professionalAnswers } from "../../support/answers.ts";
import { mailKit, type MailKit } from "../../support/mail-kit.ts";
import { readyDrafts } from "../../support/ready-drafts.ts";
import { anotherNetwork, newestCode as codeFor, provenSender } from "../../support/senders.ts";

let mail: MailKit;
const began = new Date("2026-11-23T10:00:00Z");
const hours = (count: number) => new Date(began.getTime() + count * 3_600_000);

before(async () => {
  mail = await mailKit();
  mail.kit.at(began);
});
after(() => mail.close());

const newestCode = () => codeFor(mail.kit.context, mail.owner);
const proven = (email: string) => provenSender(mail.kit.context, mail.owner, email);

/** A form whose own page gives this address. */
async function begun(email: string, sender: string | null = null): Promise<DraftAccess> {
  const access = await startDraft(mail.kit.context, { journey: "professional", language: "en" });
  const answer = { ...(professionalAnswers["you"] as Record<string, string>), email };
  await saveAnswer(mail.kit.context, { ...access, questionId: "you", answer });
  return { ...access, sender };
}

async function messagesTo(secret: string): Promise<string[]> {
  const rows = await mail.owner<{ message: string }[]>`
    select o.facts->>'message' as message from outbox o join sender_session s on s.sender_id = o.recipient_id
    where s.secret_hash = sha256(${Buffer.from(secret)}) and o.facts->>'message' <> 'sender-code'
    order by o.created_at`;
  return rows.map(({ message }) => message);
}

describe("a code that is sent to an address at work", () => {
  test("is taken once, in the browser that asked, and gives it another secret", async () => {
    const { context } = mail.kit;
    const asked = await askSenderCode(context, { email: "A.One@school.example", network: anotherNetwork() });
    assert.equal(await findSender(context, asked), null);
    const code = await newestCode();
    const elsewhere = await askSenderCode(context, {
      email: "b.two@school.example",
      network: anotherNetwork(),
    });
    await assert.rejects(proveSender(context, { secret: elsewhere, code }), Invalid);
    const secret = await proveSender(context, {
      secret: asked,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    assert.notEqual(secret, asked);
    assert.equal((await findSender(context, secret))?.email, "A.One@school.example");
    assert.equal(await findSender(context, asked), null);
    await assert.rejects(proveSender(context, { secret, code }), Invalid);
    await endSenderSession(context, secret);
    assert.equal(await findSender(context, secret), null);
  });

  test("is worth nothing after five wrong ones, or ten minutes", async () => {
    const { context } = mail.kit;
    const ask = () => askSenderCode(context, { email: "c.three@school.example", network: anotherNetwork() });
    const tired = await ask();
    const right = await newestCode();
    const wrong = right === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < codeTries; tries += 1)
      await assert.rejects(proveSender(context, { secret: tired, code: wrong }), Invalid);
    await assert.rejects(proveSender(context, { secret: tired, code: right }), Invalid);

    const late = await ask();
    const code = await newestCode();
    mail.kit.at(new Date(began.getTime() + 11 * 60_000));
    await assert.rejects(proveSender(context, { secret: late, code }), Invalid);
    mail.kit.at(began);
  });

  test("is not sent without end, neither to one address nor for one network", async () => {
    const { context } = mail.kit;
    const ask = (email: string, network: string) => askSenderCode(context, { email, network });
    for (let n = 0; n < 5; n += 1) await ask("Flooded@school.example", anotherNetwork());
    await assert.rejects(ask("flooded@SCHOOL.example", anotherNetwork()), TooManyAttempts);
    const one = anotherNetwork();
    for (let n = 0; n < 60; n += 1) await ask(`n${n}@school.example`, one);
    await assert.rejects(ask("another@school.example", one), TooManyAttempts);
  });
});

describe("a form with a proven address", () => {
  test("is found on another device by its sender, and by nobody else", async () => {
    const { context } = mail.kit;
    const access = await begun("d.four@school.example");
    const here = await proven("d.four@school.example");
    assert.deepEqual(await listForms(context, here), [], "an address that was only typed proves nothing");
    assert.equal(await attachSender(context, { ...access, sender: here }), true);

    const phone = await proven("d.four@school.example");
    const [form] = await listForms(context, phone);
    assert.equal(form?.id, access.draftId);
    const onPhone = { draftId: access.draftId, secret: null, sender: phone };
    assert.equal((await readDraft(context, onPhone)).id, access.draftId);
    const stranger = { ...onPhone, sender: await proven("e.five@school.example") };
    await assert.rejects(readDraft(context, stranger), NotFound);
    await assert.rejects(readDraft(context, { ...onPhone, sender: null }), NotFound);
    assert.deepEqual(await listForms(context, stranger.sender), []);

    await saveAnswer(context, { ...onPhone, questionId: "danger", answer: { danger: "no" } });
    assert.equal(
      (await draftHolder(context, access)).email,
      "d.four@school.example",
      "both devices are good",
    );
  });

  test("is nobody's again when the address in it is changed", async () => {
    const { context } = mail.kit;
    const sender = await proven("f.six@school.example");
    const access = await begun("f.six@school.example", sender);
    assert.ok(await attachSender(context, access));
    const answer = {
      ...(professionalAnswers["you"] as Record<string, string>),
      email: "g.seven@school.example",
    };
    await saveAnswer(context, { ...access, questionId: "you", answer });
    assert.equal(await attachSender(context, access), false);
    const holder = await draftHolder(context, access);
    assert.deepEqual([holder.email, holder.canBeProven], [null, true]);
    assert.deepEqual(await listForms(context, sender), []);
  });

  test("is written for the sender the next time, and is sent as verified", async () => {
    const { context } = mail.kit;
    const sender = await proven("h.eight@school.example");
    assert.ok(await attachSender(context, await begun("h.eight@school.example", sender)));
    const known = await findSender(context, sender);
    const next = await startDraft(context, { journey: "professional", language: "en", sender: known });
    const { answers } = await readDraft(context, next);
    assert.equal((answers["you"] as Record<string, string>)["job"], "Class teacher");

    const verified = async (access: DraftAccess) => {
      const { submissionKey } = await prepareSubmission(context, access);
      const { reference } = await submitContact(context, { ...access, submissionKey, early: false });
      const [row] = await mail.owner<{ verified: boolean; listed: boolean }[]>`
        select r.verified_at is not null as verified, r.sender_id is not null as listed
        from referrer r join contact c on c.id = r.contact_id where c.reference = ${reference}`;
      return row;
    };
    for (const [questionId, answer] of Object.entries(professionalAnswers).filter(([id]) => id !== "you"))
      if (!Array.isArray(answer)) await saveAnswer(context, { ...next, questionId, answer: answer as never });
      else
        for (const entry of answer)
          await saveAnswer(context, { ...next, questionId, item: entry.item, answer: entry.answer });
    assert.deepEqual(await verified(next), { verified: true, listed: true });
    const [unproven] = await readyDrafts(context, "senders", 1);
    assert.ok(unproven);
    assert.deepEqual(await verified(unproven), { verified: false, listed: false });
  });
});

describe("a form that a colleague is asked to finish", () => {
  test("stays its sender's until it is taken over, and then is the colleague's alone", async () => {
    const { context } = mail.kit;
    const sender = await proven("i.nine@school.example");
    const access = await begun("i.nine@school.example", sender);
    const offer = (email: string) => offerDraft(context, { ...access, email, network: anotherNetwork() });
    await assert.rejects(offer("j.ten@school.example"), Invalid, "nobody's form is offered");
    assert.ok(await attachSender(context, access));
    await assert.rejects(offer("I.Nine@school.example"), Invalid, "to oneself");

    await offer("wrong@school.example");
    await endOffer(context, access);
    await offer("j.ten@school.example");
    const colleague = await proven("j.ten@school.example");
    assert.deepEqual(await messagesTo(colleague), ["draft-offered"]);
    const mistaken = await proven("wrong@school.example");
    assert.deepEqual(await listForms(context, mistaken), [], "an offer that was taken back");
    const { draftId } = access;
    await assert.rejects(takeOfferedDraft(context, { draftId, sender: mistaken }), NotFound);
    await assert.rejects(readDraft(context, { draftId, secret: null, sender: colleague }), NotFound);
    assert.equal((await readDraft(context, access)).id, draftId, "not taken over yet");

    await takeOfferedDraft(context, { draftId, sender: colleague });
    await assert.rejects(readDraft(context, access), NotFound);
    const { answers } = await readDraft(context, { draftId, secret: null, sender: colleague });
    assert.equal(answers["you"], undefined, "who they are is theirs to say");
    await assert.rejects(takeOfferedDraft(context, { draftId, sender: colleague }), NotFound);
  });
});

describe("a form that is not sent", () => {
  test("is called to mind after two hours, a day and on its last day, each once, and never when it is nobody's", async () => {
    const { context, at } = mail.kit;
    const sender = await proven("k.eleven@school.example");
    const access = await begun("k.eleven@school.example", sender);
    const unproven = await begun("l.twelve@school.example");
    const remind = async (now: Date) => {
      at(now);
      await unitOfWork(context, { kind: "system", process: "test" }, (unit) => remindOfDrafts(unit));
      at(began);
      return (await messagesTo(sender)).length;
    };
    assert.ok(await attachSender(context, access));
    assert.equal(await remind(hours(1)), 0);
    assert.equal(await remind(hours(2)), 1);
    assert.equal(await remind(hours(3)), 1);
    assert.equal(await remind(hours(24)), 2);
    assert.equal(await remind(hours(100)), 2);
    assert.equal(await remind(hours(6 * 24 + 1)), 3);
    assert.equal(await remind(hours(6 * 24 + 2)), 3);
    const [row] = await mail.owner`select from draft_notice where draft_id = ${unproven.draftId}`;
    assert.equal(row, undefined);
  });
});

describe("the key by which senders are found", () => {
  test("can be changed: they are found before, while and after they are kept anew", async () => {
    const { context } = mail.kit;
    const sender = await proven("m.thirteen@school.example");
    const access = await begun("m.thirteen@school.example", sender);
    assert.ok(await attachSender(context, access));
    const { keys: held } = context.keys.lookup;
    const both = new Map([...held, [2, randomBytes(32)]]);
    const turning = { ...context, keys: { ...context.keys, lookup: { current: 2, keys: both } } };
    const ids = async (with_: typeof context) => (await listForms(with_, sender)).map(({ id }) => id);
    const again = () =>
      askSenderCode(turning, { email: "M.Thirteen@school.example", network: anotherNetwork() });
    const rows = () => mail.owner`select from sender where key_version = 1`;
    await again();
    assert.ok((await rekeySenders(turning)) > 0);
    assert.equal((await rows()).length, 0);
    await again();
    const newest = {
      ...turning,
      keys: { ...turning.keys, lookup: { current: 2, keys: new Map([...both].slice(-1)) } },
    };
    await askSenderCode(newest, { email: "m.thirteen@school.example", network: anotherNetwork() });
    const mine =
      await mail.owner`select distinct sender_id from sender_session s join draft d using (sender_id) where d.id = ${access.draftId}`;
    assert.equal(mine.length, 1);
    assert.equal(
      (
        await mail.owner`select from sender_session s join draft d using (sender_id) where d.id = ${access.draftId}`
      ).length,
      4,
    );
    assert.deepEqual(await ids(newest), [access.draftId]);
  });
});
