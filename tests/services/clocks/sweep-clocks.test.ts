import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import { sweepClocks } from "#services/clocks/sweep-clocks";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addTeam, type Place } from "../../support/staff.ts";

const received = new Date("2026-11-24T10:00:00Z");
const nextWeek = new Date("2026-12-01T10:00:00Z");

describe("clocks that ran out", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let hub: Place;
  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    hub = await addTeam(kit.context);
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const sent = async (danger: "yes" | "no" = "no") => {
    kit.at(received);
    return sendContact(kit.context, { danger });
  };
  const alarms = async (contactId: string) =>
    (
      await owner<{ kind: string }[]>`
      select facts->>'clock' as kind from audit_event where kind = 'clock.alarmed' and contact_id = ${contactId}
      order by 1`
    ).map(({ kind }) => kind);
  const knocks = async () =>
    (await owner`select from outbox where facts->>'message' = 'red-contact' and recipient_id = ${hub.teamId}`)
      .length;

  test("nothing is alarmed before its time", async () => {
    const { id } = await sent();
    kit.at(new Date("2026-11-24T10:59:00Z"));
    await sweepClocks(kit.context);
    assert.deepEqual(await alarms(id), []);
  });

  test("each is alarmed once, however many workers sweep", async () => {
    const { id } = await sent();
    kit.at(nextWeek);
    await Promise.all(Array.from({ length: 6 }, () => sweepClocks(kit.context)));
    await sweepClocks(kit.context);
    assert.deepEqual(await alarms(id), ["decision", "rating"]);
    assert.equal((await owner`select from clock where contact_id = ${id} and alarmed_at is null`).length, 0);
  });

  test("one that was stopped is not alarmed", async () => {
    const { id } = await sent();
    await owner`update clock set stopped_at = now() where contact_id = ${id}`;
    kit.at(nextWeek);
    await sweepClocks(kit.context);
    assert.deepEqual(await alarms(id), []);
  });

  test("a child in danger whom nobody has in hand: the hub hears it a second time, by its clock", async () => {
    const before = await knocks();
    const { id } = await sent("yes");
    assert.equal(await knocks(), before + 1, "the first knock comes with the contact");
    kit.at(nextWeek);
    await sweepClocks(kit.context);
    assert.equal(await knocks(), before + 2);
    await owner`update clock set alarmed_at = null where contact_id = ${id}`;
    await sweepClocks(kit.context);
    assert.equal(await knocks(), before + 2, "and not a third time for the same clock");
  });

  test("one that somebody has in hand is alarmed without a knock", async () => {
    const { id } = await sent("yes");
    const before = await knocks();
    await owner`update hold set holder_id = gen_random_uuid(), lease_until = now() + interval '1 hour' where contact_id = ${id}`;
    kit.at(nextWeek);
    await sweepClocks(kit.context);
    assert.deepEqual(await alarms(id), ["decision", "rating"]);
    assert.equal(await knocks(), before);
  });

  test("more than one sweep's worth is worked off by the next sweeps", async () => {
    const { id } = await sent();
    await owner`insert into clock (id, kind, contact_id, pathway_id, started_at, due_at, rule)
      select gen_random_uuid(), 'accept', ${id}, gen_random_uuid(), ${received}, ${received}, 'test'
      from generate_series(1, 450)`;
    kit.at(nextWeek);
    const counts = [
      await sweepClocks(kit.context),
      await sweepClocks(kit.context),
      await sweepClocks(kit.context),
    ];
    assert.deepEqual(counts.slice(0, 2), [200, 200]);
    assert.ok((counts[2] ?? 0) >= 50);
    assert.equal(await sweepClocks(kit.context), 0);
  });
});
