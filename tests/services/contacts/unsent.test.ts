import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { unsentDays } from "#domain/unsent-form";
import { keepHold } from "#services/contacts/keep-holding";
import { readNotes } from "#services/contacts/read-notes";
import { takeContact } from "#services/contacts/take-contact";
import { takeOverContact } from "#services/contacts/take-over-contact";
import { Conflict, NotFound } from "#services/errors";
import { newId } from "#services/new-id";
import { readPhoneCall } from "#services/phone/read-call";
import { saveCall, type CallElsewhere } from "#services/phone/save-call";
import { startCall } from "#services/phone/start-call";
import { unitOfWork } from "#services/unit-of-work";
import { deleteOldUnsent, endUnsent } from "#services/unsent/end-unsent";
import { openUnsent } from "#services/unsent/open-unsent";
import { saveUnsent } from "#services/unsent/save-unsent";
import { sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

const start = new Date("2026-11-24T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

describe("what is typed and not sent", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let sam: StaffActor;
  let lee: StaffActor;
  let manager: StaffActor;
  let contact: SentContact;

  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    const place = await addTeam(kit.context);
    sam = await addStaff(kit.context, ["screener"], { name: "Sam King", place });
    lee = await addStaff(kit.context, ["screener"], { name: "Lee Ward", place });
    manager = await addStaff(kit.context, ["manager"], { name: "Mo Shah", place });
  });
  beforeEach(async () => {
    kit.at(start);
    contact = await sendContact(kit.context);
    await takeContact(kit.context, sam, { reference: contact.reference, reason: "mine" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const typing = (id: string, saves: number, words: string, instead: readonly string[] = []) =>
    saveUnsent(kit.context, sam, {
      ...{ form: "notes", of: contact.reference, id, saves, instead },
      body: new URLSearchParams({ text: words }).toString(),
    });
  const words = async (id: string, actor = sam) =>
    new URLSearchParams((await openUnsent(kit.context, actor, id)).body).get("text");
  const offered = async (actor = sam) =>
    (await readNotes(kit.context, actor, contact.reference)).unsent.map(({ id }) => id);
  const holdOf = async () => {
    const [row] = await owner<{ holder_id: string; minutes: number; live: boolean }[]>`
      select holder_id, extract(epoch from lease_until - clock_timestamp())::float / 60 as minutes,
        lease_until > now() as live from hold where contact_id = ${contact.id}`;
    assert.ok(row);
    return row;
  };

  test("is kept sealed for whoever typed it, the latest words last, and is nobody else's", async () => {
    const id = newId();
    await typing(id, 1, "Gran has");
    await typing(id, 3, "Gran has the key");
    await typing(id, 2, "Gran has the");
    assert.equal(await words(id), "Gran has the key", "one that came late does not win");
    assert.deepEqual(await offered(), [id]);
    assert.deepEqual(await offered(manager), []);
    await assert.rejects(openUnsent(kit.context, manager, id), NotFound);
    const [row] = await owner<{ body: Buffer }[]>`select body from unsent_form where id = ${id}`;
    assert.ok(row && !row.body.includes("Gran"), "it is sealed");
    const events = await owner`select 1 from audit_event where subject_id = ${id} and kind = 'form.typed'`;
    assert.equal(events.length, 1, "one event for one page, however often it saves");
  });

  test("stands by itself for each tab, and each hears of the other", async () => {
    const [one, two] = [newId(), newId()];
    assert.equal((await typing(one, 1, "first tab")).otherTabAt, null);
    kit.at(later(2));
    const kept = await typing(two, 1, "second tab");
    assert.deepEqual(kept.otherTabAt, start);
    assert.deepEqual(await offered(), [two, one]);
    assert.deepEqual([await words(one), await words(two)], ["first tab", "second tab"]);
  });

  test("ends when it is sent, also for a save that comes after", async () => {
    const [sent, never] = [newId(), newId()];
    await typing(sent, 1, "sent words");
    const place = { form: "notes" as const, of: contact.reference };
    await endUnsent(kit.context, sam, { ...place, ids: [sent, never] });
    await typing(sent, 2, "sent words");
    await typing(never, 1, "its first save was still on its way");
    assert.deepEqual(await offered(), []);
    await assert.rejects(openUnsent(kit.context, sam, sent), NotFound);
  });

  test("goes on in the page that it was put back into", async () => {
    const [before, now] = [newId(), newId()];
    await typing(before, 1, "as far as this");
    await typing(now, 1, "as far as this, and more", [before]);
    assert.deepEqual(await offered(), [now]);
  });

  test("counts as working, and never takes a hold back from somebody else", async () => {
    await owner`update hold set lease_until = now() + interval '1 minute' where contact_id = ${contact.id}`;
    const kept = await typing(newId(), 1, "some words");
    assert.ok(kept.held && "leftMs" in kept.held && kept.held.leftMs === 30 * 60_000);
    assert.ok((await holdOf()).minutes > 29);

    await owner`update hold set lease_until = now() - interval '1 minute' where contact_id = ${contact.id}`;
    assert.ok("leftMs" in ((await keepHold(kit.context, sam, contact.reference)) ?? {}), "nobody took it");
    assert.equal((await holdOf()).live, true);

    await takeOverContact(kit.context, manager, { reference: contact.reference, reason: "Sam is ill" });
    const id = newId();
    const lost = await typing(id, 1, "typed too late");
    assert.deepEqual(lost.held, { by: "Mo Shah" });
    assert.equal((await holdOf()).holder_id, manager.id);
    assert.deepEqual(await keepHold(kit.context, sam, contact.reference), { by: "Mo Shah" });
    assert.equal(await words(id), "typed too late");

    await owner`update hold set lease_until = now() - interval '1 minute' where contact_id = ${contact.id}`;
    await takeContact(kit.context, lee, { reference: contact.reference, reason: "next" });
    assert.deepEqual((await typing(id, 2, "and later")).held, { by: "Lee Ward" });
    assert.equal((await holdOf()).holder_id, lee.id);
  });

  test("is gone after its days, words and row", async () => {
    const id = newId();
    await typing(id, 1, "old");
    kit.at(later(unsentDays * 1440 + 1));
    assert.deepEqual(await offered(), []);
    await assert.rejects(openUnsent(kit.context, sam, id), NotFound);
    await unitOfWork(kit.context, { kind: "system", process: "test" }, deleteOldUnsent);
    assert.equal((await owner`select 1 from unsent_form where id = ${id}`).length, 0);
  });

  test("is not there for a contact that they may not know of any more", async () => {
    const id = newId();
    await typing(id, 1, "words");
    await owner`update contact set cleared_only_since = now() where id = ${contact.id}`;
    await assert.rejects(openUnsent(kit.context, sam, id), NotFound);
    await assert.rejects(typing(id, 2, "more"), NotFound);
  });

  test("of a call is kept beside what is on record, and no tab writes over the other", async () => {
    const call = await startCall(kit.context, sam);
    const { savedAt } = await readPhoneCall(kit.context, sam, call);
    kit.at(later(1));
    const first = { account: "What the first tab heard" };
    await saveCall(kit.context, sam, { id: call, typed: first, saved: savedAt.getTime() });
    kit.at(later(2));
    const second = { account: "What the second tab heard" };
    await assert.rejects(
      saveCall(kit.context, sam, { id: call, typed: second, saved: savedAt.getTime() }),
      (error: unknown) => {
        assert.ok(error instanceof Conflict);
        assert.deepEqual((error.details as CallElsewhere).typed, first);
        return true;
      },
    );
    await saveCall(kit.context, sam, { id: call, typed: first, saved: savedAt.getTime() });
    const id = newId();
    await saveUnsent(kit.context, sam, {
      ...{ form: "call", of: call, id, saves: 1, instead: [] },
      body: "account=What+the+second+tab+heard",
    });
    const read = await readPhoneCall(kit.context, sam, call);
    assert.deepEqual([read.typed, read.unsent.map((one) => one.id)], [first, [id]]);
    assert.deepEqual(await openUnsent(kit.context, sam, id), {
      ...{ form: "call", of: call, body: "account=What+the+second+tab+heard" },
    });
  });
});
