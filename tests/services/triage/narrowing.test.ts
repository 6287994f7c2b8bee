import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type postgres from "postgres";
import type { StaffActor } from "#domain/actor";
import type { SubmittedChild } from "#domain/questions/submission";
import { takesAll, type Narrowing } from "#domain/triage-narrowing";
import { readSession } from "#services/accounts/read-session";
import { startSession } from "#services/accounts/start-session";
import { takeContact } from "#services/contacts/take-contact";
import { countArrivals } from "#services/triage/count-arrivals";
import { listTriage } from "#services/triage/list-triage";
import { aChild, sendContact } from "../../support/contacts.ts";
import { testContext, type TestContext } from "../../support/context.ts";
import { openCase } from "../../support/open-case.ts";
import { ownerOf } from "../../support/queue.ts";
import { addStaff, addTeam } from "../../support/staff.ts";

const now = new Date("2026-11-24T10:42:00Z");
const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("the triage list, narrowed and watched", () => {
  let kit: TestContext;
  let owner: postgres.Sql;
  let [sam, lee, pat]: StaffActor[] = [];
  const called = new Map<string, string>();

  const send = async (
    name: string,
    child: Partial<SubmittedChild>,
    more: Parameters<typeof sendContact>[1] = {},
    how: Parameters<typeof sendContact>[2] = {},
  ) => {
    const sent = await sendContact(kit.context, { ...more, children: [aChild(child)] }, how);
    called.set(sent.reference, name);
    return sent;
  };
  const listed = async (narrowing: Partial<Narrowing>, actor = sam) => {
    assert.ok(actor);
    const page = { filter: "all", narrowing: { ...takesAll, ...narrowing }, page: 1 } as const;
    const { rows, counts } = await listTriage(kit.context, actor, page);
    assert.equal(counts.narrowed, rows.length);
    return rows.map(({ reference }) => called.get(reference) ?? "another").sort();
  };

  before(async () => {
    kit = await testContext();
    kit.at(now);
    owner = ownerOf(kit);
    const place = await addTeam(kit.context);
    sam = await addStaff(kit.context, ["screener"], { name: "Sam", place });
    lee = await addStaff(kit.context, ["screener"], { name: "Lee", place });
    pat = await addStaff(kit.context, ["screener"], { name: "Pat" });
    const baby = await send("baby", { birth: { kind: "born", date: "2025-11-25" } });
    const four = await send("four", { birth: { kind: "born", date: "2021-11-25" } }, { audience: "public" });
    const guess = await send(
      "guess",
      { birth: { kind: "about", years: 12, words: "12" } },
      {},
      { channel: "police" },
    );
    await send("unborn", { birth: { kind: "unborn", dueDate: "2027-02-01" } }, { audience: "family" });
    await send(
      "nobody-knows",
      { birth: { kind: "about", years: null, words: "small" } },
      {},
      { channel: "phone" },
    );
    await openCase(kit.context, owner, { childId: guess.childIds[0] ?? "", saidBy: sam.id });
    await takeContact(kit.context, lee, { reference: baby.reference, reason: "" });
    await takeContact(kit.context, pat, { reference: four.reference, reason: "" });
  });
  after(async () => {
    await owner.end();
    await kit.close();
  });

  test("each choice leaves those that it names, and two leave what is in both", async () => {
    const table: [Partial<Narrowing>, string[]][] = [
      [{}, ["baby", "four", "guess", "nobody-knows", "unborn"]],
      [{ age: "baby" }, ["baby", "unborn"]],
      [{ age: "pre_school" }, ["four"]],
      [{ age: "primary" }, []],
      [{ age: "secondary" }, ["guess"]],
      [{ age: "not_known" }, ["nobody-knows"]],
      [{ source: "police" }, ["guess"]],
      [{ source: "phone" }, ["nobody-knows"]],
      [{ source: "professional" }, ["baby", "nobody-knows"]],
      [{ source: "public" }, ["four"]],
      [{ openCase: "yes" }, ["guess"]],
      [{ openCase: "no" }, ["baby", "four", "nobody-knows", "unborn"]],
      [{ holder: "nobody" }, ["guess", "nobody-knows", "unborn"]],
      [{ holder: "team" }, ["baby"]],
      [{ holder: "others" }, ["baby", "four"]],
      [{ holder: "me" }, []],
      [{ holder: "nobody", age: "baby" }, ["unborn"]],
    ];
    for (const [narrowing, names] of table)
      assert.deepEqual(await listed(narrowing), names, JSON.stringify(narrowing));
    assert.deepEqual(await listed({ holder: "me" }, pat), ["four"]);
  });

  test("a row keeps who sent it, the school and the district, and neither place where a family hides", async () => {
    assert.ok(sam);
    const more = async (name: string) => {
      const { rows } = await listTriage(kit.context, sam as StaffActor, { filter: "all", page: 1 });
      return rows.find(({ reference }) => called.get(reference) === name)?.more.map(({ text }) => text);
    };
    assert.deepEqual(await more("four"), [
      "A member of the public, by the online form",
      "Mill Road Primary",
      "AB1",
    ]);
    const safeContact = {
      ...{ detail: null, interpreter: null, communication: null },
      risks: ["address_secret" as const],
    };
    await send("hides", {}, { audience: "family", safeContact });
    const secret = "Not shown: where they are is secret";
    assert.deepEqual((await more("hides"))?.slice(1), [secret, secret]);
  });

  test("says how many came since, also one that was being kept while the list was made", async () => {
    assert.ok(sam && lee);
    const { watch } = await listTriage(kit.context, sam, { filter: "all", page: 1 });
    assert.equal(await countArrivals(kit.context, sam, watch), 0);
    // Its transaction began before the list was made and ended after it.
    await send("in-flight", {}, {}, { receivedAt: minutesOn(-0.02) });
    kit.at(minutesOn(1));
    await send("later", {});
    assert.equal(await countArrivals(kit.context, sam, watch), 2);
    await owner`update contact set cleared_only_since = now() where received_at = ${minutesOn(1)}`;
    assert.equal(await countArrivals(kit.context, sam, watch), 1);
  });

  test("asking by itself keeps nobody signed in", async () => {
    assert.ok(sam);
    kit.at(now);
    const { secret } = await startSession(kit.context, sam.id);
    for (const minutes of [5, 10, 14]) {
      kit.at(minutesOn(minutes));
      const session = await readSession(kit.context, secret, { quiet: true });
      assert.equal(session?.state, "open");
    }
    kit.at(minutesOn(16));
    assert.equal((await readSession(kit.context, secret, { quiet: true }))?.state, "locked");
  });

  test("say until when what a colour asks for is gathered, and are never quiet when that is late", async () => {
    kit.at(now);
    const { reference, id } = await send("amber", {});
    const gather = async () => {
      assert.ok(sam);
      const { rows } = await listTriage(kit.context, sam, { filter: "all", narrowing: takesAll, page: 1 });
      return rows.find((row) => row.reference === reference)?.gather;
    };
    assert.equal(await gather(), null, "nothing is gathered before it is rated");
    const rated = (code: string, at: Date) =>
      owner`update contact set rating = ${code}, rated_at = ${at} where id = ${id}`;
    await rated("A", now);
    assert.deepEqual((await gather())?.dueAt, minutesOn(360));
    await rated("R", minutesOn(-150));
    const late = await gather();
    assert.deepEqual([late?.left.tag, late?.left.words], ["Late", "Late by 30m"]);
    await rated("B", now);
    assert.equal(await gather(), null, "Blue gathers nothing");
    await owner`delete from clock where contact_id = ${id}`;
  });
});
