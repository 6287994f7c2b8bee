import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { openDatabase, type Database } from "#db/client";
import type { Actor, StaffActor } from "#domain/actor";
import { familyColumns } from "#domain/personal-data/family";
import { workColumns } from "#domain/personal-data/work";
import { readDraft } from "#services/drafts/read-draft";
import { startDraft } from "#services/drafts/start-draft";
import { unitOfWork } from "#services/unit-of-work";
import { sendContact, type SentContact } from "../support/contacts.ts";
import { testContext, type TestContext } from "../support/context.ts";
import { agreeAll, recommendAll, routeAll } from "../support/deciding.ts";
import { ownerOf } from "../support/queue.ts";
import { addStaff, addTeam, type Place } from "../support/staff.ts";

/** A dictionary of words, and what BullMQ and the outbox hold: ids and nothing else. */
const withoutRows = ["name"];
const protectedTables = [
  ...Object.keys({ ...familyColumns, ...workColumns }).filter((table) => !withoutRows.includes(table)),
  "kept_form",
  "unsent_form",
  "partner_contact",
  "webhook_event",
  "police_batch",
  "police_row",
];

let kit: TestContext;
let owner: postgres.Sql;
let one: Database;
let invited: Place;
let open: SentContact;
let locked: SentContact;
const staff: Record<string, StaffActor> = {};

before(async () => {
  kit = await testContext();
  kit.at(new Date("2026-11-24T10:00:00Z"));
  owner = ownerOf(kit);
  // Every decision is looked at twice: one in twenty would make the two contacts differ once in a while.
  kit.context.settings = { ...kit.context.settings, secondLookOneIn: 1 };
  one = openDatabase(kit.database.app, "one connection", 1);
  const { context } = kit;
  invited = await addTeam(context, { kind: "police", purpose: "partner" });
  for (const role of ["screener", "manager", "lado", "analyst"] as const)
    staff[role] = await addStaff(context, [role]);
  staff["invited"] = await addStaff(context, ["partner"], { place: invited });
  staff["not invited"] = await addStaff(context, ["partner"], {
    place: await addTeam(context, { kind: "health" }),
  });
  staff["nobody"] = await addStaff(context, []);
  for (const which of ["open", "locked"]) {
    const contact = await sendContact(context);
    const { screener, manager } = staff;
    assert.ok(screener && manager);
    const with_ = {
      invited: [(which === "open" ? invited : await addTeam(context, { kind: "housing" })).organisationId],
    };
    await recommendAll(context, owner, screener, contact, "strategy_discussion", with_);
    await routeAll(context, await agreeAll(context, owner, manager, contact));
    if (which === "open") open = contact;
    else locked = contact;
  }
  await owner`update contact set cleared_only_since = now() where id = ${locked.id}`;
});
after(async () => {
  await owner.end();
  await one.close();
  await kit.close();
});

const who = (key: string): StaffActor => {
  const actor = staff[key];
  assert.ok(actor, key);
  return actor;
};

/** How many rows each protected table has for somebody; tables that are empty for everybody are left out. */
async function rowsFor(actor: Actor, database = one): Promise<Record<string, number>> {
  return unitOfWork({ ...kit.context, database }, actor, async ({ tx }) => {
    const counts: [string, number][] = [];
    for (const table of protectedTables) {
      const [row] = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(table)}`,
      );
      if (row && row.n > 0) counts.push([table, row.n]);
    }
    return Object.fromEntries(counts);
  });
}

const contactsFor = (actor: Actor) =>
  unitOfWork({ ...kit.context, database: one }, actor, async ({ tx }) => {
    const rows = await tx.execute<{ id: string }>(sql`select id from contact order by id`);
    return rows.map(({ id }) => id);
  });

describe("row-level security", () => {
  test("is forced on every table that holds what is known about a family", async () => {
    const found = await owner<{ relname: string }[]>`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity`;
    assert.deepEqual(found.map(({ relname }) => relname).sort(), [...protectedTables].sort());
  });

  test("lets nothing be seen, added or changed where nobody said who acts", async () => {
    const all = await rowsFor({ kind: "system", process: "test" });
    assert.ok(Object.keys(all).length > 12, `there is something in ${Object.keys(all).join(", ")}`);
    for (const table of protectedTables) {
      const rows = await one.orm.execute(sql`select * from ${sql.identifier(table)}`);
      assert.equal(rows.length, 0, table);
    }
    assert.equal(
      (await one.orm.execute(sql`update contact set version = version + 1 returning id`)).length,
      0,
    );
    await assert.rejects(
      one.orm.execute(sql`insert into hold (contact_id) values (${open.id})`),
      (error: Error) => /row-level security/.test(String(error.cause)),
    );
  });

  test("leaves nothing of one actor to the next on the same connection", async () => {
    const [manager, screener, partner] = [who("manager"), who("screener"), who("not invited")];
    const both = [open.id, locked.id].sort();
    const turns = Array.from({ length: 40 }, (_, i) => [manager, screener, partner][i % 3] ?? manager);
    const seen = await Promise.all(turns.map((actor) => contactsFor(actor)));
    seen.forEach((ids, i) => {
      const expected = [both, [open.id], []][i % 3];
      assert.deepEqual(ids, expected, `turn ${i}`);
    });
    assert.equal((await one.orm.execute(sql`select from contact`)).length, 0, "between transactions");
  });

  test("keeps everything of a locked contact from whoever is not cleared", async () => {
    const all = await rowsFor(who("manager"));
    const some = await rowsFor(who("screener"));
    for (const [table, count] of Object.entries(all)) {
      // The two contacts are alike, row by row.
      assert.equal(some[table] ?? 0, count / 2, table);
    }
  });

  test("shows another organisation what it was invited to, and none of the hub's own work on it", async () => {
    const rows = await rowsFor(who("invited"));
    assert.deepEqual(await contactsFor(who("invited")), [open.id]);
    for (const table of [
      "referrer",
      "contact_snapshot",
      "note",
      "rating",
      "recommendation",
      "match_key",
      "hold",
    ])
      assert.equal(rows[table], undefined, table);
    assert.deepEqual(await rowsFor(who("not invited")), {});
  });

  test("goes around an organisation, and bars one person whatever they are", async () => {
    const { organisationId } = who("invited");
    await owner`insert into organisation_bypass values (${open.id}, ${organisationId}, ${who("manager").id}, now())`;
    assert.deepEqual(await rowsFor(who("invited")), {});
    await owner`delete from organisation_bypass`;
    const barred = { ...who("manager"), barred: [open.id] };
    assert.deepEqual(await contactsFor(barred), [locked.id]);
    assert.deepEqual(
      await contactsFor({ ...who("screener"), opened: [locked.id] }),
      [open.id, locked.id].sort(),
    );
  });

  test("gives somebody without a role nothing, and the room of the referrer to the hub alone", async () => {
    assert.deepEqual(await rowsFor(who("nobody")), {});
    for (const role of ["lado", "analyst"])
      assert.equal((await rowsFor(who(role)))["referrer"], undefined, role);
    assert.equal((await rowsFor(who("screener")))["referrer"], 1);
  });

  test("lets whoever fills in a form see their own draft and no other, and no contact", async () => {
    const context = { ...kit.context, database: one };
    const drafts = await Promise.all(
      [1, 2].map(() => startDraft(context, { journey: "professional", language: "en" })),
    );
    assert.deepEqual(await rowsFor({ kind: "public" }), {}, "before one is named");
    for (const draft of drafts) assert.equal((await readDraft(context, draft)).id, draft.draftId);
    const seen = await unitOfWork(context, { kind: "public" }, async ({ tx }) => {
      await tx.execute(sql`select set_config('frontdoor.own_draft', ${drafts[0]?.draftId}, true)`);
      return tx.execute<{ id: string }>(sql`select id from draft`);
    });
    assert.deepEqual([...seen], [{ id: drafts[0]?.draftId }]);
  });
});
