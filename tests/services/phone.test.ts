import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import { callSchema, type Call } from "#domain/phone-call";
import { readDuty } from "#services/duty/read-duty";
import { readContact } from "#services/contacts/read-contact";
import { Forbidden, Invalid, NotFound } from "#services/errors";
import { listCalls, readPhoneCall } from "#services/phone/read-call";
import { saveCall } from "#services/phone/save-call";
import { endAdviceCall, sendCall } from "#services/phone/send-call";
import { startCall } from "#services/phone/start-call";
import { restrictedKit, type RestrictedKit } from "../support/restricted-kit.ts";
import { addStaff } from "../support/staff.ts";

const began = new Date("2026-11-23T10:52:00Z");
let kit: RestrictedKit;
let owner: postgres.Sql;
let taker: StaffActor;
let screener: StaffActor;
before(async () => {
  kit = await restrictedKit();
  ({ owner } = kit);
  kit.at(began);
  taker = await addStaff(kit.context, ["call_taker"]);
  screener = await addStaff(kit.context, ["screener"]);
});
after(() => kit.close());

const said = {
  danger: "not_sure",
  account: "He was left alone all night",
  child1: "Milo Okafor",
  age1: "4 March 2018",
  where: "12 Mill Lane",
  postcode: "ab1 2cd",
  caller: "public",
  phone: "01234 555 010",
};
const call = (over: Record<string, unknown> = {}): Call => callSchema.parse({ ...said, ...over });

describe("a phone call", () => {
  test("is there from its start, is kept as it is typed, and is whoever's took it", async () => {
    const { context, at } = kit;
    const id = await startCall(context, taker);
    at(new Date("2026-11-23T10:59:00Z"));
    await saveCall(context, taker, { id, typed: { account: "He was left", child1: "Milo" } });
    const page = await readPhoneCall(context, taker, id);
    assert.deepEqual(page.typed, { account: "He was left", child1: "Milo" });
    assert.deepEqual(page.startedAt, began);
    await assert.rejects(readPhoneCall(context, screener, id), NotFound);
    await assert.rejects(startCall(context, await addStaff(context, ["advice"])), Forbidden);
    assert.deepEqual(
      (await listCalls(context, taker)).open.map((one) => one.id),
      [id],
    );
    at(began);
  });

  test("becomes one contact, received when it began, whose caller stands in their own room", async () => {
    const { context, at } = kit;
    const id = await startCall(context, taker);
    at(new Date("2026-11-23T11:10:00Z"));
    const send = () => sendCall(context, taker, { id, call: call() });
    const [reference, again] = await Promise.all([send(), send()]);
    assert.equal(again, reference);
    const rows = await owner<{ channel: string; audience: string; received_at: Date; danger: string }[]>`
      select channel, audience, received_at, danger from contact where reference = ${reference}`;
    assert.deepEqual(
      [...rows],
      [{ channel: "phone", audience: "public", received_at: began, danger: "not_sure" }],
    );
    const { receipt, typed, ending } = await readPhoneCall(context, taker, id);
    assert.deepEqual([receipt?.reference, ending, typed], [reference, "sent", {}]);
    const read = await readContact(context, screener, reference);
    assert.equal(read.head.children[0]?.name, "Milo Okafor");
    assert.doesNotMatch(JSON.stringify(read), /01234 555 010/, "their number is in their own room");
    at(began);
  });

  test("shows earlier contacts about the same child while it is taken, and nobody restricted", async () => {
    const { context } = kit;
    const family = kit.aFamily();
    const earlier = await family.send();
    const id = await startCall(context, taker);
    const [first] = await owner<{ first_name: string; last_name: string; date_of_birth: string }[]>`
      select first_name, last_name, date_of_birth::text from contact_child where id = ${earlier.childIds[0] ?? ""}`;
    assert.ok(first);
    const typed = { child1: `${first.first_name} ${first.last_name}`, age1: first.date_of_birth };
    await saveCall(context, taker, { id, typed });
    const found = async () =>
      (await readPhoneCall(context, taker, id)).matches.map(({ reference }) => reference);
    assert.ok((await found()).includes(earlier.reference));
    await kit.restrict(earlier);
    assert.ok(!(await found()).includes(earlier.reference));
  });

  test("that is not sent for half an hour is on the duty screen, and what is in it is not", async () => {
    const { context, at } = kit;
    const id = await startCall(context, taker);
    await saveCall(context, taker, { id, typed: { child1: "Quillfeather" } });
    const manager = await addStaff(context, ["manager"]);
    const unsent = async (minutes: number) => {
      at(new Date(began.getTime() + minutes * 60_000));
      const duty = await readDuty(context, manager);
      assert.doesNotMatch(JSON.stringify(duty), /Quillfeather/);
      return duty.alarms.find(({ kind }) => kind === "call_unsent")?.count ?? 0;
    };
    const before = await unsent(31);
    assert.ok(before > 0);
    await sendCall(context, taker, { id, call: call() });
    assert.equal(await unsent(31), before - 1);
    assert.equal(await unsent(29), 0);
    at(began);
  });

  test("ends as advice only when there is no child in it", async () => {
    const { context } = kit;
    const id = await startCall(context, taker);
    await saveCall(context, taker, { id, typed: { child1: "Milo" } });
    await assert.rejects(endAdviceCall(context, taker, id), Invalid);
    await saveCall(context, taker, { id, typed: { account: "How do I refer?" } });
    await endAdviceCall(context, taker, id);
    const page = await readPhoneCall(context, taker, id);
    assert.deepEqual([page.ending, page.typed], ["advice", {}]);
    const [kept] = await owner`select from contact where idempotency_key = ${id}`;
    assert.equal(kept, undefined);
  });
});
