import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { RowValues } from "#domain/police/notice";
import { Invalid, NotFound } from "#services/errors";
import { readBatch } from "#services/police/read-batch";
import { sendNotice } from "#services/police/send-notice";
import { testContext, type TestContext } from "../../support/context.ts";
import { addForce, aNotice, asking, csvOf, uploaded } from "../../support/police.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff } from "../../support/staff.ts";

const arrived = new Date("2026-11-23T15:00:00Z");
let kit: TestContext;
let owner: postgres.Sql;
before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  kit.at(arrived);
});
after(async () => {
  await owner.end();
  await kit.close();
});

const typed = (over: RowValues = {}): RowValues => ({
  ...{ reference: "AP/26/00071", happenedOn: "22/11/2026", type: "Missing", grade: "High" },
  ...{
    child1First: "Mary",
    child1Last: "Okafor",
    child1Age: "8",
    address: "7 Mill Road",
    postcode: "AB1 2CD",
  },
  summary: "She was found at midnight.",
  ...over,
});

describe("one police notice without a file", () => {
  test("is a contact as every other notice, once however often it is pressed, and is added to", async () => {
    const { context } = kit;
    const { officer, place } = await addForce(context);
    const key = context.newId();
    const send = (over: RowValues = {}, under = key) =>
      sendNotice(context, officer, { key: under, asking, typed: typed(over) });
    await Promise.all([send(), send()]);
    await send();
    const { rows } = await readBatch(context, officer, key);
    assert.deepEqual(
      rows.map(({ state, grade }) => [state, grade]),
      [["sent", "high"]],
    );
    const made = await owner<{ channel: string; danger: string; receivedAt: Date }[]>`
      select channel, danger, received_at as "receivedAt" from contact
      join partner_contact on contact_id = contact.id where organisation_id = ${place.organisationId}`;
    assert.deepEqual([...made], [{ channel: "police", danger: "not_sure", receivedAt: arrived }]);
    const again = context.newId();
    await send({ summary: "She has gone again." }, again);
    assert.equal((await readBatch(context, officer, again)).rows[0]?.state, "added");
    const colleague = await addStaff(context, ["partner"], { place });
    assert.equal((await readBatch(context, colleague, key)).rows.length, 1);
    const { officer: other } = await addForce(context);
    await assert.rejects(sendNotice(context, other, { key, asking, typed: typed() }), NotFound);
  });

  test("says what is wrong with it, and keeps nothing then", async () => {
    const { officer } = await addForce(kit.context);
    const key = kit.context.newId();
    await assert.rejects(
      sendNotice(kit.context, officer, { key, asking, typed: typed({ grade: "purple", summary: "" }) }),
      (error: Error) => error instanceof Invalid && Object.keys(error.problems).join() === "grade,summary",
    );
    const kept = await owner`select from police_batch where id = ${key}`;
    assert.equal(kept.length, 0);
  });
});

describe("an officer who uploads without end", () => {
  test("is told whom to call, the next day may again, and can always send one notice", async () => {
    const { context, at } = kit;
    const { officer, place } = await addForce(context);
    const { policeFilesPerDay } = context.settings;
    const upload = (who = officer) => uploaded(context, who, csvOf([aNotice()]));
    for (let n = 1; n < policeFilesPerDay; n += 1) await upload();
    const last = await Promise.allSettled([upload(), upload(), upload()]);
    assert.equal(last.filter(({ status }) => status === "fulfilled").length, 1, "also at one moment");
    const refused = (phone: string) => (error: Error) =>
      error instanceof Invalid &&
      /files today/.test(error.problems["file"] ?? "") &&
      error.problems["file"]?.includes(phone) === true;
    await assert.rejects(upload(), refused(context.settings.phones.day));
    await sendNotice(context, officer, { key: context.newId(), asking, typed: typed() });
    await upload(await addStaff(context, ["partner"], { place }));
    at(new Date("2026-11-23T23:59:00Z"));
    await assert.rejects(upload(), refused(context.settings.phones.night));
    at(new Date("2026-11-24T00:00:00Z"));
    await upload();
    at(arrived);
  });
});
