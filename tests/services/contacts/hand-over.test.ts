import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { defaultSettings } from "#domain/settings";
import { endSession } from "#services/accounts/end-session";
import { rateContact } from "#services/contacts/rate-contact";
import { takeContact } from "#services/contacts/take-contact";
import { takeNext } from "#services/contacts/take-next";
import { takeOverContact } from "#services/contacts/take-over-contact";
import { readDuty } from "#services/duty/read-duty";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { acceptHandOver, declineHandOver, markSeen } from "#services/hand-over/answer-hand-over";
import { listHandOvers, type HandOverItem } from "#services/hand-over/list-hand-overs";
import { offerHandOver } from "#services/hand-over/offer-hand-over";
import { sweepHandOvers } from "#services/hand-over/sweep-hand-overs";
import { sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

const day = new Date("2026-11-24T10:00:00Z");
const evening = new Date("2026-11-24T16:50:00Z");
const night = new Date("2026-11-24T22:00:00Z");
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

describe("handing contacts over, item by item and by name", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let sam: StaffActor;
  let lee: StaffActor;
  let manager: StaffActor;
  let nina: StaffActor;
  let onCall: StaffActor;

  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    const place = await addTeam(kit.context);
    sam = await addStaff(kit.context, ["screener"], { name: "Sam King", place });
    lee = await addStaff(kit.context, ["screener"], { name: "Lee Ward", place });
    manager = await addStaff(kit.context, ["manager"], { name: "Mo Shah", place });
    nina = await addStaff(kit.context, ["out_of_hours"], { name: "Nina Night", place });
    onCall = await addStaff(kit.context, ["on_call_manager"], { name: "Olu Call", place });
  });
  beforeEach(async () => {
    kit.at(day);
    await owner`update clock set stopped_at = now() where stopped_at is null`;
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  async function held(by: StaffActor = sam): Promise<SentContact> {
    const contact = await sendContact(kit.context);
    await takeContact(kit.context, by, { reference: contact.reference, reason: "Known to me" });
    return contact;
  }
  const holderOf = async ({ id }: SentContact) =>
    (await owner<{ holder_id: string | null }[]>`select holder_id from hold where contact_id = ${id}`)[0]
      ?.holder_id;
  const give = (contact: SentContact, to: string, by = sam, line = "Gran rings at five") =>
    offerHandOver(kit.context, by, { reference: contact.reference, to, line });
  const toMe = async (who: StaffActor) => (await listHandOvers(kit.context, who)).toMe;
  const only = async (who: StaffActor): Promise<HandOverItem> => {
    const [item, ...more] = await toMe(who);
    assert.ok(item && more.length === 0);
    return item;
  };
  const news = async (who: StaffActor) => (await listHandOvers(kit.context, who)).news;
  const messages = (contactId: string, message: string) =>
    owner<{ name: string | null }[]>`
      select s.name from outbox o left join staff s on s.id = o.recipient_id
      where o.facts->>'message' = ${message} and (o.subject_id = ${contactId}
        or o.subject_id in (select id from hand_over where contact_id = ${contactId})) order by s.name`;

  test("stays with whoever has it until the one it was offered to accepts it", async () => {
    const contact = await held();
    await give(contact, lee.id);
    assert.equal(await holderOf(contact), sam.id);
    const item = await only(lee);
    assert.deepEqual([item.from, item.line], ["Sam King", "Handed to Lee Ward: Gran rings at five"]);
    assert.deepEqual(await toMe(nina), []);
    for (const other of [nina, sam])
      await assert.rejects(acceptHandOver(kit.context, other, item.id), NotFound);
    assert.equal(await acceptHandOver(kit.context, lee, item.id), contact.reference);
    assert.equal(await holderOf(contact), lee.id);
    await assert.rejects(acceptHandOver(kit.context, lee, item.id), Conflict);
    const [told, ...more] = await news(sam);
    assert.deepEqual([told?.what, more.length], ["Lee Ward has it", 0]);
    await markSeen(kit.context, sam, told?.id ?? "");
    assert.deepEqual(await news(sam), []);
  });

  test("comes back with a reason when it is declined, and is taken back without one", async () => {
    const contact = await held();
    await give(contact, lee.id);
    const { id } = await only(lee);
    await assert.rejects(declineHandOver(kit.context, lee, { id, reason: "" }), Invalid);
    await declineHandOver(kit.context, lee, { id, reason: "I leave at four" });
    assert.equal(await holderOf(contact), sam.id);
    const [told] = await news(sam);
    assert.deepEqual(
      [told?.what, told?.because],
      ["Lee Ward did not take it", "Not accepted: I leave at four"],
    );
    await markSeen(kit.context, sam, told?.id ?? "");
    await give(contact, lee.id);
    await declineHandOver(kit.context, sam, { id: (await only(lee)).id, reason: "" });
    assert.deepEqual([await toMe(lee), await news(sam)], [[], []]);
    // Offered again elsewhere: the first offer is over.
    await give(contact, lee.id);
    await give(contact, nina.id);
    assert.deepEqual(await toMe(lee), []);
    assert.equal((await toMe(nina)).length, 1);
  });

  test("needs the holder or a manager, a line, and somebody for whom the contact exists", async () => {
    const contact = await held();
    await assert.rejects(give(contact, sam.id, lee), Forbidden);
    await assert.rejects(give(contact, lee.id, sam, ""), Invalid);
    const partner = await addStaff(kit.context, ["partner"], {
      place: await addTeam(kit.context, { kind: "police", purpose: "partner" }),
    });
    for (const to of [sam.id, partner.id, kit.context.newId(), "nobody", ""])
      await assert.rejects(give(contact, to), Invalid);
    await owner`update contact set cleared_only_since = now() where id = ${contact.id}`;
    await assert.rejects(give(contact, lee.id, manager), Invalid);
    await give(contact, onCall.id, manager);
    assert.equal((await toMe(onCall)).length, 1);
    await owner`update contact set cleared_only_since = null where id = ${contact.id}`;
  });

  test("a manager who takes a contact over tells the one who held it, with the reason", async () => {
    const contact = await held();
    await takeOverContact(kit.context, manager, { reference: contact.reference, reason: "You are in court" });
    const told = (await news(sam)).find(({ reference }) => reference === contact.reference);
    assert.deepEqual(
      [told?.what, told?.because],
      ["Mo Shah took it over from you", "Taken over: You are in court"],
    );
    await assert.rejects(markSeen(kit.context, sam, "x"), NotFound);
  });

  test("in the evening each is accepted by whoever works tonight, and signing out leaves the offer", async () => {
    kit.at(evening);
    const contact = await held();
    await give(contact, "night");
    await endSession(kit.context, sam);
    await owner`update hold set holder_id = null, taken_at = null, lease_until = null where contact_id = ${contact.id}`;
    kit.at(later(evening, 10));
    const { id } = await only(nina);
    assert.equal(await sweepHandOvers(kit.context), 0);
    await acceptHandOver(kit.context, nina, id);
    assert.equal(await holderOf(contact), nina.id);
    // And in the morning back, to the hub.
    kit.at(later(night, 60));
    await give(contact, "day", nina, "Seen at eleven, safe with gran");
    kit.at(later(day, -85 + 24 * 60));
    assert.equal(
      await sweepHandOvers(kit.context),
      0,
      "nobody is late before a quarter of an hour after opening",
    );
    kit.at(later(day, -70 + 24 * 60));
    assert.equal(await sweepHandOvers(kit.context), 1);
    assert.equal(await sweepHandOvers(kit.context), 0, "it is told once");
    assert.ok((await messages(contact.id, "hand-over-unaccepted")).length > 0);
    const { alarms } = await readDuty(kit.context, manager);
    const alarm = alarms.find(({ kind }) => kind === "hand_over_unaccepted");
    assert.deepEqual(alarm?.references, [contact.reference]);
    await acceptHandOver(kit.context, lee, (await only(lee)).id);
    assert.equal(await holderOf(contact), lee.id);
  });

  test("what comes urgent at night is offered by itself, and the on-call manager hears after a quarter of an hour", async () => {
    kit.at(night);
    const quiet = await sendContact(kit.context);
    const urgent = await sendContact(kit.context, { danger: "not_sure" });
    assert.deepEqual(
      (await messages(urgent.id, "red-contact")).map(({ name }) => name),
      ["Nina Night", null],
    );
    const item = await only(nina);
    assert.deepEqual([item.reference, item.from, item.line], [urgent.reference, "The service itself", null]);
    assert.equal(item.acceptBy.dueAt.getTime(), later(night, defaultSettings.outOfHoursAckMinutes).getTime());
    kit.at(later(night, 14));
    assert.equal(await sweepHandOvers(kit.context), 0);
    kit.at(later(night, 16));
    assert.equal(await sweepHandOvers(kit.context), 1);
    assert.deepEqual(
      (await messages(urgent.id, "hand-over-unaccepted")).map(({ name }) => name),
      ["Olu Call"],
    );
    // Red now: it is the night's too.
    const version = 1;
    await rateContact(kit.context, manager, {
      reference: quiet.reference,
      version,
      rating: "R",
      reason: "A burn",
    });
    assert.equal((await toMe(nina)).length, 2);
    // Taking it from the queue is accepting it.
    const taken = await takeNext(kit.context, nina);
    assert.deepEqual(taken.kind === "taken" && taken.reference, urgent.reference);
    assert.deepEqual(
      (await toMe(nina)).map(({ reference }) => reference),
      [quiet.reference],
    );
    await takeContact(kit.context, lee, { reference: quiet.reference, reason: "I am in early" });
    assert.deepEqual(await toMe(nina), []);
    const [ended] = await owner<
      { ending: string }[]
    >`select ending from hand_over where contact_id = ${quiet.id}`;
    assert.equal(ended?.ending, "accepted", "whoever has it, somebody has it");
  });

  test("the one who gave it hears when somebody else took it first", async () => {
    const contact = await held();
    await give(contact, "night");
    await owner`update hold set lease_until = now() - interval '1 second' where contact_id = ${contact.id}`;
    await takeContact(kit.context, lee, { reference: contact.reference, reason: "It cannot wait" });
    const told = (await news(sam)).find(({ reference }) => reference === contact.reference);
    assert.equal(told?.what, "Lee Ward took it before it was accepted");
    assert.deepEqual(await toMe(nina), []);
  });

  test("what is decided meanwhile is nobody's to accept", async () => {
    const contact = await held();
    await give(contact, lee.id);
    const { id } = await only(lee);
    await owner`update clock set stopped_at = now() where contact_id = ${contact.id}`;
    assert.deepEqual(await toMe(lee), []);
    await assert.rejects(acceptHandOver(kit.context, lee, id), Conflict);
    kit.at(later(day, 60));
    assert.equal(await sweepHandOvers(kit.context), 0);
  });
});
