import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { Invalid, NotFound } from "#services/errors";
import { messageFacts } from "#services/mail/message-facts";
import { deleteOldPoliceRows } from "#services/police/delete-old-rows";
import { readColumns, saveColumns } from "#services/police/map-columns";
import { mendRow, readRow } from "#services/police/mend-row";
import { listBatches, readBatch } from "#services/police/read-batch";
import { sendBatch } from "#services/police/send-batch";
import { unitOfWork } from "#services/unit-of-work";
import { testContext, type TestContext } from "../../support/context.ts";
import { addForce, aNotice, asking, csvOf, mappedFile, tableOf, uploaded } from "../../support/police.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

let kit: TestContext;
let owner: postgres.Sql;
let officer: StaffActor;
const worker = { kind: "system", process: "worker" } as const;
const arrived = new Date("2026-11-23T07:00:00Z");

before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
});
after(async () => {
  await owner.end();
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
const invalid = (field: string, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Invalid, String(error));
  assert.match(error.problems[field] ?? JSON.stringify(error.problems), words);
  return true;
};

describe("a file of police notices", () => {
  test("becomes a contact a row, clocked from when the file arrived, whenever somebody sends it", async () => {
    await newForce();
    const id = await mapped([
      aNotice({
        ...ref(1),
        Grade: "Red",
        "What the child said": "I want to go home",
        Bail: "Not to come near",
      }),
      aNotice({
        ...ref(2),
        "Child 2 first name": "Tom",
        "Child 2 age": "4",
        "No-contact warnings": "Do not phone the home",
      }),
    ]);
    kit.at(new Date("2026-11-23T15:00:00Z"));
    assert.deepEqual(await sendBatch(kit.context, officer, id), { sent: 2, repeated: 0, left: 0 });
    const { rows, children } = await read(id);
    assert.equal(children, 3);
    assert.deepEqual(
      rows.map(({ number, state, grade, decideBy }) => [number, state, grade, decideBy?.toISOString()]),
      [
        // Received before opening: by close of the same day.
        [2, "sent", "high", "2026-11-23T17:00:00.000Z"],
        [3, "sent", "medium", "2026-11-23T17:00:00.000Z"],
      ],
    );
    const contacts =
      await owner`select c.channel, c.danger, c.source_code, c.received_at::text, r.can_be_emailed,
        (select count(*)::int from contact_child k where k.contact_id = c.id) as children,
        (select array_agg(kind::text order by kind::text) from outbox o where o.subject_id = c.id) as owed
      from contact c join referrer r on r.contact_id = c.id
      where c.reference in ${owner(rows.map(({ contactReference }) => contactReference ?? ""))} order by c.danger`;
    assert.deepEqual(
      contacts.map((row) => ({ ...row })),
      [
        {
          ...{ channel: "police", danger: "no", source_code: "6", received_at: "2026-11-23 07:00:00+00" },
          can_be_emailed: false,
          children: 2,
          owed: ["match-contact"],
        },
        {
          ...{
            channel: "police",
            danger: "not_sure",
            source_code: "6",
            received_at: "2026-11-23 07:00:00+00",
          },
          can_be_emailed: false,
          children: 1,
          owed: ["match-contact"],
        },
      ],
    );
    const owed =
      await owner`select facts from outbox where subject_id = ${id} and recipient_id = ${officer.id}`;
    assert.deepEqual(
      owed.map(({ facts }) => facts),
      [{ message: "batch-result", to: "staff" }],
    );
    await assert.rejects(sendBatch(kit.context, officer, id), invalid("declared", /no row/));
  });

  test("asks what its columns are once for each force, and lists those that it leaves out", async () => {
    await newForce();
    const odd = tableOf([{ ...aNotice(ref(1)), "Beat code": "N4", Narrative: "Shouting", Summary: "" }]);
    const file = Buffer.from(odd.map((line) => line.join(";")).join("\n"));
    const { id, columnsKnown } = await uploaded(kit.context, officer, file);
    assert.equal(columnsKnown, false);
    await assert.rejects(sendBatch(kit.context, officer, id), invalid("declared", /columns/));
    const { headings, suggested } = await readColumns(kit.context, officer, id);
    assert.equal(suggested["Beat code"], "");
    const fields = headings.map((heading) =>
      heading === "Summary" ? "" : heading === "Narrative" ? "summary" : (suggested[heading] ?? ""),
    );
    const save = (wanted: readonly string[]) => saveColumns(kit.context, officer, id, wanted);
    await assert.rejects(
      save(fields.map((name) => (name === "summary" ? "" : name))),
      invalid("columns", /Summary/),
    );
    await assert.rejects(
      save(fields.map((name) => (name === "type" ? "grade" : name))),
      invalid("columns", /Two columns/),
    );
    await assert.rejects(save(fields.slice(1)), invalid("columns", /each column/));
    await assert.rejects(save(fields.map(() => "__proto__")), invalid("columns", /each column/));
    await save(fields);
    const batch = await read(id);
    assert.deepEqual([...batch.leftOut].sort(), ["Beat code", "Summary"]);
    assert.deepEqual(
      batch.rows.map(({ state }) => state),
      ["ready"],
    );
    assert.equal((await uploaded(kit.context, officer, file)).columnsKnown, true);
    await newForce();
    assert.equal(
      (await uploaded(kit.context, officer, file)).columnsKnown,
      false,
      "another force says it for itself",
    );
  });

  test("is sent without the rows that are wrong; those are mended one by one and sent later", async () => {
    await newForce();
    const id = await mapped([
      aNotice(ref(1)),
      aNotice({
        ...ref(2),
        Grade: "purple",
        "Date of the incident": "31/02/2026",
        Address: "",
        Postcode: "",
      }),
      aNotice({
        ...ref(3),
        "Child 1 first name": "",
        "Child 1 last name": "",
        "Child 1 date of birth": "",
        Grade: "High",
      }),
      aNotice(ref(1)),
    ]);
    const wrong = async () =>
      Object.fromEntries(
        (await read(id)).rows
          .filter(({ state }) => state === "wrong")
          .map((row) => [row.number, row.problems.map(({ field }) => field)]),
      );
    assert.deepEqual(await wrong(), {
      3: ["happenedOn", "grade", "address"],
      4: ["child1First"],
      5: ["reference"],
    });
    assert.deepEqual(
      (await read(id)).rows.map(({ number }) => number),
      [4, 2, 5, 3],
      "the highest grade stands first",
    );
    assert.deepEqual(await sendBatch(kit.context, officer, id), { sent: 1, repeated: 0, left: 3 });
    const [row] = (await read(id)).rows.filter(({ number }) => number === 4);
    assert.ok(row);
    const { values } = await readRow(kit.context, officer, id, row.id);
    const mend = (typed: Record<string, string>) =>
      mendRow(kit.context, officer, { id, rowId: row.id, typed: { ...values, ...typed } });
    await assert.rejects(mend({ child1Description: "A girl" }), invalid("child1Born", /age/));
    await mend({ child1Description: "A girl of about seven", child1Age: "7" });
    assert.deepEqual(await sendBatch(kit.context, officer, id), { sent: 1, repeated: 0, left: 2 });
    const sent = (await read(id)).rows.find(({ number }) => number === 2);
    await assert.rejects(
      mendRow(kit.context, officer, { id, rowId: sent?.id ?? "", typed: values }),
      Invalid,
    );
    const mails = await owner`select from outbox where subject_id = ${id}`;
    assert.equal(mails.length, 1, "one email a file");
    const told = await unitOfWork(kit.context, worker, (unit) => messageFacts(unit, "batch-result", id));
    assert.deepEqual(told?.said, {
      kind: "batch-result",
      facts: { batch: (await read(id)).reference, since: arrived, received: 2, toMend: 2 },
    });
  });

  test("under a reference that the force sent before adds to that, and is never a second contact", async () => {
    await newForce();
    const first = await mapped([aNotice(ref(1)), aNotice(ref(2))]);
    await sendBatch(kit.context, officer, first);
    const before = Number((await owner`select count(*) as n from contact`)[0]?.["n"]);
    const again = await mapped([
      aNotice(ref(1)),
      aNotice({ "Force reference": "ap 26 00002", Summary: "He came back." }),
    ]);
    assert.deepEqual(
      (await read(again)).rows.map(({ state }) => state),
      ["again", "again"],
    );
    // Pressed twice: whichever comes second finds some of it sent, or all of it.
    await Promise.allSettled([1, 2].map(() => sendBatch(kit.context, officer, again)));
    assert.equal(Number((await owner`select count(*) as n from contact`)[0]?.["n"]), before);
    const references = async (id: string) =>
      (await read(id)).rows.map(({ contactReference }) => contactReference);
    assert.deepEqual(await references(again), await references(first));
    assert.deepEqual(
      (await read(again)).rows.map(({ state }) => state),
      ["sent", "added"],
    );
    const [, second = ""] = await references(first);
    const added =
      await owner`select a.channel from addition a join contact c on c.id = a.contact_id where c.reference = ${second}`;
    assert.deepEqual(
      added.map(({ channel }) => channel as string),
      ["police"],
    );
    await newForce();
    const other = await mapped([aNotice(ref(1))]);
    assert.deepEqual(await sendBatch(kit.context, officer, other), { sent: 1, repeated: 0, left: 0 });
  });

  test("is there for its own force alone, and for nobody who is not of one", async () => {
    const mine = await newForce();
    const id = await mapped([aNotice(ref(1))]);
    const { officer: other } = await addForce(kit.context);
    const nurse = await addStaff(kit.context, ["partner"], {
      place: await addTeam(kit.context, { kind: "health", purpose: "partner" }),
    });
    const manager = await addStaff(kit.context, ["manager"]);
    for (const actor of [other, nurse, manager]) {
      await assert.rejects(readBatch(kit.context, actor, id), NotFound);
      await assert.rejects(sendBatch(kit.context, actor, id), NotFound);
      await assert.rejects(readColumns(kit.context, actor, id), NotFound);
    }
    for (const actor of [nurse, manager]) {
      await assert.rejects(listBatches(kit.context, actor), NotFound);
      await assert.rejects(uploaded(kit.context, actor, csvOf([aNotice()])), NotFound);
    }
    assert.deepEqual(await listBatches(kit.context, other), []);
    assert.equal((await listBatches(kit.context, mine)).length, 1);
    const [dump] = await owner<
      { text: string }[]
    >`select (select json_agg(b)::text from police_batch b) || (select json_agg(r)::text from police_row r) as text`;
    for (const said of ["Okafor", "Mill Road", asking.email]) assert.ok(!dump?.text.includes(said), said);
  });

  test("goes with its key after a month; the contacts stay", async () => {
    await newForce();
    const id = await mapped([aNotice(ref(1))]);
    await sendBatch(kit.context, officer, id);
    kit.at(new Date(arrived.getTime() + 31 * 86_400_000));
    await unitOfWork(kit.context, worker, deleteOldPoliceRows);
    const left = await owner`select (select count(*)::int from police_row where batch_id = ${id}) as rows,
      (select count(*)::int from data_key where subject_id = ${id}) as keys`;
    assert.deepEqual({ ...left[0] }, { rows: 0, keys: 0 });
    kit.at(arrived);
  });
});
