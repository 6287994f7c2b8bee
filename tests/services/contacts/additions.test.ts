import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { DangerAnswer } from "#domain/intake";
import { addToContact } from "#services/contacts/add-to-contact";
import { rateContact } from "#services/contacts/rate-contact";
import { readContact } from "#services/contacts/read-contact";
import { takeContact } from "#services/contacts/take-contact";
import { readDuty } from "#services/duty/read-duty";
import { Conflict, NotFound } from "#services/errors";
import { listTriage } from "#services/triage/list-triage";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, type SentContact } from "../../support/contacts.ts";
import { agreeAll, recommendAll, versionOf } from "../../support/deciding.ts";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";

const start = new Date("2026-11-23T10:00:00Z");
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);

describe("something that is added to a contact", () => {
  let kit: RestrictedKit;
  let owner: postgres.Sql;
  let screener: StaffActor;
  let manager: StaffActor;
  before(async () => {
    kit = await restrictedKit();
    ({ owner, screener, manager } = kit);
    kit.at(start);
  });
  after(() => kit.close());

  const add = (
    to: SentContact,
    { text = "He came back last night", danger = "no" as DangerAnswer, key = kit.context.newId() } = {},
  ) =>
    unitOfWork(kit.context, { kind: "public" }, (unit) =>
      addToContact(unit, { contactId: to.id, text, danger, channel: "online", idempotencyKey: key }),
    );
  const chipsOf = async (to: SentContact) => {
    const { rows } = await listTriage(kit.context, screener, { filter: "all", page: 1 });
    return rows.find(({ reference }) => reference === to.reference)?.chips.map(({ text }) => text) ?? [];
  };
  const added = async (to: SentContact, reader = screener) =>
    (await readContact(kit.context, reader, to.reference)).added;

  test("stands on it while a child waits, once for each key, and is new until its holder has looked", async () => {
    const contact = await kit.aFamily().send();
    await takeContact(kit.context, screener, { reference: contact.reference, reason: "I know the family" });
    const version = await versionOf(owner, contact);
    const key = kit.context.newId();
    assert.deepEqual(await add(contact, { key }), { how: "added" });
    assert.deepEqual(await add(contact, { key }), { how: "added" });
    assert.equal(await versionOf(owner, contact), version + 1);
    assert.deepEqual((await chipsOf(contact)).slice(0, 1), ["Added to"]);
    kit.at(minutes(61));
    const alarm = (await readDuty(kit.context, manager)).alarms.find(
      ({ kind }) => kind === "addition_unseen",
    );
    assert.deepEqual(alarm?.references, [contact.reference]);
    const [first] = (await added(contact)).additions;
    assert.deepEqual([first?.text, first?.isNew], ["He came back last night", true]);
    assert.equal((await added(contact)).additions[0]?.isNew, false);
    assert.ok(!(await chipsOf(contact)).includes("Added to"));
    kit.at(start);
  });

  test("makes whoever writes a form about it look again", async () => {
    const contact = await kit.aFamily().send();
    await takeContact(kit.context, screener, { reference: contact.reference, reason: "I know the family" });
    const version = await versionOf(owner, contact);
    await add(contact);
    const rated = rateContact(kit.context, screener, {
      ...{ reference: contact.reference, version, rating: "G", reason: "Nothing happens" },
    });
    await assert.rejects(rated, (error: Conflict<{ changes: { who: string; what: string }[] }>) => {
      assert.ok(error instanceof Conflict);
      assert.deepEqual(error.details.changes[0], {
        ...error.details.changes[0],
        ...{ who: "The sender", what: "Added something" },
      });
      return true;
    });
  });

  test("that a child is in danger takes a rating back that is not Red, and nobody takes the danger back", async () => {
    const rate = async (contact: SentContact, rating: "A" | "R") => {
      const version = await versionOf(owner, contact);
      const { reference } = contact;
      await rateContact(kit.context, manager, { reference, version, rating, reason: "As it was told" });
    };
    const [amber, red] = [await kit.aFamily().send(), await kit.aFamily().send()];
    await rate(amber, "A");
    await rate(red, "R");
    kit.at(minutes(30));
    for (const contact of [amber, red]) {
      await add(contact, { danger: "yes" });
      await add(contact, { danger: "not_sure" });
    }
    const standing = async ({ id }: SentContact) =>
      (
        await owner<{ danger: string; rating: string | null; due: Date; open: boolean }[]>`
          select c.danger, c.rating, k.due_at as due, k.stopped_at is null as open
          from contact c join clock k on k.contact_id = c.id and k.kind = 'rating' where c.id = ${id}`
      )[0];
    assert.deepEqual(await standing(amber), { danger: "yes", rating: null, due: minutes(90), open: true });
    const still = await standing(red);
    assert.deepEqual([still?.danger, still?.rating, still?.open], ["yes", "R", false]);
    const told =
      await owner`select from outbox where subject_id = ${amber.id} and facts->>'message' = 'red-contact'`;
    assert.ok(told.length > 0, "the hub is told at once");
    kit.at(start);
  });

  test("is a contact of its own once every child is decided: same children, same sender, own clock", async () => {
    const contact = await kit.aFamily().send({
      ...{ adults: [], keepSenderSecret: true },
      safeContact: { risks: ["do_not_phone_home"], detail: null, interpreter: null, communication: null },
    });
    await recommendAll(kit.context, owner, screener, contact, "information_only");
    await agreeAll(kit.context, owner, manager, contact);
    kit.at(minutes(60));
    const key = kit.context.newId();
    const linked = await add(contact, { key });
    assert.equal(linked.how, "linked");
    assert.deepEqual(await add(contact, { key }), linked, "the same key leads to the same contact");
    const { reference, decideBy } = linked as Extract<typeof linked, { how: "linked" }>;
    assert.deepEqual(decideBy, new Date(minutes(60).getTime() + 24 * 3_600_000));
    const summary = await readContact(kit.context, manager, reference);
    const first = await readContact(kit.context, manager, contact.reference);
    const names = (one: typeof first) =>
      one.head.children.map(({ name, dateOfBirth }) => [name, dateOfBirth]);
    assert.deepEqual(names(summary), names(first));
    assert.equal(summary.facts.whatHappened, "He came back last night");
    assert.equal(summary.head.keepSenderSecret, true);
    assert.deepEqual(summary.head.safeContact?.risks, ["do_not_phone_home"]);
    assert.equal(summary.added.addsTo?.reference, contact.reference);
    assert.deepEqual(
      first.added.addedBy.map((one) => one.reference),
      [reference],
    );
    kit.at(start);
  });

  test("to a contact that few may know of is known to as few", async () => {
    // Nothing of this child could be found again: what is linked has to bring the lock along.
    const described = aChild({
      ...{ firstName: null, lastName: null, description: "A boy in a red coat", school: null },
      birth: { kind: "not_known" },
    });
    const contact = await kit.aFamily().send({ children: [described], address: null });
    await recommendAll(kit.context, owner, screener, contact, "information_only");
    await agreeAll(kit.context, owner, manager, contact);
    await kit.restrict(contact);
    const linked = await add(contact);
    assert.equal(linked.how, "linked");
    const { reference } = linked as Extract<typeof linked, { how: "linked" }>;
    await assert.rejects(readContact(kit.context, screener, reference), NotFound);
    assert.equal((await readContact(kit.context, manager, reference)).head.restricted, true);
  });

  test("is refused for a contact that there is not", async () => {
    const nobody = { id: kit.context.newId(), reference: "", childIds: [] };
    await assert.rejects(add(nobody), NotFound);
  });
});
