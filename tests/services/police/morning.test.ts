import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { StaffActor } from "#domain/actor";
import { readBatch } from "#services/police/read-batch";
import { sendBatch } from "#services/police/send-batch";
import { sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { addForce, aNotice, csvOf, mappedFile, uploaded } from "../../support/police.ts";

let kit: TestContext;
let officer: StaffActor;
const arrived = new Date("2026-11-23T07:00:00Z");

before(async () => {
  kit = await testContext();
});
after(async () => {
  await kit.close();
});

/** A force of its own for each test, because what was sent under a reference stays. */
async function newForce() {
  kit.at(arrived);
  ({ officer } = await addForce(kit.context));
  return officer;
}
const mapped = (rows: readonly Record<string, string>[]) => mappedFile(kit.context, officer, rows);
const read = (id: string) => readBatch(kit.context, officer, id);
const ref = (n: number) => ({ "Force reference": `AP/26/${String(n).padStart(5, "0")}` });

describe("rows of one file", () => {
  test("suggest families by the same child or adult and date of birth, never by an address", async () => {
    await newForce();
    const id = await mapped([
      aNotice(ref(1)),
      aNotice({ ...ref(2), "Child 1 first name": "MARY", "Child 1 last name": "O'kafor" }),
      aNotice({
        ...ref(3),
        "Child 1 first name": "mary",
        "Adult 1 name": "Grace Okafor",
        "Adult 1 date of birth": "1990-05-04",
      }),
      aNotice({
        ...ref(4),
        "Child 1 first name": "Tom",
        "Adult 1 name": "grace OKAFOR",
        "Adult 1 date of birth": "4 May 1990",
      }),
      aNotice({
        ...ref(5),
        Postcode: "AC1 2CD",
        "Child 1 first name": "Ann",
        "Child 1 date of birth": "",
        "Child 1 age": "8",
      }),
    ]);
    const batch = await read(id);
    assert.deepEqual(batch.families, [[2, 4, 5]]);
    assert.equal(batch.elsewhere, 1);
  });
});

describe("a morning's batch", () => {
  test("of five hundred rows is sent from file to receipt in ten seconds", async (t) => {
    await newForce();
    const rows = Array.from({ length: 500 }, (_, n) =>
      aNotice({
        ...ref(n + 1),
        "Child 1 first name": `Mary ${n}`,
        "Adult 1 name": `Adult ${n}`,
        "Adult 1 date of birth": "1990-05-04",
      }),
    );
    await mapped(rows.slice(0, 1));
    // Ten seconds are twenty milliseconds a row, about what one contact takes by itself on two quiet cores. Beside that
    // it is measured, so that a busy machine does not fail what is not slower than it was.
    const alone = performance.now();
    for (let one = 0; one < 40; one += 1) await sendContact(kit.context);
    const each = (performance.now() - alone) / 40;
    const began = performance.now();
    const { id } = await uploaded(kit.context, officer, csvOf(rows));
    const checked = await read(id);
    const sent = await sendBatch(kit.context, officer, id);
    const { rows: receipts } = await read(id);
    const seconds = (performance.now() - began) / 1_000;
    assert.equal(checked.rows.length, 500);
    assert.deepEqual(sent, { sent: 500, repeated: 0, left: 0 });
    assert.equal(new Set(receipts.map(({ contactReference }) => contactReference)).size, 500);
    t.diagnostic(`${seconds.toFixed(1)} s; one contact by itself took ${each.toFixed(1)} ms`);
    assert.ok(seconds <= Math.max(10, (500 * each) / 1_000), `${seconds} s`);
  });
});
