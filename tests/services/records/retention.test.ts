import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { Context } from "#services/context";
import { Invalid } from "#services/errors";
import { liftHold, placeHold } from "#services/records/legal-holds";
import { askForRun, previewRetention } from "#services/records/retention";
import { runRetention } from "#services/records/run-retention";
import { aChild, sendContact, type SentContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { ownerOf } from "../../support/queue.ts";
import { recordsKit, type RecordsKit } from "../../support/records-kit.ts";

let kit: TestContext;
let owner: postgres.Sql;
let records: RecordsKit;
let context: Context;
before(async () => {
  kit = await testContext();
  ({ context } = kit);
  owner = ownerOf(kit);
  records = await recordsKit(kit, owner);
});
after(async () => {
  await owner.end();
  await kit.close();
});

const born = (date: string) => ({ children: [aChild({ birth: { kind: "born", date } })] });
const long = { receivedAt: new Date("1990-01-08T10:00:00Z") };
const preview = (page = 1) => previewRetention(context, records.officer, { page });
const listed = async () => (await preview()).rows.map(({ reference, dueOn }) => [reference, dueOn]);
/** What the worker is given, until nothing is owed any more. */
async function work(): Promise<number> {
  for (let jobs = 0; ; jobs += 1) {
    const [row] = await owner<{ id: string }[]>`
      select id from outbox where kind = 'run-retention' and done_at is null limit 1`;
    if (!row) return jobs;
    const job = { outboxId: row.id, kind: "run-retention", queue: "housekeeping", recovered: false } as const;
    await Promise.all([runRetention(context, job), runRetention(context, job)]);
  }
}
const isErased = async ({ id }: SentContact) => {
  const [row] = await owner`select erased_at, erased_ground from contact where id = ${id}`;
  return row?.["erased_at"] !== null && row?.["erased_ground"] === "retention";
};

describe("what is past its time", () => {
  test("is counted from the youngest child, from the last work where the rule says so, and shown with why not", async () => {
    assert.deepEqual([(await preview()).due, (await preview()).oldest], [0, null]);
    const old = await records.ended(born("1985-05-05"), long);
    const siblings = [
      aChild({ birth: { kind: "born", date: "1980-01-01" } }),
      aChild({ firstName: "Ann", birth: { kind: "born", date: "1999-09-09" } }),
    ];
    await records.ended({ children: siblings }, long);
    // A strategy discussion is kept 35 years from its end, and it ended just now.
    await records.ended(born("1980-01-01"), { ...long, outcome: "transfer" });
    await sendContact(context, born("1970-01-01"), long);
    const [transferred] = await owner<{ reference: string }[]>`
      select reference from contact where id = (select contact_id from pathway limit 1)`;
    assert.deepEqual(await listed(), [
      [transferred?.reference, "2010-01-01"],
      [old.reference, "2015-05-05"],
    ]);
    const stricter = {
      ...context,
      settings: {
        ...context.settings,
        retention: { ...context.settings.retention, transfer: { years: 35, from: "closure" as const } },
      },
    };
    const { rows } = await previewRetention(stricter, records.officer, { page: 1 });
    assert.deepEqual(
      rows.map(({ reference }) => reference),
      [old.reference],
    );
    await placeHold(context, records.officer, {
      reference: old.reference,
      personId: null,
      reason: "An inquiry",
      months: 6,
    });
    const held = await preview();
    assert.deepEqual([held.due, held.toErase, held.kept], [2, 1, [{ because: "held", count: 1 }]]);
    assert.deepEqual(held.rows[1]?.kept, ["held"]);
  });

  test("is erased by a run that two people agreed to, once, and not what was held or changed meanwhile", async () => {
    const [heldLater, young] = [
      await records.ended(born("1984-04-04"), long),
      await records.ended(born("1983-03-03"), long),
    ];
    const many: SentContact[] = [];
    for (let n = 0; n < 3; n += 1) many.push(await records.ended(born(`1982-02-0${n + 1}`), long));
    await assert.rejects(askForRun(context, records.officer, ""), Invalid);
    await askForRun(context, records.officer, "The year is over");
    await assert.rejects(askForRun(context, records.deputy, "The year is over"), Invalid);
    const [run] = await owner<{ id: string; n: number }[]>`
      select run_id as id, count(*)::int as n from retention_item group by run_id`;
    assert.equal(run?.n, 6, "what is held is not on the list");
    assert.equal(await work(), 0, "one person alone erases nothing");
    await records.confirm(run?.id ?? "");
    await placeHold(context, records.officer, {
      reference: heldLater.reference,
      personId: null,
      reason: "New",
      months: 6,
    });
    await owner`update contact_child set date_of_birth = '2020-01-01' where contact_id = ${young.id}`;
    await work();
    assert.deepEqual(await Promise.all(many.map(isErased)), [true, true, true]);
    assert.deepEqual([await isErased(heldLater), await isErased(young)], [false, false]);
    const kept =
      await owner`select kept_because from retention_item where kept_because is not null order by 1`;
    assert.deepEqual(
      kept.map((row) => row["kept_because"] as string),
      ["held", "not-due"],
    );
    const events = await owner<{ kind: string; n: number }[]>`
      select kind, count(*)::int as n from audit_event where kind in ('contact.erased', 'retention.ran', 'retention.kept')
      group by kind order by kind`;
    assert.deepEqual(
      events.map(({ kind, n }) => [kind, n]),
      [
        ["contact.erased", 4],
        ["retention.kept", 2],
        ["retention.ran", 1],
      ],
    );
    // Lifted holds fall to the next run, and not by themselves.
    const holds = await owner<{ id: string }[]>`select id from legal_hold`;
    for (const { id } of holds) await liftHold(context, records.officer, { id, reason: "Over" });
    assert.equal((await preview()).toErase, 2);
  });
});
