import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Answer } from "#services/records/access/read-answer";
import { askForAccess } from "#services/records/access/ask-for-access";
import { chooseItem } from "#services/records/access/choose-item";
import { readAnswer, takeAnswer } from "#services/records/access/read-answer";
import { addDraftFile } from "#services/files/change-draft-files";
import { confirmAsked } from "#services/records/confirm";
import type { Context } from "#services/context";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { aChild, aSubmission, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { draftForFiles, pdf, sendDraft } from "../../support/files.ts";
import { ownerOf } from "../../support/queue.ts";
import { recordsKit, type RecordsKit } from "../../support/records-kit.ts";
import { anotherNetwork } from "../../support/senders.ts";

let kit: TestContext;
let owner: postgres.Sql;
let records: RecordsKit;
let context: Context;
let contact: SentContact;

const child = aChild({ firstName: "Tabitha", lastName: "Okonjo", nhsNumber: "9434765919" });
const brother = aChild({ firstName: "Qzbrotherx", lastName: "Okonjo", school: "Qzschoolx" });
const told =
  "Miss Qzsenderx of Qzplacex Academy saw at 3:15pm that Tabitha Okonjo hid from Qzuncleax, and her brother Qzbrotherx cried. Ring 07700 900123.";

before(async () => {
  kit = await testContext();
  ({ context } = kit);
  owner = ownerOf(kit);
  records = await recordsKit(kit, owner);
  const page = { questionId: "what-happened", wordingVersion: 1, title: "What happened?", item: null };
  contact = await records.ended(
    {
      audience: "public",
      children: [child, brother],
      adults: [
        {
          ...{ name: "Qzuncleax Qzsurnamex", relationship: "Uncle", birth: { kind: "not_known" } },
          ...{ livesWithChild: "yes", parentalResponsibility: "no", mayBeRisk: true },
        },
      ],
      whatHappened: told,
      referrer: {
        ...aSubmission().referrer,
        ...{ name: "Ada Qzsenderx", job: "Qzjobx", organisation: "Qzplacex Academy" },
        ...{ email: "qzmailx@school.example", phone: "07700 900123" },
      },
      snapshot: {
        contact: [
          { ...page, entries: [{ label: "What happened?", value: told }] },
          {
            ...page,
            questionId: "family",
            title: "Family",
            entries: [{ label: "Name", value: "Qzuncleax" }],
          },
          { ...page, questionId: "soon", title: "Soon?", entries: [{ label: "When", value: "Qztimex" }] },
        ],
        referrer: [],
      },
    },
    { over: { reason: "Qzsenderx rang; Qzuncleax was named. Tabitha is well" } },
  );
});
after(async () => {
  await owner.end();
  await kit.close();
});

const ask = (reason = "A letter with a passport") =>
  askForAccess(context, records.officer, {
    ...{ reference: contact.reference, whose: "child", id: contact.childIds[0] ?? "", reason },
  });
const textOf = (answer: Answer) => JSON.stringify(answer.items.filter(({ given }) => given));

describe("what somebody is given about themselves", () => {
  test("is theirs, without who contacted us, other people and hours, each counted with why", async () => {
    const id = await ask();
    const answer = await readAnswer(context, records.deputy, id);
    const text = textOf(answer);
    for (const mine of ["Tabitha", "Okonjo", "9434765919", "hid from", "is well"])
      assert.ok(text.includes(mine), mine);
    assert.doesNotMatch(text, /qz|07700|Academy/i);
    assert.doesNotMatch(text, /\d\d:\d\d|\d(am|pm)/);
    assert.ok(answer.items.every(({ when }) => when === null || /^[A-Z][a-z]+ \d{4}$/.test(when)));
    assert.deepEqual(answer.leftOut, [
      // The brother, the uncle, the page about the family, and what was recommended and decided about the brother.
      { because: "third-party", count: 5 },
      // Who it was, the page that tells when, and what they were told about each of the two.
      { because: "referrer", count: 4 },
    ]);
    assert.doesNotMatch(
      JSON.stringify(answer),
      /qzsenderx|qzmailx|qzjobx|qzplacex|07700/i,
      "not even to whoever prepares it",
    );
  });

  test("names the files that came, each left out until somebody has found out what is in it", async () => {
    const access = await draftForFiles(context);
    await addDraftFile(context, {
      ...access,
      network: anotherNetwork(),
      name: "qzfilex.pdf",
      bytes: pdf(),
    });
    const reference = await sendDraft(context, access);
    const [row] = await owner<{ id: string }[]>`
      select ch.id from contact_child ch join contact c on c.id = ch.contact_id where c.reference = ${reference}`;
    const about = {
      reference,
      whose: "child",
      id: row?.id ?? "",
      reason: "A letter with a passport",
    } as const;
    const id = await askForAccess(context, records.officer, about);
    const { items } = await readAnswer(context, records.deputy, id);
    const files = items.filter(({ title }) => title === "A file that came with it");
    assert.deepEqual(
      files.map(({ lines, given, because }) => [lines.map(({ text }) => text), given, because]),
      [[["qzfilex.pdf", "PDF, 1 KB", "Given beside this"], false, "third-party"]],
    );
    assert.equal(JSON.stringify(items).split("qzfilex").length, 2, "it is named once");
  });

  test("has things put back or left out with a reason, is released by another who read it so, and then stands", async () => {
    const id = (await owner<{ id: string }[]>`select id from proposal where ended_at is null`)[0]?.id ?? "";
    const { items } = await readAnswer(context, records.officer, id);
    const item = (title: string) => items.find((one) => one.title === title)?.id ?? "";
    const choose = (what: string, choice: "put-back" | "harm" | "default", reason: string) =>
      chooseItem(context, records.officer, { id, item: what, choice, reason });
    await assert.rejects(choose(item("Family"), "put-back", ""), Invalid);
    await assert.rejects(choose(item("Who contacted us"), "put-back", "They said yes"), Invalid);
    await choose(item("Family"), "put-back", "The uncle agreed");
    await choose(item("What happened?"), "harm", "It would tell her what he said");
    await assert.rejects(takeAnswer(context, records.officer, id), NotFound, "nobody released it");
    await assert.rejects(confirmAsked(context, records.officer, id), Forbidden);
    await assert.rejects(confirmAsked(context, records.deputy, id), Invalid, "not as it is now");
    await readAnswer(context, records.deputy, id);
    await confirmAsked(context, records.deputy, id);
    await assert.rejects(choose(item("What happened?"), "default", ""), NotFound);

    const given = await takeAnswer(context, records.officer, id);
    assert.match(textOf(given), /Qzuncleax/);
    assert.doesNotMatch(textOf(given), /hid from|qzsenderx/i);
    assert.deepEqual(given.leftOut, [
      { because: "third-party", count: 4 },
      { because: "referrer", count: 4 },
      { because: "harm", count: 1 },
    ]);
    assert.ok(given.items.every((one) => one.given));
    const events = await owner<
      { facts: unknown }[]
    >`select facts from audit_event where kind = 'access.given'`;
    assert.deepEqual(
      events.map(({ facts }) => facts),
      [{ leftOut: 9, putBack: 1 }],
    );
    assert.equal((await owner`select from audit_event where kind = 'access.chosen'`).length, 2);
  });

  test("is not there for whoever is in it, or keeps no records", async () => {
    const id = await ask("A second letter");
    await assert.rejects(readAnswer(context, records.manager, id), NotFound);
    await assert.rejects(readAnswer(context, { ...records.deputy, barred: [contact.id] }, id), NotFound);
  });
});
