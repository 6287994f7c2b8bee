import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import PostalMime from "postal-mime";
import type { StaffActor } from "#domain/actor";
import { addNote } from "#services/contacts/add-note";
import { takeContact } from "#services/contacts/take-contact";
import { confirmBundle } from "#services/households/confirm-bundle";
import { NotFound } from "#services/errors";
import { sendMessage } from "#services/mail/send-message";
import { askForAccess } from "#services/records/access/ask-for-access";
import { readAnswer } from "#services/records/access/read-answer";
import { addMore, addMoreWithFile } from "#services/senders/add-more";
import { answerQuestion } from "#services/senders/answer-question";
import { askSender } from "#services/senders/ask-sender";
import { claimSent } from "#services/senders/claim-sent";
import { listSent } from "#services/senders/list-sent";
import { ownReference } from "#services/senders/open-sent";
import { readOwnCopy } from "#services/senders/read-own-copy";
import { readSent } from "#services/senders/read-sent";
import { compareContact } from "../../support/arriving.ts";
import { aChild, aSubmission, sendContact, type SentContact } from "../../support/contacts.ts";
import { agreeAll, recommendAll, versionOf } from "../../support/deciding.ts";
import { pdf } from "../../support/files.ts";
import { mailJob, mailKit, type MailKit } from "../../support/mail-kit.ts";
import { anotherNetwork, provenSender } from "../../support/senders.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

type Parent = {
  /** Begins every word that only they said, and is in nothing else. */
  mark: string;
  email: string;
  secret: string;
  contact: SentContact;
};

const began = new Date("2026-11-24T10:00:00Z");
const child = aChild({ firstName: "Wren", lastName: "Halloran", nhsNumber: "9434765919" });
const { referrer } = aSubmission();

/** Both worry about one child, and about each other; the hub screens what they sent together. */
describe("two parents who report each other", () => {
  let mail: MailKit;
  let screener: StaffActor;
  let manager: StaffActor;
  let officer: StaffActor;
  let mother: Parent;
  let father: Parent;

  before(async () => {
    mail = await mailKit();
    const { context, at } = mail.kit;
    at(began);
    const hub = await addTeam(context);
    screener = await addStaff(context, ["screener"], { place: hub });
    manager = await addStaff(context, ["manager"], { place: hub });
    officer = await addStaff(context, ["records_officer"], { place: hub });
    mother = await sends("Qzmother", "Qzfather");
    father = await sends("Qzfather", "Qzmother");
    await compareContact(context, father.contact);
    await compareContact(context, mother.contact);
    for (const one of [mother, father]) {
      const { reference } = one.contact;
      await takeContact(context, screener, { reference, reason: "Of one family" });
      await askSender(context, screener, { reference, text: "When did you see Wren last?", hours: 4 });
    }
    for (const one of [mother, father]) await answers(one);
    await confirmBundle(context, screener, {
      reference: mother.contact.reference,
      version: await versionOf(mail.owner, mother.contact),
      ...{ other: father.contact.reference, reason: "One child, two homes" },
    });
    for (const [one, other] of [
      [mother, father],
      [father, mother],
    ] as const) {
      const text = `${other.mark}said the same of them`;
      await addNote(context, screener, { reference: one.contact.reference, kind: "note", text });
      await recommendAll(context, mail.owner, screener, one.contact, "assessment");
      await agreeAll(context, mail.owner, manager, one.contact);
    }
    at(new Date(began.getTime() + 11 * 60_000));
  });
  after(() => mail.close());

  async function sends(mark: string, other: string): Promise<Parent> {
    const { context } = mail.kit;
    const email = `${mark.toLowerCase()}@home.example`;
    const said = `${mark}told us that ${other} shouts at Wren`;
    const page = { questionId: "what-happened", wordingVersion: 1, title: "What happened?", item: null };
    const adult = {
      ...{ relationship: "Parent", birth: { kind: "not_known" as const }, livesWithChild: "yes" as const },
      ...{ parentalResponsibility: "yes" as const, mayBeRisk: true },
    };
    const contact = await sendContact(context, {
      ...{ audience: "public", children: [child], whatHappened: said, otherWorry: `${mark}worries` },
      adults: [{ ...adult, name: `${other} Halloran` }],
      address: { lines: [`${mark}house`, "7 Mill Road"], postcode: "AB1 2CD" },
      referrer: {
        ...referrer,
        ...{ name: `${mark} Halloran`, job: null, organisation: null, email, phone: "07700 900123" },
      },
      snapshot: {
        contact: [{ ...page, entries: [{ label: "What happened?", value: said }] }],
        referrer: [{ ...page, questionId: "you", title: "You", entries: [{ label: "Name", value: mark }] }],
      },
    });
    const secret = await provenSender(context, mail.owner, email);
    await claimSent(context, { secret, reference: contact.reference, network: anotherNetwork() });
    return { mark, email, secret, contact };
  }

  async function answers({ mark, secret, contact: { reference } }: Parent) {
    const { context } = mail.kit;
    const [question] = (await readSent(context, { secret, reference })).questions;
    const says = { secret, reference, danger: "no" as const };
    await answerQuestion(context, { ...says, id: question?.id ?? "", text: `${mark}answered` });
    await addMore(context, { ...says, text: `${mark}added`, key: context.newId() });
    await addMoreWithFile(context, {
      ...{ ...says, text: `${mark}sent a paper`, key: context.newId(), network: anotherNetwork() },
      sent: { name: `${mark}paper.pdf`, bytes: pdf() },
    });
  }

  const both = () =>
    [
      [mother, father],
      [father, mother],
    ] as const;
  /** What is theirs they see; of the other they see what they themselves said of them, and nothing else. */
  const nothingOf = (other: Parent, shown: unknown, where: string) => {
    const text = JSON.stringify(shown);
    for (const end of ["told", "worries", "house", "answered", "added", "sent", "paper", "said", "@home"])
      assert.doesNotMatch(text, new RegExp(other.mark + end, "i"), where);
    for (const id of [other.contact.id, other.contact.reference, ...other.contact.childIds])
      assert.ok(!text.includes(id), `${where}: ${id}`);
  };

  test("each reads what became of their own, and a copy of it, with nothing of the other's", async () => {
    const { context } = mail.kit;
    for (const [one, other] of both()) {
      const asked = { secret: one.secret, reference: one.contact.reference };
      const { rows } = await listSent(context, { secret: one.secret, page: 1 });
      assert.deepEqual(
        rows.map(({ reference, stage }) => [reference, stage]),
        [[one.contact.reference, "decided"]],
      );
      nothingOf(other, rows, "their list");
      const sent = await readSent(context, asked);
      assert.match(JSON.stringify(sent), new RegExp(`${one.mark}answered`));
      nothingOf(other, sent, "what became of it");
      const copy = await readOwnCopy(context, asked);
      for (const word of ["told", "added"]) assert.match(JSON.stringify(copy), new RegExp(one.mark + word));
      nothingOf(other, copy, "the copy");
      assert.throws(() => nothingOf(one, copy, "their own"), "it would find what is there");
    }
  });

  test("neither opens, claims, adds to or copies what the other sent", async () => {
    const { context } = mail.kit;
    for (const [one, other] of both()) {
      const asked = { secret: one.secret, reference: other.contact.reference };
      const more = { ...asked, text: "Mine", danger: "no" as const, key: context.newId() };
      const sent = { name: "mine.pdf", bytes: pdf() };
      for (const tries of [
        () => readSent(context, asked),
        () => readOwnCopy(context, asked),
        () => ownReference(context, asked),
        () => addMore(context, more),
        () => addMoreWithFile(context, { ...more, network: anotherNetwork(), sent }),
        () => answerQuestion(context, { ...more, id: context.newId() }),
      ])
        await assert.rejects(tries, NotFound);
      await assert.rejects(claimSent(context, { ...asked, network: anotherNetwork() }));
    }
  });

  test("no email to either says anything of the other", async () => {
    const { context } = mail.kit;
    mail.server.received.splice(0);
    const owed = await mail.owner<{ id: string }[]>`
      select id from outbox where kind = 'send-message' and facts->>'to' in ('referrer', 'sender') and done_at is null order by created_at, id`;
    for (const { id } of owed) await sendMessage(context, mailJob(id));
    for (const [one, other] of both()) {
      const mine = mail.server.received.filter(({ to }) => to.includes(one.email));
      assert.ok(mine.length >= 2, `${mine.length} emails`);
      for (const { raw, to } of mine) {
        assert.deepEqual(to, [one.email], "to nobody beside them");
        const { subject, text, html, headers, attachments } = await PostalMime.parse(raw);
        assert.doesNotMatch(JSON.stringify({ subject, text, html }), new RegExp(other.mark, "i"));
        nothingOf(other, { raw, subject, text, html, headers, attachments }, subject ?? "an email");
      }
    }
  });

  test("who asks what is held about them is given nothing that the other said", async () => {
    const { context } = mail.kit;
    for (const [one, other] of both()) {
      // They are an adult in what the other sent.
      const [adult] = await mail.owner<{ id: string }[]>`
        select id from contact_adult where contact_id = ${other.contact.id}`;
      const id = await askForAccess(context, officer, {
        ...{ reference: other.contact.reference, whose: "adult", id: adult?.id ?? "" },
        reason: "A letter with a passport",
      });
      const { items } = await readAnswer(context, officer, id);
      const given = items.filter((item) => item.given).map(({ title, lines }) => ({ title, lines }));
      assert.match(JSON.stringify(given), new RegExp(`${one.mark} Halloran`), "what is about themselves");
      nothingOf(other, given, "what is held about them");
      assert.doesNotMatch(JSON.stringify(given), new RegExp(other.mark, "i"));
    }
  });
});
