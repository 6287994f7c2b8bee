import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { orderQueue } from "#domain/queue-order";
import { takeNext as nextByRule, type Taken } from "#domain/take-next";
import { listTriage } from "#services/triage/list-triage";
import { takeNext } from "#services/contacts/take-next";
import type { QueuedContact } from "#services/triage/read-queue";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { chance, ownerOf, references, wholeQueue } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

/** A Tuesday morning in opening hours. */
const now = new Date("2026-11-24T10:42:00Z");
const rounds = 40;
const size = 24;

describe("the queue's order in SQL is the rule's order", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let staff: StaffActor[];
  const sent: string[] = [];

  before(async () => {
    kit = await testContext();
    kit.at(now);
    owner = ownerOf(kit);
    staff = await Promise.all(
      ["Amira", "Sam", "Lee"].map((name) => addStaff(kit.context, ["screener"], { name })),
    );
    for (let i = 0; i < size; i++) sent.push((await sendContact(kit.context)).id);
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const ofContact = async () =>
    new Map(
      (
        await owner<{ id: string; child: string }[]>`select contact_id as id, id as child from contact_child`
      ).map(({ id, child }) => [id, child]),
    );

  /** Every fact that the order depends on, at random, with few values so that ties and bundles are common. */
  async function shuffle(random: () => number) {
    const pick = <T>(...values: T[]): T => values[Math.floor(random() * values.length)] as T;
    const near = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const children = await ofContact();
    // In a calm round nothing presses, and what is kept for a colleague decides who is served what.
    const calm = pick(true, false);
    /** By the database's own time: a family's new contact is kept for minutes that leases are counted with. */
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const bundles = [kit.context.newId(), kit.context.newId(), kit.context.newId()];
    await owner.begin(async (sql) => {
      for (const bundle of bundles)
        await sql`insert into bundle (id, reason, confirmed_by, confirmed_at) values (${bundle}, '\\x00', ${bundle}, now())`;
      await sql`delete from match_candidate`;
      await Promise.all(
        [...sent, ...sent, ...sent].flatMap((id) => {
          const [own, other] = [children.get(id), children.get(pick(...sent))];
          if (own === undefined || other === undefined || own === other) return [];
          return [
            sql`
        insert into match_candidate (id, contact_id, contact_child_id, earlier_child_id, band, facts, found_at)
        values (${kit.context.newId()}, ${id}, ${own}, ${other}, ${pick("sure", "sure", "likely")}, '{}', now())
        on conflict do nothing`,
          ];
        }),
      );
      await Promise.all(
        sent.flatMap((id) => {
          const holder = pick(null, ...(calm ? [] : [null, null]), ...staff.map((one) => one.id));
          const lease =
            holder === null
              ? null
              : new Date(Date.now() + pick(-3_600_000, 3_600_000, calm ? 3_600_000 : -3_600_000));
          return [
            sql`
        update contact set rating = ${pick(null, null, calm ? "A" : "R", "A", "G", "B")}, danger = ${calm ? "no" : pick("no", "no", "no", "not_sure", "yes")},
          audience = ${calm ? "professional" : pick("professional", "professional", "professional", "young_person")},
          next_event_at = ${calm ? null : pick(null, null, null, near(-60), near(90), near(600))},
          bundle_id = ${pick(null, null, ...(calm ? [null, null, null, null] : []), ...bundles)}, received_at = ${calm ? pick(ago(20), ago(5), ago(4), ago(3), ago(-5)) : pick(near(-300), near(-120), near(-60), near(-5))},
          cleared_only_since = ${pick(null, null, null, null, now)}
        where id = ${id}`,
            sql`update clock set due_at = ${near(pick(-30, 60, 240))} where contact_id = ${id}`,
            sql`update contact_child set state = ${pick("waiting", "waiting", "sent_back", "recommended")} where contact_id = ${id}`,
            sql`
        update hold set holder_id = ${holder}, taken_at = ${lease}, lease_until = ${lease},
          has_notes = ${holder !== null && pick(true, false)}
        where contact_id = ${id}`,
          ];
        }),
      );
    });
  }

  test(`on ${rounds} random queues of ${size}`, async (t) => {
    const seed = 20261124;
    const random = chance(seed);
    t.diagnostic(`seed ${seed}`);
    const me = staff[0];
    assert.ok(me);
    const { familyKeptMinutes } = kit.context.settings;
    const seen = { mine: 0, passed: 0 };
    for (let round = 0; round < rounds; round++) {
      await shuffle(random);
      const { rows, databaseNow, closesAt } = await wholeQueue(kit, me);
      const listed = await listTriage(kit.context, me, { filter: "all", page: 1 });
      assert.deepEqual(references(listed.rows), references(orderQueue(rows, closesAt)), `round ${round}`);

      const ruled: Taken<QueuedContact> = nextByRule(rows, me.id, {
        now: databaseNow,
        closesAt,
        familyKeptMinutes,
      });
      const served = await takeNext(kit.context, me);
      assert.equal(served.kind === "taken" ? "take" : served.kind, ruled.kind, `round ${round}`);
      const unkept = nextByRule(rows, me.id, { now: databaseNow, closesAt, familyKeptMinutes: 0 });
      if (JSON.stringify(unkept) !== JSON.stringify(ruled))
        seen[
          ruled.kind === "take" && ruled.rows.some((row) => row.family?.holderId === me.id)
            ? "mine"
            : "passed"
        ]++;
      if (ruled.kind === "take" && served.kind === "taken") {
        assert.equal(served.together, ruled.rows.length, `round ${round}`);
        assert.ok(references(ruled.rows).includes(served.reference), `round ${round}`);
        const mine = await wholeQueue(kit, me);
        for (const row of mine.rows.filter(({ reference }) => references(ruled.rows).includes(reference)))
          assert.ok(row.hold?.holderId === me.id && row.hold.leaseUntil > mine.databaseNow, `round ${round}`);
      }
    }
    t.diagnostic(JSON.stringify(seen));
    assert.ok(seen.mine > 0 && seen.passed > 0, JSON.stringify(seen));
  });
});
