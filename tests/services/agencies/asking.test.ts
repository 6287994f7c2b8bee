import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { openDatabase } from "#db/client";
import type { StaffActor } from "#domain/actor";
import { listTray } from "#services/agencies/list-tray";
import { readRequest } from "#services/agencies/read-request";
import { readRequestsPage } from "#services/agencies/read-requests-page";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { unitOfWork } from "#services/unit-of-work";
import { addAgency, answer, askAll, holdRated, type Agency } from "../../support/agencies.ts";
import { sendContact, type SentContact } from "../../support/contacts.ts";
import { versionOf } from "../../support/deciding.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let screener: StaffActor;
let manager: StaffActor;
let health: Agency;
let police: Agency;

/** Tuesday, ten in the morning. */
const morning = new Date("2026-11-24T10:00:00Z");
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  kit.at(morning);
  screener = await addStaff(kit.context, ["screener"]);
  manager = await addStaff(kit.context, ["manager"]);
  health = await addAgency(kit.context, "health");
  police = await addAgency(kit.context, "police");
});
after(async () => {
  await owner.end();
  await kit.close();
});

async function held(rating: "R" | "A" | "G" | "B" = "R"): Promise<SentContact> {
  kit.at(morning);
  const contact = await sendContact(kit.context);
  await holdRated(kit.context, owner, screener, contact, rating);
  return contact;
}
const ask = (
  contact: SentContact,
  over: Parameters<typeof askAll>[5] = {},
  who = screener,
  agencies = [health, police],
) => askAll(kit.context, owner, who, contact, agencies, over);
const problemsOf = (error: unknown) => {
  assert.ok(error instanceof Invalid, String(error));
  return error.problems;
};
const statuses = async (contact: SentContact) => {
  const page = await readRequestsPage(kit.context, screener, { reference: contact.reference });
  return page.requests.map(({ status }) => status).sort();
};

describe("asking agencies", () => {
  test("offers what was asked together the last time, and says who was asked already", async () => {
    const [first, second] = [await held(), await held()];
    await ask(first);
    const before = await readRequestsPage(kit.context, screener, { reference: second.reference });
    assert.deepEqual(
      before.form?.last.map(({ id }) => id).sort(),
      [health.place.organisationId, police.place.organisationId].sort(),
    );
    kit.at(later(5));
    await ask(second, {}, screener, [police]);
    const after_ = await readRequestsPage(kit.context, screener, { reference: second.reference });
    assert.equal(after_.form?.last.length, 2, "the last time about another contact");
    assert.deepEqual(
      after_.requests.map(({ organisationId }) => organisationId),
      [police.place.organisationId],
    );
    const others = await readRequestsPage(kit.context, manager, { reference: second.reference });
    assert.deepEqual(others.form?.last, [], "somebody who never asked has no last time");
  });

  test("makes one request to each in one sending, tells each inbox once, and says so on the contact", async () => {
    const contact = await held();
    const formKey = kit.context.newId();
    const version = await versionOf(owner, contact);
    const ids = await ask(contact, { formKey, version });
    assert.deepEqual(await ask(contact, { formKey, version }), ids, "the same form again asks nobody twice");
    const rows = await owner`select id from agency_request where contact_id = ${contact.id}`;
    assert.equal(rows.length, 2);
    const owed = await owner<{ recipient_id: string }[]>`
      select recipient_id from outbox where subject_id in ${owner(ids)} and facts->>'message' = 'agency-asked'`;
    assert.deepEqual(
      owed.map((row) => row.recipient_id).sort(),
      [health, police].map(({ place }) => place.organisationId).sort(),
    );
    const audited =
      await owner`select facts from audit_event where kind = 'agency.asked' and contact_id = ${contact.id}`;
    assert.equal(audited.length, 2);
    assert.deepEqual(await statuses(contact), ["Sent", "Sent"]);
  });

  test("is for whoever holds it or a manager, and asks again when the contact changed meanwhile", async () => {
    const contact = await held();
    const other = await addStaff(kit.context, ["screener"]);
    await assert.rejects(ask(contact, {}, other), Forbidden);
    await assert.rejects(ask(contact, { version: 1 }), Conflict);
    assert.equal((await readRequestsPage(kit.context, other, { reference: contact.reference })).form, null);
    await ask(contact, {}, manager);
  });

  test("follows the rating, the clock and the list of who can answer", async () => {
    const refused = async (contact: SentContact, over: Parameters<typeof askAll>[5], who = screener) =>
      problemsOf(
        await ask(contact, over, who).then(
          () => null,
          (error: unknown) => error,
        ),
      );
    assert.match((await refused(await held("B"), {}))["agency"] ?? "", /Blue/);
    const green = await held("G");
    assert.match((await refused(green, {}))["basis"] ?? "", /only when the family agrees/);
    assert.match((await refused(green, {}, manager))["managersReason"] ?? "", /Say why/);
    await ask(green, { basis: "agreement" });
    const amber = await held("A");
    assert.match((await refused(amber, { due: later(24 * 60) }))["due"] ?? "", /later than/);
    const council = await addAgency(kit.context, "council");
    await assert.rejects(ask(amber, {}, screener, [health, council]), Invalid);
    assert.equal((await owner`select 1 from agency_request where contact_id = ${amber.id}`).length, 0);
    await ask(amber);
    assert.match((await refused(amber, {}))["agency"] ?? "", /was asked already/);
  });

  test("keeps a secret address from the agency, and everything that was not ticked", async () => {
    kit.at(morning);
    const secret = await sendContact(kit.context, {
      safeContact: { risks: ["address_secret"], ways: [], details: null } as never,
    });
    await holdRated(kit.context, owner, screener, secret);
    const [hidden] = await ask(secret);
    const [shown] = await ask(await held());
    const see = (id = "") => readRequest(kit.context, health.person, id);
    assert.match((await see(shown)).people[0]?.address ?? "", /7 Mill Road, AB1 2CD/);
    assert.equal((await see(hidden)).people[0]?.address, null);
    const whole = JSON.stringify(await see(hidden));
    for (const word of ["Mill", "AB1", "Jo Reed", "would not talk", "Only those who see her"])
      assert.ok(!whole.includes(word), word);
  });
});

describe("the tray of an agency", () => {
  test("holds what was asked of it and of nobody else, the first that is due on top", async () => {
    const [first, second] = [await held(), await held()];
    const [late] = await ask(first, { due: later(90) });
    const [soon] = await ask(second, { due: later(30) });
    const tray = await listTray(kit.context, health.person);
    const places = [soon, late].map((id) => tray.open.findIndex((row) => row.id === id));
    assert.ok(places.every((place) => place >= 0) && (places[0] ?? 0) < (places[1] ?? 0), String(places));
    assert.match(tray.open[places[0] ?? 0]?.people[0]?.name ?? "", /Mary Okafor/);
    const elsewhere = await addAgency(kit.context, "housing");
    assert.deepEqual((await listTray(kit.context, elsewhere.person)).open, []);
    await assert.rejects(readRequest(kit.context, elsewhere.person, soon ?? ""), NotFound);
    await assert.rejects(
      answer(kit.context, elsewhere, soon ?? "", "no_trace", { systems: "All" }),
      NotFound,
    );
    await assert.rejects(listTray(kit.context, screener), Forbidden);
  });

  test("loses it when the agency is gone around or the contact is kept from one of its people", async () => {
    const contact = await held();
    const [id] = await ask(contact, {}, screener, [health]);
    const { id: contactId } = contact;
    const barred = { ...health.person, barred: [contactId] };
    assert.ok((await listTray(kit.context, health.person)).open.some((row) => row.id === id));
    assert.ok(!(await listTray(kit.context, barred)).open.some((row) => row.id === id));
    await assert.rejects(readRequest(kit.context, barred, id ?? ""), NotFound);
    await owner`insert into organisation_bypass values
      (${contactId}, ${health.place.organisationId}, ${manager.id}, now())`;
    assert.ok(!(await listTray(kit.context, health.person)).open.some((row) => row.id === id));
    await assert.rejects(readRequest(kit.context, health.person, id ?? ""), NotFound);
    const page = await readRequestsPage(kit.context, screener, { reference: contact.reference });
    assert.ok(page.form?.agencies.every((one) => one.id !== health.place.organisationId));
    await assert.rejects(ask(contact), Invalid);
  });
});

test("an agency has nothing in the database but what it was asked and what it said itself", async () => {
  const contact = await held();
  const [theirs = "", others = ""] = await ask(contact);
  await answer(kit.context, police, others, "no_trace", { systems: "PNC" });
  const one = openDatabase(kit.database.app, "one connection", 1);
  try {
    const seen = await unitOfWork({ ...kit.context, database: one }, health.person, async ({ tx }) => {
      const ids = async (table: string) => {
        const rows = await tx.execute<{ id: string }>(sql`select id from ${sql.identifier(table)}`);
        return rows.map(({ id }) => id);
      };
      const added = await tx.execute(
        sql`update agency_request set opened_at = now() where id = ${others} returning id`,
      );
      return {
        requests: await ids("agency_request"),
        replies: await tx.execute(sql`select 1 from agency_reply where request_id = ${others}`),
        nothing: (
          await Promise.all(["contact", "contact_child", "decision", "pathway", "note"].map(ids))
        ).flat(),
        added,
      };
    });
    assert.ok(seen.requests.includes(theirs) && !seen.requests.includes(others));
    assert.deepEqual([seen.replies.length, seen.added.length, seen.nothing], [0, 0, []]);
  } finally {
    await one.close();
  }
});

describe("an answer", () => {
  test("of no trace remembers the systems, reaches the holder once, and is new until they read it", async () => {
    const contact = await held();
    const [id = ""] = await ask(contact);
    const nothing = await answer(kit.context, police, id, "no_trace", { systems: "PNC" }).catch(
      (e: unknown) => e,
    );
    assert.ok(nothing instanceof NotFound, "it was not asked of them");
    const without = await answer(kit.context, health, id, "no_trace").catch((e: unknown) => e);
    assert.match(problemsOf(without)["systems"] ?? "", /Say which systems/);
    const formKey = kit.context.newId();
    await answer(kit.context, health, id, "no_trace", { systems: "SystmOne, RiO", formKey });
    await answer(kit.context, health, id, "no_trace", { systems: "SystmOne, RiO", formKey });
    const again = await answer(kit.context, health, id, "no_trace", { systems: "Else" }).catch(
      (e: unknown) => e,
    );
    assert.match(Object.values(problemsOf(again)).join(), /answered this already/);
    const replies = await owner<{ id: string }[]>`select id from agency_reply where request_id = ${id}`;
    assert.equal(replies.length, 1);
    const told = await owner`select recipient_id from outbox where subject_id = ${replies[0]?.id ?? ""}`;
    assert.deepEqual([...told], [{ recipient_id: screener.id }]);
    assert.equal((await listTray(kit.context, health.person)).systems, "SystmOne, RiO");

    const page = () => readRequestsPage(kit.context, screener, { reference: contact.reference });
    const newOf = ({ requests }: Awaited<ReturnType<typeof page>>) =>
      requests.flatMap((one) => one.replies.map(({ isNew, systems }) => [isNew, systems]));
    assert.deepEqual(newOf(await page()), [[true, "SystmOne, RiO"]]);
    assert.deepEqual(newOf(await page()), [[false, "SystmOne, RiO"]]);
    assert.deepEqual(await statuses(contact), ["No trace", "Sent"]);

    const [next = ""] = await ask(await held());
    await answer(kit.context, health, next, "no_trace", { asBefore: true });
    assert.equal((await readRequest(kit.context, health.person, next)).replies[0]?.systems, "SystmOne, RiO");
  });
});
