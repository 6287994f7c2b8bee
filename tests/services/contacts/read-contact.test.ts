import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { addNote } from "#services/contacts/add-note";
import { rateContact } from "#services/contacts/rate-contact";
import type { ChangedMeanwhile } from "#services/contacts/raise-version";
import { readContact } from "#services/contacts/read-contact";
import { readNotes, readRatings } from "#services/contacts/read-notes";
import { readReferral } from "#services/contacts/read-referral";
import { readTimeline } from "#services/contacts/read-timeline";
import { takeNext } from "#services/contacts/take-next";
import { viewReferrer } from "#services/contacts/view-referrer";
import { Conflict, Forbidden, NotFound } from "#services/errors";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

describe("reading and rating a contact", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let sam: StaffActor;
  let lee: StaffActor;
  let manager: StaffActor;
  let auditor: StaffActor;

  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    const place = await addTeam(kit.context);
    sam = await addStaff(kit.context, ["screener"], { name: "Sam King", place });
    lee = await addStaff(kit.context, ["screener"], { name: "Lee Ward", place });
    manager = await addStaff(kit.context, ["manager"], { name: "Mo Shah", place });
    auditor = await addStaff(kit.context, ["auditor"], { name: "Ola Reid", place });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const events = async (contact: SentContact, kind: string) =>
    owner<{ actor_id: string | null; facts: Record<string, unknown> }[]>`
      select actor_id, facts from audit_event where contact_id = ${contact.id} and kind = ${kind} order by recorded_at`;
  /** A contact that Sam holds. */
  const held = async (
    ...sent: Parameters<typeof sendContact> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    await owner`update clock set stopped_at = now() where stopped_at is null`;
    const contact = await sendContact(kit.context, ...sent);
    await takeNext(kit.context, sam);
    return contact;
  };
  const minutesLeft = async (contact: SentContact) => {
    const [row] = await owner`
      select extract(epoch from lease_until - clock_timestamp()) / 60 as minutes from hold where contact_id = ${contact.id}`;
    return Number(row?.minutes);
  };

  test("every page is read in the transaction that audits it, with who and which page", async () => {
    const contact = await sendContact(kit.context);
    await readContact(kit.context, sam, contact.reference);
    await readReferral(kit.context, lee, contact.reference);
    await readTimeline(kit.context, auditor, contact.reference);
    assert.deepEqual(
      (await events(contact, "contact.viewed")).map(({ actor_id, facts }) => [actor_id, facts.page]),
      [
        [sam.id, "summary"],
        [lee.id, "referral"],
        [auditor.id, "timeline"],
      ],
    );
  });

  test("a page that cannot be audited is not shown", async () => {
    const contact = await sendContact(kit.context);
    await owner`alter table audit_event add constraint full_disk check (kind <> 'contact.viewed') not valid`;
    try {
      await assert.rejects(readContact(kit.context, sam, contact.reference));
    } finally {
      await owner`alter table audit_event drop constraint full_disk`;
    }
  });

  test("what does not exist, what is restricted and what is somebody else's are the same not found", async () => {
    const contact = await sendContact(kit.context);
    const advice = await addStaff(kit.context, ["advice"]);
    await assert.rejects(readContact(kit.context, sam, "22222222"), NotFound);
    await assert.rejects(readContact(kit.context, sam, "not a reference"), NotFound);
    await assert.rejects(readContact(kit.context, advice, contact.reference), NotFound);
    await owner`update contact set cleared_only_since = now() where id = ${contact.id}`;
    await assert.rejects(readContact(kit.context, sam, contact.reference), NotFound);
    await assert.rejects(readContact(kit.context, auditor, contact.reference), NotFound);
    assert.equal(
      (await readContact(kit.context, manager, contact.reference)).head.reference,
      contact.reference,
    );
  });

  test("whoever works on what a decision created reads its contact, and other teams do not", async () => {
    const contact = await sendContact(kit.context);
    const [ours, theirs] = [
      await addTeam(kit.context, { purpose: "social_work" }),
      await addTeam(kit.context, { purpose: "social_work" }),
    ];
    const mine = await addStaff(kit.context, ["social_work_manager"], { place: ours });
    const other = await addStaff(kit.context, ["social_work_manager"], { place: theirs });
    const decision = kit.context.newId();
    await owner`insert into decision (id, contact_id, contact_child_id, outcome, level, content, decided_by, decided_at)
      values (${decision}, ${contact.id}, ${contact.childIds[0] ?? ""}, 'assessment', 3, '\\x00', ${manager.id}, now())`;
    await owner`insert into pathway (id, kind, decision_id, contact_id, contact_child_id, team_id, created_at)
      values (${kit.context.newId()}, 'social_work_referral', ${decision}, ${contact.id}, ${contact.childIds[0] ?? ""}, ${ours.teamId}, now())`;
    assert.equal((await readReferral(kit.context, mine, contact.reference)).head.can.note, false);
    await assert.rejects(readReferral(kit.context, other, contact.reference), NotFound);
  });

  test("reading is working: the holder's lease starts again, and nobody else's reading touches it", async () => {
    const contact = await held();
    const age = () =>
      owner`update hold set lease_until = now() + interval '3 minutes' where contact_id = ${contact.id}`;
    await age();
    await readContact(kit.context, lee, contact.reference);
    assert.ok((await minutesLeft(contact)) < 4);
    await readTimeline(kit.context, sam, contact.reference);
    assert.ok((await minutesLeft(contact)) > 29);
  });

  test("a rating needs the holder or a manager, stops its clock, and a change keeps the one before", async () => {
    const contact = await held();
    const rate = (actor: StaffActor, rating: "R" | "A", version: number) =>
      rateContact(kit.context, actor, {
        reference: contact.reference,
        version,
        rating,
        reason: `Because ${rating}`,
      });
    await assert.rejects(rate(lee, "R", 1), Forbidden);
    await rate(sam, "A", 1);
    await rate(manager, "R", 2);
    const { head, ratings } = await readRatings(kit.context, sam, contact.reference);
    assert.deepEqual([head.rating, head.rate, head.version], ["R", null, 3]);
    assert.deepEqual(
      ratings.map(({ rating, reason, by }) => [rating, reason, by]),
      [
        ["R", "Because R", "Mo Shah"],
        ["A", "Because A", "Sam King"],
      ],
    );
    const clocks =
      await owner`select stopped_at from clock where contact_id = ${contact.id} and kind = 'rating'`;
    assert.ok(clocks.length === 1 && clocks[0]?.stopped_at);
    assert.deepEqual(
      (await events(contact, "contact.rated")).map(({ facts }) => facts),
      [
        { from: null, to: "A" },
        { from: "A", to: "R" },
      ],
    );
  });

  test("a rating from an older page changes nothing and says what happened meanwhile", async () => {
    const contact = await held();
    const rate = (actor: StaffActor, version: number) =>
      rateContact(kit.context, actor, {
        reference: contact.reference,
        version,
        rating: "G",
        reason: "No harm",
      });
    await rate(manager, 1);
    await assert.rejects(rate(sam, 1), (error) => {
      assert.ok(error instanceof Conflict);
      const { version, changes } = error.details as ChangedMeanwhile;
      assert.equal(version, 2);
      assert.deepEqual(
        changes.map(({ who, what }) => [who, what]),
        [["Mo Shah", "Rated it Green"]],
      );
      return true;
    });
    assert.equal((await events(contact, "contact.rated")).length, 1);
  });

  test("of two ratings from one page one stands, and the other is told", async () => {
    const contact = await held();
    const results = await Promise.allSettled(
      [sam, manager].map((actor) =>
        rateContact(kit.context, actor, {
          reference: contact.reference,
          version: 1,
          rating: "A",
          reason: actor.name,
        }),
      ),
    );
    assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await readRatings(kit.context, sam, contact.reference)).ratings.length, 1);
  });

  test("Red at night is told to the hub's team at once, Red by day is not", async () => {
    const hubs = async (contact: SentContact) =>
      (await owner`select from outbox where subject_id = ${contact.id} and facts->>'message' = 'red-contact'`)
        .length;
    const rateAt = async (moment: string) => {
      kit.at(new Date(moment));
      const contact = await sendContact(kit.context);
      await rateContact(kit.context, manager, {
        reference: contact.reference,
        version: 1,
        rating: "R",
        reason: "Harm tonight",
      });
      kit.at(null);
      return hubs(contact);
    };
    assert.ok((await rateAt("2026-11-24T22:10:00Z")) > 0);
    assert.equal(await rateAt("2026-11-24T10:10:00Z"), 0);
  });

  test("a note stays as it was typed, sealed, and a call raises the version while a thought does not", async () => {
    const contact = await held();
    const text = "Spoke to <b>Jo</b> – “she’s 4” \u{1F476}\nSecond line";
    await addNote(kit.context, sam, { reference: contact.reference, kind: "note", text });
    await addNote(kit.context, sam, { reference: contact.reference, kind: "call", text: "No answer" });
    const { head, notes } = await readNotes(kit.context, lee, contact.reference);
    assert.deepEqual(
      notes.map(({ kind, text: said, by }) => [kind, said, by]),
      [
        ["call", "No answer", "Sam King"],
        ["note", text, "Sam King"],
      ],
    );
    assert.equal(head.version, 2);
    const [dump] = await owner`select string_agg(encode(body, 'escape'), ' ') as bodies from note`;
    assert.ok(!String(dump?.bodies).includes("Spoke to"));
  });

  test("who sent it is opened with a reason by those who may, and each time is recorded", async () => {
    const contact = await sendContact(kit.context);
    const view = (actor: StaffActor, because: "ring_back" | null) =>
      viewReferrer(kit.context, actor, { reference: contact.reference, because });
    assert.equal((await view(sam, null)).opened, null);
    assert.equal((await events(contact, "contact.referrer-viewed")).length, 0);
    assert.equal((await view(sam, "ring_back")).opened?.particulars.name, "Jo Reed");
    assert.deepEqual((await events(contact, "contact.referrer-viewed"))[0]?.facts, { because: "ring_back" });
    await assert.rejects(view(auditor, "ring_back"), Forbidden);
    assert.equal((await events(contact, "contact.referrer-viewed")).length, 1);
  });

  test("nothing of the referrer is on any other page", async () => {
    const contact = await sendContact(kit.context);
    const pages = [
      await readContact(kit.context, sam, contact.reference),
      await readReferral(kit.context, sam, contact.reference),
      await readTimeline(kit.context, sam, contact.reference),
    ];
    for (const page of pages) assert.ok(!/Jo Reed|jo\.reed|567 800/.test(JSON.stringify(page)));
  });

  test("the timeline tells what was done and read, newest first, without a word that anybody typed", async () => {
    const contact = await held({ danger: "not_sure" });
    await rateContact(kit.context, sam, {
      reference: contact.reference,
      version: 1,
      rating: "A",
      reason: "Bruise on the arm",
    });
    await addNote(kit.context, sam, {
      reference: contact.reference,
      kind: "note",
      text: "Mary Okafor cried",
    });
    const { events: told } = await readTimeline(kit.context, lee, contact.reference);
    assert.deepEqual(
      told.map(({ who, what }) => `${who}: ${what}`),
      [
        "Lee Ward: Read the timeline",
        "Sam King: Wrote a note",
        "Sam King: Rated it Amber",
        "Sam King: Took it as the next contact",
        "The sender: Arrived by the online form about 1 child",
      ],
    );
    assert.ok(!/Mary|Okafor|bruise|cried/i.test(JSON.stringify(told)));
  });

  test("a child of the household whom nobody has ruled on is named as unsettled", async () => {
    const contact = await sendContact(kit.context, {
      children: [aChild(), aChild({ firstName: "Sol", standing: "household", relationship: "brother" })],
    });
    const { unsettled, head } = await readContact(kit.context, sam, contact.reference);
    assert.deepEqual(
      unsettled.map(({ id }) => id),
      [contact.childIds[1]],
    );
    assert.equal(head.children.length, 2);
  });
});
