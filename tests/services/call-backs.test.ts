import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { AskedCallBack, CallBackFinding } from "#domain/call-back";
import { askCallBack, readCallBackReceipt } from "#services/calls/ask-call-back";
import { readCallBack, settleCallBack, takeCallBack } from "#services/calls/make-call-back";
import { readDuty } from "#services/duty/read-duty";
import { Conflict, Forbidden, Invalid, NotFound, TooManyAttempts } from "#services/errors";
import { listCalls, readPhoneCall } from "#services/phone/read-call";
import { testContext, type TestContext } from "../support/context.ts";
import { ownerOf } from "../support/queue.ts";
import { addStaff } from "../support/staff.ts";

const monday = new Date("2026-11-23T09:10:00Z");
let kit: TestContext;
let owner: postgres.Sql;
let taker: StaffActor;
let other: StaffActor;
before(async () => {
  kit = await testContext();
  owner = ownerOf(kit);
  kit.at(monday);
  taker = await addStaff(kit.context, ["call_taker"]);
  other = await addStaff(kit.context, ["screener"]);
});
after(async () => {
  await owner.end();
  await kit.close();
});

const said: Omit<AskedCallBack, "key"> = {
  ...{ danger: "no", about: "sharing", slot: "2026-11-23.morning" },
  ...{ name: "Ruth Quillfeather", organisation: "Mill Lane Primary", phone: "01234 555 010" },
};
let network = 0;
async function ask(over: Partial<AskedCallBack> = {}): Promise<string> {
  const asked = { ...said, key: kit.context.newId(), ...over };
  await askCallBack(kit.context, { asked, network: `network ${(network += 1)}` });
  return asked.key;
}
async function settled(id: string, finding: CallBackFinding): Promise<string | null> {
  await takeCallBack(kit.context, taker, id);
  return settleCallBack(kit.context, taker, { id, finding });
}
const owedTo = async (id: string) => (await listCalls(kit.context, taker)).owed.find((one) => one.id === id);

describe("a call that somebody asked for", () => {
  test("is owed once however often it is sent, says nothing of who asked, and tells them when", async () => {
    const { context } = kit;
    const key = context.newId();
    await Promise.all([ask({ key }), ask({ key }), ask({ key })]);
    const [row] = await owner<{ asker: Buffer; n: number }[]>`
      select asker, count(*) over ()::int as n from call_back where id = ${key}`;
    assert.equal(row?.n, 1);
    assert.doesNotMatch(row.asker.toString("latin1"), /Quillfeather|555/, "sealed");
    assert.doesNotMatch(JSON.stringify(await owedTo(key)), /Quillfeather|555/);
    const { from, until } = await readCallBackReceipt(context, key);
    assert.deepEqual([from, until], [monday, new Date("2026-11-23T12:00:00Z")]);
    await assert.rejects(readCallBackReceipt(context, context.newId()), NotFound);
    await assert.rejects(ask({ slot: "2026-11-22.morning" }), Invalid, "a Sunday is not offered");
    const kinds = await owner<{ kind: string }[]>`select kind from audit_event where subject_id = ${key}`;
    assert.deepEqual([...kinds], [{ kind: "call-back.asked" }]);
  });

  test("is taken by one, who alone learns whom to call, until they have let it lie", async () => {
    const { context, at } = kit;
    const id = await ask();
    assert.equal((await readCallBack(context, taker, id)).asker, null);
    await takeCallBack(context, taker, id);
    assert.equal((await readCallBack(context, taker, id)).asker?.name, "Ruth Quillfeather");
    await assert.rejects(takeCallBack(context, other, id), Conflict);
    assert.equal((await readCallBack(context, other, id)).asker, null);
    await assert.rejects(settleCallBack(context, other, { id, finding: "advice" }), Conflict);
    await assert.rejects(readCallBack(context, await addStaff(context, ["advice"]), id), Forbidden);
    await assert.rejects(readCallBack(context, taker, context.newId()), NotFound);
    at(new Date(monday.getTime() + 31 * 60_000));
    await takeCallBack(context, other, id);
    assert.equal((await readCallBack(context, taker, id)).asker, null);
    at(monday);
    const kinds = await owner<{ kind: string; n: number }[]>`
      select kind, count(*)::int as n from audit_event
      where subject_id = ${id} and kind in ('call-back.taken', 'call-back.viewed') group by kind order by kind`;
    assert.deepEqual(
      kinds.map(({ kind, n }) => [kind, n]),
      [
        ["call-back.taken", 2],
        ["call-back.viewed", 1],
      ],
      "who took it and who read it is kept",
    );
  });

  test("ends with advice and nothing kept, or goes on as a phone contact with what is known", async () => {
    const { context } = kit;
    const [advised, aboutAChild] = [await ask(), await ask()];
    assert.equal(await settled(advised, "advice"), null);
    const call = await settled(aboutAChild, "written_down");
    assert.ok(call);
    const { typed } = await readPhoneCall(context, taker, call);
    const { name, organisation, phone } = said;
    assert.deepEqual(typed, { name, organisation, phone });
    const rows = await owner`
      select ending, asker from call_back where id in ${owner([advised, aboutAChild])} order by ending`;
    assert.deepEqual(
      [...rows],
      [
        { ending: "advice", asker: null },
        { ending: "written_down", asker: null },
      ],
    );
    assert.equal(await settled(advised, "not_needed"), null);
    assert.equal((await readCallBack(context, taker, advised)).ending, "advice", "who was first is right");
  });

  test("is tried again in the next half day, and given up only after three tries", async () => {
    const id = await ask();
    await assert.rejects(settled(id, "not_reached"), Invalid);
    await settled(id, "try_again");
    const again = await owedTo(id);
    assert.deepEqual(
      [again?.tries, again?.untilAt, again?.takenBy],
      [1, new Date("2026-11-23T17:00:00Z"), null],
    );
    await settled(id, "try_again");
    await settled(id, "not_reached");
    assert.equal(await owedTo(id), undefined);
  });

  test("is on the duty screen once its time has passed, at once where a child may be in danger", async () => {
    const { context, at } = kit;
    const manager = await addStaff(context, ["manager"]);
    const late = async () =>
      (await readDuty(context, manager)).alarms.find(({ kind }) => kind === "call_back_late")?.count ?? 0;
    at(new Date("2026-11-23T11:59:00Z"));
    const before = await late();
    const id = await ask({ slot: "2026-11-23.afternoon" });
    await ask({ slot: "2026-11-23.afternoon", danger: "not_sure" });
    assert.equal(await late(), before + 1);
    at(new Date("2026-11-23T17:00:00Z"));
    const evening = await late();
    await settled(id, "advice");
    assert.equal(await late(), evening - 1);
    at(monday);
  });

  test("is asked for twenty times an hour from one network", async () => {
    const asked = () =>
      askCallBack(kit.context, { asked: { ...said, key: kit.context.newId() }, network: "one" });
    for (let n = 0; n < 20; n += 1) await asked();
    await assert.rejects(asked(), TooManyAttempts);
  });
});
