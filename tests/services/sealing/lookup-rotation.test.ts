import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { receiveContact } from "#services/contacts/receive-contact";
import { rekeyChildren } from "#services/contacts/rekey-children";
import { matchContact } from "#services/contacts/match-contact";
import type { Context } from "#services/context";
import { spendAttempts } from "#services/limits/spend-attempts";
import { digitsOf, isCodeOf } from "#services/accounts/email-codes";
import { readKeyUse } from "#services/sealing/read-key-use";
import { unitOfWork } from "#services/unit-of-work";
import { aChild, aSubmission, sendContact, type SentContact } from "../../support/contacts.ts";
import { restrictedKit, type RestrictedKit } from "../../support/restricted-kit.ts";
import { addStaff } from "../../support/staff.ts";

/*
 * The lookup key while it is changed: processes with the old one, with both and the old one in use, with both and the new
 * one in use, and with the new one alone. Nothing that an earlier contact is found by may be missed by any of them.
 */
describe("rotating the lookup key", () => {
  let kit: RestrictedKit;
  let old: Context;
  let prepared: Context;
  let both: Context;
  let alone: Context;
  before(async () => {
    kit = await restrictedKit();
    old = kit.context;
    const first = old.keys.lookup.keys.get(1) ?? Buffer.of();
    const second = randomBytes(32);
    const holding = (current: number, ...keys: (readonly [number, Buffer])[]): Context => ({
      ...old,
      keys: { ...old.keys, lookup: { current, keys: new Map(keys) } },
    });
    prepared = holding(1, [1, first], [2, second]);
    both = holding(2, [1, first], [2, second]);
    alone = holding(2, [2, second]);
  });
  after(() => kit.close());

  /** Found by the NHS number and by nothing else. */
  const onlyNumber = (nhsNumber: string) => ({
    children: [
      aChild({
        ...{ firstName: null, lastName: null, description: "a girl", birth: { kind: "not_known" as const } },
        ...{ sex: "U" as const, school: null, nhsNumber },
      }),
    ],
    address: null,
  });
  const arrive = (context: Context, nhsNumber: string) => sendContact(context, onlyNumber(nhsNumber));
  const send = async (context: Context, nhsNumber: string) => {
    const sent = await arrive(context, nhsNumber);
    await unitOfWork(context, { kind: "system", process: "test" }, (unit) => matchContact(unit, sent.id));
    return sent;
  };
  const foundFor = async ({ id }: SentContact) => {
    const rows = await kit.owner<{ contact_id: string }[]>`
      select e.contact_id from match_candidate m join contact_child e on e.id = m.earlier_child_id
      where m.contact_id = ${id}`;
    return rows.map(({ contact_id }) => contact_id).sort();
  };
  const idsOf = (...sent: SentContact[]) => sent.map(({ id }) => id).sort();
  const keysOf = async ({ id }: SentContact) => {
    const rows = await kit.owner<{ value: string }[]>`
      select value from match_key where contact_id = ${id} and kind = 'nhs'`;
    return rows.map(({ value }) => value);
  };

  test("a contact that arrives at any moment of it finds those before, and they it", async () => {
    const number = "9434765919";
    const first = await send(old, number);
    const second = await send(prepared, number);
    const third = await send(both, number);
    // Not started again yet: it holds the newer key and keeps with the older one.
    const fourth = await send(prepared, number);
    assert.deepEqual(await foundFor(second), idsOf(first));
    assert.deepEqual(await foundFor(third), idsOf(first, second));
    assert.deepEqual(await foundFor(fourth), idsOf(first, second, third));
    assert.match((await keysOf(first))[0] ?? "", /^[0-9a-f]{64}$/);
    assert.match((await keysOf(third))[0] ?? "", /^2:[0-9a-f]{64}$/);
    assert.deepEqual(await keysOf(fourth), await keysOf(first));

    const plain = () => kit.owner`
      select kind, value, contact_child_id from match_key where kind not in ('nhs', 'upn', 'phone', 'address') order by 1, 2, 3`;
    const names = await plain();
    const children = (
      await kit.owner`
      select distinct contact_child_id from match_key where kind in ('nhs', 'address') and value not like '2:%'`
    ).length;
    assert.deepEqual(await rekeyChildren(both), { version: 2, children });
    assert.deepEqual(await plain(), names, "names and dates are nobody's secret, and stay as they are");
    assert.deepEqual(await rekeyChildren(both), { version: 2, children: 0 }, "again does nothing");
    const fifth = await send(alone, number);
    assert.deepEqual(await foundFor(fifth), idsOf(first, second, third, fourth));
    const { length: batches } = await kit.owner`
      select from audit_event where kind = 'match-keys.kept-anew' and facts = ${kit.owner.json({ version: 2, children })}`;
    assert.equal(batches, 1);
  });

  test("the page says how many are left", async () => {
    const admin = await addStaff(old, ["administrator"]);
    const left = async () => (await readKeyUse(both, admin)).lookup;
    await rekeyChildren(both);
    const [{ needed = 0 } = {}] = await left();
    const late = await send(old, "9876543210");
    assert.deepEqual(await left(), [
      { version: 2, needed, held: true, inUse: true },
      { version: 1, needed: (await keysOf(late)).length, held: true, inUse: false },
    ]);
    assert.equal((await rekeyChildren(both)).children, 1);
    const [, older] = await left();
    assert.deepEqual(older, { version: 1, needed: 0, held: true, inUse: false });
  });

  test("more than one batch, and two runs at once", async () => {
    const child = (at: number) => aChild({ firstName: `Child${at}`, birth: { kind: "not_known" } });
    for (const part of [0, 1, 2])
      await sendContact(old, { children: Array.from({ length: 40 }, (_, at) => child(part * 40 + at)) });
    const runs = await Promise.all([rekeyChildren(both), rekeyChildren(both)]);
    assert.ok(runs.reduce((sum, { children }) => sum + children, 0) >= 120);
    const olds = await kit.owner`
      select from match_key where kind in ('nhs', 'upn', 'phone', 'address') and value not like '2:%'`;
    assert.equal(olds.length, 0);
  });

  test("a restricted person is found before, while and after", async () => {
    const number = "4505577104";
    const first = await send(old, number);
    await kit.restrict(first);
    for (const [at, context] of [old, prepared, both].entries())
      assert.equal(await kit.isLocked(await arrive(context, number)), true, String(at));
    await rekeyChildren(both);
    const olds = await kit.owner`
      select from restricted_key where kind in ('nhs', 'upn', 'phone', 'address') and value not like '2:%'`;
    assert.equal(olds.length, 0);
    assert.equal(await kit.isLocked(await arrive(alone, number)), true);
  });

  test("nothing comes back of whoever was erased", async () => {
    const gone = await send(old, "9434765870");
    await kit.owner`update data_key set wrapped = null, destroyed_at = now() where subject_id = ${gone.id}`;
    await kit.owner`delete from match_key where contact_id = ${gone.id}`;
    const asked = await old.database.orm.execute<{ done: boolean }>(
      `select frontdoor_rekey('${gone.childIds[0] ?? ""}', '{nhs}', '{${"ab".repeat(32)}}') as done`,
    );
    assert.equal(asked[0]?.done, false);
    assert.deepEqual(await keysOf(gone), []);
  });

  test("the application changes what a child is found by in no other way, and to no plain value", async () => {
    const there = await send(old, "9434765919");
    const refused = (statement: string, because: RegExp) =>
      assert.rejects(old.database.orm.execute(statement), (error: Error) =>
        because.test(String(error.cause)),
      );
    await refused("update match_key set value = ''", /permission denied/);
    await refused("delete from match_key", /permission denied/);
    const child = there.childIds[0] ?? "";
    await refused(
      `select frontdoor_rekey('${child}', '{name}', '{${"ab".repeat(32)}}')`,
      /only keyed hashes/,
    );
    await refused(`select frontdoor_rekey('${child}', '{nhs}', '{9434765919}')`, /only keyed hashes/);
  });

  test("what is done twice, counted or emailed is known on both sides of the change", async () => {
    const idempotencyKey = old.newId();
    const take = (context: Context) =>
      unitOfWork(context, { kind: "public" }, (unit) =>
        receiveContact(unit, aSubmission(), { channel: "online", idempotencyKey }),
      );
    const receipt = await take(old);
    assert.equal((await take(both)).reference, receipt.reference, "the same body under the other key");

    const spend = { name: "second-factor", of: "somebody", limit: 2, seconds: 60 } as const;
    assert.equal(await spendAttempts(old, [spend]), null);
    assert.equal(await spendAttempts(both, [spend]), null);
    assert.notEqual(await spendAttempts(prepared, [spend]), null);

    const code = old.newId();
    for (const [writer, reader] of [
      [prepared, both],
      [both, prepared],
    ] as const)
      assert.ok(isCodeOf(reader.keys, code, digitsOf(writer.keys, code)));
    assert.ok(!isCodeOf(both.keys, code, "12345"));
  });
});
