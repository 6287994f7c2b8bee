import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import postgres from "postgres";
import type { ChildParticulars } from "#domain/contact-facts";
import { recordSchemas } from "#domain/decision";
import { calendarOf, nextClosing } from "#domain/working-calendar";
import type { DecisionContent } from "#services/decisions/content";
import { planLoad } from "#services/demo/load/plan-load";
import { demoOutcomes } from "#services/demo/records/demo-outcome";
import { seedPeople } from "#services/demo/seed-demo";
import { unwrap } from "#services/sealing/data-keys";
import { open } from "#services/sealing/seal";
import { readQueue } from "#services/triage/read-queue";
import { unitOfWork } from "#services/unit-of-work";
import { loadDemo } from "../../../scripts/load-demo.ts";
import { testContext, type TestContext } from "../../support/context.ts";

const contacts = 801;

describe("planning a load", () => {
  test("spreads a real month's outcomes exactly", () => {
    const plan = planLoad("plan", contacts, new Date("2026-11-24T12:00:00Z"));
    const outcomes = Array.from({ length: contacts }, (_, i) => plan.at(i).outcome);
    const count = (...wanted: string[]) => outcomes.filter((one) => wanted.includes(one)).length;
    assert.equal(count("information_only"), 112);
    assert.equal(count("advice", "family_caf"), 195);
    assert.equal(count("assessment", "strategy_discussion"), 494);
  });

  test("puts contacts in the order of time, a family's first before its second, the open ones last", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    const plan = planLoad("plan", 3_000, now);
    const all = Array.from({ length: plan.count }, (_, i) => plan.at(i));
    assert.ok(all.every((one, i) => i === 0 || one.at >= (all[i - 1]?.at ?? one.at)));
    assert.ok(all.every(({ at }) => at <= now));
    assert.equal(all.filter((one) => one.open).length, 200);
    assert.ok(all.slice(-200).every((one) => one.open));
    assert.ok(
      all.some(({ telling }) => telling > 5),
      "some families are heard of again and again",
    );
  });
});

describe("loading a demonstration", () => {
  let kit: TestContext;
  let sql: postgres.Sql;

  before(async () => {
    kit = await testContext();
    sql = postgres(kit.database.owner, { max: 2, onnotice: () => undefined });
    await seedPeople(kit.context);
    await loadDemo(kit.context, kit.database.app, { contacts, seed: "load" });
  });
  after(async () => {
    await sql.end();
    await kit.close();
  });

  const one = async (query: Promise<readonly { n: number }[]>) => (await query)[0]?.n;

  test("writes every contact once, each with an event for its arrival", async () => {
    assert.equal(await one(sql`select count(*)::int as n from contact`), contacts);
    assert.equal(
      await one(sql`select count(*)::int as n from audit_event where kind = 'contact.submitted'`),
      contacts,
    );
    assert.equal(
      await one(sql`select count(*)::int as n from contact c where not exists
      (select from clock k where k.contact_id = c.id and k.kind = 'decision')`),
      0,
    );
  });

  test("decides each child once, stops its clock with the decision, and routes it once", async () => {
    assert.equal(
      await one(sql`select count(*)::int as n from contact_child ch
      where (ch.state = 'decided') <> exists (select from decision d where d.contact_child_id = ch.id)`),
      0,
    );
    assert.equal(
      await one(sql`select count(*)::int as n from decision d join clock k on k.kind = 'decision'
      and k.contact_child_id = d.contact_child_id where k.stopped_by_id is distinct from d.id`),
      0,
    );
    assert.equal(
      await one(sql`select count(*)::int as n from decision d where (d.outcome <> 'information_only')
      <> exists (select from pathway p where p.decision_id = d.id)`),
      0,
    );
    for (const outcome of demoOutcomes)
      assert.ok(
        ((await one(sql`select count(*)::int as n from decision where outcome = ${outcome}`)) ?? 0) > 0,
      );
  });

  test("leaves no work owed, and finds families again", async () => {
    assert.equal(await one(sql`select count(*)::int as n from outbox where done_at is null`), 0);
    assert.ok(
      ((await one(sql`select count(*)::int as n from match_candidate where band = 'sure'`)) ?? 0) > 50,
    );
  });

  test("seals what people wrote, so that the service can open it", async () => {
    const [child] = await sql<{ id: string; contact_id: string; particulars: Buffer }[]>`
      select id, contact_id, particulars from contact_child limit 1`;
    assert.ok(child);
    const place = { table: "contact_child", row: child.id, column: "particulars" };
    const particulars = open<ChildParticulars>(
      await keyOf(child.contact_id),
      place,
      child.particulars as never,
    );
    assert.ok("birth" in particulars);
    const [made] = await sql<{ id: string; contact_id: string; outcome: "assessment"; content: Buffer }[]>`
      select id, contact_id, outcome, content from decision limit 1`;
    assert.ok(made);
    const decidedPlace = { table: "decision", row: made.id, column: "content" };
    const content = open<DecisionContent>(await keyOf(made.contact_id), decidedPlace, made.content as never);
    assert.ok(recordSchemas[made.outcome].safeParse(content.record).success);
  });

  test("leaves the newest open, in the queue that people work from", async () => {
    const closesAt = nextClosing(kit.context.now(), calendarOf(kit.context.settings));
    const { rows } = await unitOfWork(kit.context, { kind: "system", process: "test" }, (unit) =>
      readQueue(unit, { closesAt, reader: { roles: ["manager"] } }),
    );
    assert.ok(rows.length > 100 && rows.length < 200, "some of the 200 wait for a manager instead");
    assert.ok(rows.some(({ rating }) => rating === null));
    assert.ok(rows.some(({ rating }) => rating === "R"));
  });

  async function keyOf(contactId: string): Promise<Buffer> {
    const [row] = await sql<{ wrap_version: number; wrapped: Buffer }[]>`
      select wrap_version, wrapped from data_key where subject = 'contact' and subject_id = ${contactId}`;
    assert.ok(row);
    return unwrap(kit.context.keys, {
      subject: "contact",
      subjectId: contactId,
      wrapVersion: row.wrap_version,
      wrapped: row.wrapped,
    });
  }
});
