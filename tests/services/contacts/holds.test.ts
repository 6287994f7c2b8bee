import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { endSession } from "#services/accounts/end-session";
import { readSession } from "#services/accounts/read-session";
import { startSession } from "#services/accounts/start-session";
import { addNote } from "#services/contacts/add-note";
import { rateContact } from "#services/contacts/rate-contact";
import { readContact } from "#services/contacts/read-contact";
import { readTimeline } from "#services/contacts/read-timeline";
import { releaseContact } from "#services/contacts/release-contact";
import { takeContact, type TakenByAnother } from "#services/contacts/take-contact";
import { takeNext } from "#services/contacts/take-next";
import { takeOverContact } from "#services/contacts/take-over-contact";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

describe("holding contacts", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let sam: StaffActor;
  let lee: StaffActor;
  let manager: StaffActor;

  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    const place = await addTeam(kit.context);
    sam = await addStaff(kit.context, ["screener"], { name: "Sam King", place });
    lee = await addStaff(kit.context, ["screener"], { name: "Lee Ward", place });
    manager = await addStaff(kit.context, ["manager"], { name: "Mo Shah", place });
  });
  /** What an earlier test left waits no more. */
  beforeEach(async () => {
    await owner`update clock set stopped_at = now() where stopped_at is null`;
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const holdOf = async (contact: SentContact) => {
    const [row] = await owner<
      { holder_id: string | null; minutes: number | null; has_notes: boolean }[]
    >`select holder_id, extract(epoch from lease_until - clock_timestamp()) / 60 as minutes, has_notes
      from hold where contact_id = ${contact.id}`;
    assert.ok(row);
    return { ...row, minutes: row.minutes === null ? null : Number(row.minutes) };
  };
  const events = async (contact: SentContact, kind: string) =>
    owner<{ actor_id: string; facts: Record<string, unknown> }[]>`
      select actor_id, facts from audit_event where contact_id = ${contact.id} and kind = ${kind} order by recorded_at`;
  const rate = (contact: SentContact, code: string) =>
    owner`update contact set rating = ${code}, rated_at = now() where id = ${contact.id}`;
  const lapse = (contact: SentContact) =>
    owner`update hold set lease_until = now() - interval '1 second' where contact_id = ${contact.id}`;
  const bundle = async (...contacts: SentContact[]) => {
    const id = kit.context.newId();
    await owner`insert into bundle (id, reason, confirmed_by, confirmed_at) values (${id}, '\\x00', ${id}, now())`;
    for (const one of contacts) await owner`update contact set bundle_id = ${id} where id = ${one.id}`;
  };
  const isTaken = (result: Awaited<ReturnType<typeof takeNext>>) => {
    assert.equal(result.kind, "taken");
    return result.kind === "taken" ? result.reference : "";
  };

  test("twenty people who press at once take twenty different contacts, bundles whole", async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, i) => addStaff(kit.context, ["screener"], { name: `Person ${i}` })),
    );
    const contacts: SentContact[] = [];
    for (let i = 0; i < 22; i++) contacts.push(await sendContact(kit.context));
    await bundle(...contacts.slice(0, 3));
    const taken = await Promise.all(people.map((one) => takeNext(kit.context, one)));
    const held = await owner<{ holder_id: string; contacts: number }[]>`
      select holder_id, count(*)::int as contacts from hold
      where contact_id in ${owner(contacts.map(({ id }) => id))} and lease_until > now() group by holder_id`;
    assert.equal(new Set(taken.map(isTaken)).size, 20);
    assert.deepEqual(held.map((row) => row.contacts).sort(), [...Array<number>(19).fill(1), 3]);
    assert.equal(taken.filter((one) => one.kind === "taken" && one.together === 3).length, 1);
  });

  test("with five contacts for twenty people, five take one each and the others hear that nothing is left", async () => {
    const contacts = await Promise.all(Array.from({ length: 5 }, () => sendContact(kit.context)));
    const people = await Promise.all(Array.from({ length: 20 }, () => addStaff(kit.context, ["screener"])));
    const results = await Promise.all(people.map((one) => takeNext(kit.context, one)));
    const references = results.filter(({ kind }) => kind === "taken").map(isTaken);
    assert.deepEqual(references.sort(), contacts.map(({ reference }) => reference).sort());
    assert.equal(results.filter(({ kind }) => kind === "nothing").length, 15);
  });

  test("a lease lasts thirty minutes on the database's clock, whatever the process believes", async () => {
    const contact = await sendContact(kit.context);
    kit.at(new Date("2031-01-01T09:00:00Z"));
    try {
      await takeNext(kit.context, sam);
    } finally {
      kit.at(null);
    }
    const { holder_id, minutes } = await holdOf(contact);
    assert.equal(holder_id, sam.id);
    assert.ok(minutes !== null && minutes > 29 && minutes <= 30, String(minutes));
    const [held] = await events(contact, "contact.held");
    assert.deepEqual([held?.actor_id, held?.facts.how], [sam.id, "next"]);
  });

  test("a lapsed hold is free again, unless its holder left notes: then only they are served it", async () => {
    const contact = await sendContact(kit.context);
    await takeNext(kit.context, sam);
    await lapse(contact);
    assert.equal(isTaken(await takeNext(kit.context, lee)), contact.reference);
    await addNote(kit.context, lee, { reference: contact.reference, kind: "note", text: "Rang the school." });
    await lapse(contact);
    assert.equal((await takeNext(kit.context, sam)).kind, "nothing");
    assert.equal(isTaken(await takeNext(kit.context, lee)), contact.reference);
    assert.equal((await holdOf(contact)).has_notes, true);
  });

  test("while a Red lies with somebody's notes, nothing below it is served, and the answer says who left it", async () => {
    const red = await sendContact(kit.context);
    await rate(red, "R");
    await takeNext(kit.context, sam);
    await addNote(kit.context, sam, { reference: red.reference, kind: "note", text: "Waiting for the GP." });
    await lapse(red);
    await sendContact(kit.context);
    const result = await takeNext(kit.context, lee);
    assert.equal(result.kind, "look");
    assert.ok(
      result.kind === "look" && result.reference === red.reference && result.because.includes("Sam King"),
    );
    const danger = await sendContact(kit.context, { danger: "yes" });
    assert.equal(isTaken(await takeNext(kit.context, lee)), danger.reference);
  });

  test("an ordinary unrated notice is never served while a rated Red is free", async () => {
    await sendContact(kit.context);
    const red = await sendContact(kit.context);
    await rate(red, "R");
    assert.equal(isTaken(await takeNext(kit.context, sam)), red.reference);
  });

  test("taking by choice asks why when it goes ahead of danger, and keeps the reason as a note", async () => {
    const danger = await sendContact(kit.context, { danger: "yes" });
    const ordinary = await sendContact(kit.context);
    const take = (reason: string) => takeContact(kit.context, sam, { reference: ordinary.reference, reason });
    await assert.rejects(take(""), (error) => error instanceof Invalid && "reason" in error.problems);
    await take("I spoke to this school this morning");
    const [held] = await events(ordinary, "contact.held");
    assert.deepEqual([held?.facts.how, held?.facts.jumped], ["chosen", true]);
    assert.equal((await events(ordinary, "contact.noted")).length, 1);
    await takeContact(kit.context, lee, { reference: danger.reference, reason: "" });
    assert.equal((await holdOf(danger)).holder_id, lee.id);
  });

  test("of two who choose the same contact one gets it, and the other hears who has it", async () => {
    const contact = await sendContact(kit.context);
    const results = await Promise.allSettled(
      [sam, lee].map((one) => takeContact(kit.context, one, { reference: contact.reference, reason: "" })),
    );
    const refused = results.find((one) => one.status === "rejected");
    assert.equal(results.filter((one) => one.status === "fulfilled").length, 1);
    assert.ok(refused?.status === "rejected" && refused.reason instanceof Conflict);
    const winner = (await holdOf(contact)).holder_id === sam.id ? sam : lee;
    assert.equal((refused.reason.details as TakenByAnother)?.holderName, winner.name);
  });

  test("a bundle with one contact in somebody's hands is not split by choice either", async () => {
    const [one, two] = [await sendContact(kit.context), await sendContact(kit.context)];
    await takeContact(kit.context, sam, { reference: one.reference, reason: "" });
    await bundle(one, two);
    await assert.rejects(takeContact(kit.context, lee, { reference: two.reference, reason: "" }), Conflict);
    assert.equal((await holdOf(two)).holder_id, null);
  });

  test("a manager takes over with a reason; a screener cannot, and the former holder loses the hold", async () => {
    const contact = await sendContact(kit.context);
    await takeNext(kit.context, sam);
    const over = (actor: StaffActor, reason: string) =>
      takeOverContact(kit.context, actor, { reference: contact.reference, reason });
    await assert.rejects(over(lee, "I want it"), Forbidden);
    await assert.rejects(over(manager, ""), Invalid);
    await over(manager, "Sam has gone home");
    assert.equal((await holdOf(contact)).holder_id, manager.id);
    assert.equal((await events(contact, "contact.released"))[0]?.facts.how, "taken-over");
    await assert.rejects(
      addNote(kit.context, sam, { reference: contact.reference, kind: "note", text: "My half sentence" }),
      Conflict,
    );
    await addNote(kit.context, sam, {
      reference: contact.reference,
      kind: "kept_text",
      text: "My half sentence",
    });
  });

  test("releasing twice, or what somebody else holds, changes nothing", async () => {
    const contact = await sendContact(kit.context);
    await takeNext(kit.context, sam);
    await releaseContact(kit.context, lee, contact.reference);
    assert.equal((await holdOf(contact)).holder_id, sam.id);
    await releaseContact(kit.context, sam, contact.reference);
    await releaseContact(kit.context, sam, contact.reference);
    assert.equal((await holdOf(contact)).holder_id, null);
    assert.equal((await events(contact, "contact.released")).length, 1);
  });

  test("signing out ends the session and puts back what was held", async () => {
    const contact = await sendContact(kit.context);
    const { secret } = await startSession(kit.context, sam.id);
    const actor = (await readSession(kit.context, secret))?.actor;
    assert.ok(actor);
    await takeNext(kit.context, actor);
    await endSession(kit.context, actor);
    assert.equal(await readSession(kit.context, secret), null);
    assert.equal((await holdOf(contact)).holder_id, null);
    assert.equal((await events(contact, "contact.released"))[0]?.facts.how, "signed-out");
  });

  test("what only cleared staff may know of is not served, not found and not counted for anybody else", async () => {
    const contact = await sendContact(kit.context);
    await owner`update contact set cleared_only_since = now() where id = ${contact.id}`;
    assert.equal((await takeNext(kit.context, sam)).kind, "nothing");
    await assert.rejects(
      takeContact(kit.context, sam, { reference: contact.reference, reason: "" }),
      NotFound,
    );
    assert.equal(isTaken(await takeNext(kit.context, manager)), contact.reference);
  });

  test("somebody without a part in screening takes nothing", async () => {
    const advice = await addStaff(kit.context, ["advice"]);
    await assert.rejects(takeNext(kit.context, advice), Forbidden);
  });

  test("says who else of the hub has it open, for as long as that is likely, and until when its colour wants", async () => {
    kit.at(new Date("2026-11-24T10:00:00Z"));
    const { reference } = await sendContact(kit.context);
    const auditor = await addStaff(kit.context, ["auditor"]);
    const head = async (who: StaffActor) => (await readContact(kit.context, who, reference)).head;
    await readTimeline(kit.context, auditor, reference);
    assert.deepEqual((await head(sam)).alsoReading, []);
    assert.deepEqual((await head(lee)).alsoReading, ["Sam King"]);
    kit.at(new Date("2026-11-24T10:05:00Z"));
    assert.deepEqual((await head(manager)).alsoReading, ["Lee Ward", "Sam King"]);
    assert.equal((await head(manager)).gather, null);
    await rateContact(kit.context, manager, { reference, version: 1, rating: "A", reason: "A bruise" });
    kit.at(new Date("2026-11-24T10:16:00Z"));
    const { gather, alsoReading } = await head(sam);
    // Six hours, by the preset that a new installation has.
    assert.deepEqual([gather?.by, gather?.left.words, alsoReading], ["today 4:05pm", "5h 49m left", []]);
    await rateContact(kit.context, manager, { reference, version: 2, rating: "B", reason: "Seen and well" });
    assert.equal((await head(sam)).gather, null);
    kit.at(null);
  });
});
