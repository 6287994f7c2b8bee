import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { localDate } from "#domain/time-words";
import { listLookers } from "#services/audit/list-lookers";
import { readContact } from "#services/contacts/read-contact";
import { readReferral } from "#services/contacts/read-referral";
import { takeContact } from "#services/contacts/take-contact";
import { viewReferrer } from "#services/contacts/view-referrer";
import { NotFound } from "#services/errors";
import { listTriage } from "#services/triage/list-triage";
import { sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

describe("who has looked", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let contact: SentContact;
  let screener: StaffActor;
  let officer: StaffActor;
  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    contact = await sendContact(kit.context);
    screener = await addStaff(kit.context, ["screener"], { name: "Sam Kaur" });
    officer = await addStaff(kit.context, ["records_officer"], { name: "Shirin Rahman" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const lookers = (actor: StaffActor, query: { before?: string; day?: string } = {}) =>
    listLookers(kit.context, actor, { reference: contact.reference, before: null, day: null, ...query });

  test("says who saw what, when, and why they could at that moment", async () => {
    const stranger = await addStaff(kit.context, ["advice"], { name: "Nadia Hussain" });
    await readContact(kit.context, screener, contact.reference);
    await takeContact(kit.context, screener, { reference: contact.reference, reason: "" });
    await readReferral(kit.context, screener, contact.reference);
    await viewReferrer(kit.context, screener, { reference: contact.reference, because: "ring_back" });
    await assert.rejects(readContact(kit.context, stranger, contact.reference), NotFound);
    const auditor = await addStaff(kit.context, ["auditor"], { name: "Fiona McKenzie" });
    await readContact(kit.context, auditor, contact.reference);

    const { looks, older } = await lookers(officer);
    assert.equal(older, null);
    assert.deepEqual(
      looks.map(({ by, what, why }) => [by.name, what, why]),
      [
        ["Fiona McKenzie", "The summary", "Checks records"],
        ["Nadia Hussain", "Nothing: they were refused", "They could not"],
        ["Sam Kaur", "Who sent it", "To ask them something about this contact"],
        ["Sam Kaur", "The page about who sent it", "Held it"],
        ["Sam Kaur", "The full referral", "Held it"],
        ["Sam Kaur", "The summary", "Works in the hub"],
      ],
    );
    assert.ok(looks.every(({ at }, i) => at.getTime() <= (looks[i - 1]?.at.getTime() ?? Infinity)));
  });

  test("says in whose lists it stood on a day, and how often", async () => {
    for (let i = 0; i < 3; i += 1) await listTriage(kit.context, screener, { filter: "all", page: 1 });
    const today = await lookers(officer);
    assert.deepEqual(
      today.listings.map(({ by, what, times }) => [by.name, what, times]),
      [["Sam Kaur", "Triage", 3]],
    );
    const yesterday = localDate(new Date(Date.now() - 86_400_000));
    assert.deepEqual((await lookers(officer, { day: yesterday })).listings, []);
    assert.equal((await lookers(officer, { day: "2026-13-45" })).day, localDate(new Date()));
  });

  test("goes back in pages, none of them twice and none left out", async () => {
    const busy = await sendContact(kit.context);
    for (let i = 0; i < 120; i += 1) {
      await owner`
        insert into audit_event (id, at, kind, actor_kind, actor_id, contact_id, facts)
        values (${kit.context.newId()}, now(), 'contact.viewed', 'staff', ${screener.id}, ${busy.id}, '{"page": "notes"}')`;
    }
    const seen: string[] = [];
    let before: string | null = null;
    for (let page = 1; page <= 3; page += 1) {
      const { looks, older }: Awaited<ReturnType<typeof lookers>> = await listLookers(kit.context, officer, {
        reference: busy.reference,
        before,
        day: null,
      });
      seen.push(...looks.map(({ id }) => id));
      before = older;
    }
    assert.equal(before, null);
    assert.equal(new Set(seen).size, 120);
    assert.equal(seen.length, 120);
  });

  test("is itself recorded, with the looks that were shown", async () => {
    const { looks } = await lookers(officer);
    const [event] = await owner<{ facts: { resultIds: string[] } }[]>`
      select facts from audit_event where kind = 'list.viewed' and actor_id = ${officer.id}
        and contact_id = ${contact.id} order by recorded_at desc limit 1`;
    assert.deepEqual(event?.facts, { list: "lookers", resultIds: looks.map(({ id }) => id) });
  });

  test("is for managers, auditors and the records officer, and for none of them when it does not exist for them", async () => {
    for (const role of ["screener", "advice", "administrator", "analyst"] as const)
      await assert.rejects(lookers(await addStaff(kit.context, [role])), NotFound);
    const auditor = await addStaff(kit.context, ["auditor"]);
    await lookers(auditor);
    await owner`update contact set cleared_only_since = now() where id = ${contact.id}`;
    await assert.rejects(lookers(auditor), NotFound);
    await lookers(await addStaff(kit.context, ["manager"]));
    await lookers(officer);
    await owner`update contact set cleared_only_since = null where id = ${contact.id}`;
  });
});
