import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Context } from "#services/context";
import { readContact } from "#services/contacts/read-contact";
import { newDataKey } from "#services/sealing/data-keys";
import { readKeyUse } from "#services/sealing/read-key-use";
import { rewrapKeys } from "#services/sealing/rewrap-keys";
import { sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

describe("rotating the sealing key", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let before1: Context;
  let both: Context;
  let sent: SentContact[];
  before(async () => {
    kit = await testContext();
    owner = ownerOf(kit);
    before1 = kit.context;
    const second = randomBytes(32);
    const wrapping = new Map([...kit.context.keys.wrapping, [2, second] as const]);
    both = { ...kit.context, keys: { ...kit.context.keys, wrapping } };
    sent = [];
    for (let i = 0; i < 3; i += 1) sent.push(await sendContact(before1));
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  const versions = async () => {
    const rows = await owner<{ wrap_version: number; n: number }[]>`
      select wrap_version, count(*)::int as n from data_key where wrapped is not null group by 1 order by 1`;
    return Object.fromEntries(rows.map(({ wrap_version, n }) => [wrap_version, n]));
  };

  test("a process that was told to seal with the old key is read by one that has no other", async () => {
    const prepared: Context = { ...both, keys: { ...both.keys, wrapWith: 1 } };
    const contact = await sendContact(prepared);
    assert.deepEqual(Object.keys(await versions()), ["1"]);
    const screener = await addStaff(before1, ["screener"]);
    await readContact(before1, screener, contact.reference);
  });

  test("everything is wrapped anew, nothing that was sealed changes, and each batch is audited", async () => {
    // More than one batch, and one that was destroyed: it has nothing to wrap and stays as it is.
    await owner`insert into data_key (subject, subject_id, wrap_version, wrapped, destroyed_at)
      values ('case', gen_random_uuid(), 1, null, now())`;
    for (let i = 0; i < 250; i += 1) {
      const { row } = newDataKey(before1.keys, "case", kit.context.newId());
      await owner`insert into data_key (subject, subject_id, wrap_version, wrapped)
        values ('case', ${row.subjectId}, ${row.wrapVersion}, ${row.wrapped})`;
    }
    const [old] = Object.values(await versions());
    const snapshots = async () => JSON.stringify(await owner`select * from contact_snapshot order by 1`);
    const sealed = await snapshots();
    const done = await rewrapKeys(both);
    assert.deepEqual(done, { version: 2, rewrapped: old });
    assert.deepEqual(await versions(), { 2: old });
    assert.equal(await snapshots(), sealed);
    const screener = await addStaff(both, ["screener"]);
    for (const { reference } of sent) await readContact(both, screener, reference);
    const [audited] = await owner<{ keys: number; events: number }[]>`
      select sum((facts->>'keys')::int)::int as keys, count(*)::int as events from audit_event where kind = 'keys.rewrapped'`;
    assert.deepEqual({ ...audited }, { keys: old, events: 2 });
    assert.equal((await rewrapKeys(both)).rewrapped, 0, "again does nothing");

    const admin = await addStaff(both, ["administrator"]);
    const withoutFirst: Context = {
      ...both,
      keys: { ...both.keys, wrapping: new Map([[2, both.keys.wrapping.get(2) ?? Buffer.of()]]) },
    };
    const { destroyed, sealing } = await readKeyUse(withoutFirst, admin);
    assert.equal(destroyed, 1);
    assert.deepEqual(sealing, [{ version: 2, needed: old, held: true, inUse: true }]);
    for (const { reference } of sent) await readContact(withoutFirst, screener, reference);
  });

  test("two runs at once wrap each key once, and a key that is destroyed meanwhile stays destroyed", async () => {
    const more = await Promise.all([1, 2, 3].map(() => sendContact(before1)));
    const [{ n = 0 } = {}] = await owner<
      { n: number }[]
    >`select count(*)::int as n from data_key where wrap_version = 1 and wrapped is not null`;
    const runs = await Promise.all([rewrapKeys(both), rewrapKeys(both)]);
    assert.equal(
      runs.reduce((sum, { rewrapped }) => sum + rewrapped, 0),
      n,
    );
    const [first] = more;
    await owner`update data_key set wrapped = null, destroyed_at = now() where subject_id = ${first?.id ?? ""}`;
    const [again] = await kit.context.database.orm.execute<{ done: boolean }>(
      `select frontdoor_rewrap('contact', '${first?.id ?? ""}', 2::smallint, 2::smallint, '\\x00') as done`,
    );
    assert.equal(again?.done, false);
  });

  test("the application may not change a data key in any other way", async () => {
    await assert.rejects(
      kit.context.database.orm.execute("update data_key set wrapped = '\\x00'"),
      (error: Error) => /permission denied/.test(String(error.cause)),
    );
  });
});
