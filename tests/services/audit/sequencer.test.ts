import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import postgres from "postgres";
import { alongIndexes, canonicalEvent } from "#db/chain";
import type { StaffActor } from "#domain/actor";
import { chainKeys, linkMac } from "#services/audit/chain-keys";
import { readDuty } from "#services/duty/read-duty";
import { waitFor } from "../../../scripts/processes.mjs";
import { chainKit, plantEvent, plantMany, type ChainKit } from "../../support/chain.ts";
import { sendContact } from "../../support/contacts.ts";
import { addStaff } from "../../support/staff.ts";

let chain: ChainKit;
before(async () => {
  chain = await chainKit();
});
after(() => chain.close());

/** A session as the sequencer has it. */
const sequencerLogin = ({ kit }: ChainKit) =>
  postgres(kit.database.sequencer, { max: 1, onnotice: () => undefined, connection: alongIndexes as object });

type LinkRow = { position: string; event_id: string; hash: Buffer; mac: Buffer; linked_at: Date };
const links = () => chain.owner<LinkRow[]>`select * from audit_link order by position`;
const linkOf = async (id: string) =>
  Number((await chain.owner`select position from audit_link where event_id = ${id}`)[0]?.["position"] ?? 0);

describe("the canonical text of an event", () => {
  test("is this, on every PostgreSQL and whatever the session is set to", async () => {
    const id = "0190d3f0-0000-7000-8000-000000000001";
    const sql = postgres(chain.kit.database.owner, {
      max: 1,
      onnotice: () => undefined,
      connection: { timezone: "Asia/Tokyo", datestyle: "German", extra_float_digits: -5 } as object,
    });
    const text = await sql
      .begin(async (tx) => {
        await tx`
          insert into audit_event (id, at, kind, actor_kind, actor_id, facts, recorded_at)
          values (${id}, '2026-03-29T00:59:59.9Z', 'contact.viewed', 'staff', ${id},
            '{"page":"é \\"quoted\\" \\u2028","b":[1.50,true,null],"a":{}}', '2026-11-01T12:00:00.000001Z')`;
        const [row] = await tx<{ content: string }[]>`
          select ${canonicalEvent(tx)} as content from audit_event event where id = ${id}`;
        await tx`set constraints all immediate`;
        throw Object.assign(new Error("put back"), { content: row?.content });
      })
      .catch((error: unknown) => (error as { content?: string }).content);
    await sql.end();
    assert.equal(
      text,
      `[1, "${id}", "2026-03-29T00:59:59.9", "contact.viewed", "staff", "${id}", null, null, null, null, ` +
        `{"a": {}, "b": [1.50, true, null], "page": "é \\"quoted\\" \u2028"}, "2026-11-01T12:00:00.000001"]`,
    );
  });
});

describe("the sequencer", () => {
  test("gives every event its place, without a gap, each hash over its event and the hash before", async () => {
    await sendContact(chain.kit.context);
    for (let i = 0; i < 5; i += 1) await plantEvent(chain.owner);
    const linked = await chain.sequencer.link();
    assert.ok(linked >= 6);
    assert.equal(await chain.sequencer.link(), 0, "a second look links nothing again");

    const keys = chainKeys(chain.auditKeys.keys.get(1) ?? Buffer.alloc(0));
    let before = Buffer.alloc(32);
    const rows = await links();
    assert.equal(rows.length, linked);
    for (const [at, row] of rows.entries()) {
      assert.equal(Number(row.position), at + 1);
      const [event] = await chain.owner<{ content: string }[]>`
        select ${canonicalEvent(chain.owner)} as content from audit_event event where id = ${row.event_id}`;
      before = createHash("sha256")
        .update(before)
        .update(event?.content ?? "")
        .digest();
      assert.deepEqual(row.hash, before);
      const link = { position: at + 1, eventId: row.event_id, hash: row.hash, linkedAt: row.linked_at };
      assert.deepEqual(row.mac, linkMac(keys, link));
    }
  });

  test("does not pass over a transaction that commits after later ones", async () => {
    const held = await chain.owner.reserve();
    await held`begin`;
    const late = await plantEvent(held);
    const early = await plantEvent(chain.owner);
    await chain.sequencer.link();
    assert.equal(await linkOf(late), 0, "nobody can see it yet");
    assert.ok((await linkOf(early)) > 0);
    await held`commit`;
    held.release();
    await chain.sequencer.link();
    assert.ok((await linkOf(late)) > (await linkOf(early)));
  });

  test("finds an event older than any look back by its sweep", async () => {
    await chain.sequencer.link();
    const old = await plantEvent(chain.owner, { minutesAgo: 3 * 24 * 60 });
    assert.ok(await waitFor(async () => (await chain.sequencer.link()) > 0, 15_000, 50));
    assert.ok((await linkOf(old)) > 0);
  });

  test("runs once however many workers there are, and another takes over when its connection dies", async () => {
    await plantMany(chain.owner, 6_000);
    const everybody = [chain.sequencer, ...Array.from({ length: 3 }, chain.anotherSequencer)];
    await Promise.all(everybody.map((one) => one.link()));
    await plantEvent(chain.owner);
    const counts = await Promise.all(everybody.map((one) => one.link()));
    assert.deepEqual(
      counts.filter((count) => count > 0),
      [1],
    );

    const killer = sequencerLogin(chain);
    await killer`
      select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())`;
    await killer.end();
    const next = await plantEvent(chain.owner);
    const took = async () => {
      await Promise.allSettled(everybody.map((one) => one.link()));
      return (await linkOf(next)) > 0;
    };
    assert.ok(await waitFor(took, 10_000, 50));
    // The one that leads now is the one that the next tests use.
    await Promise.all(everybody.map((one) => one.close()));
    chain.sequencer = chain.anotherSequencer();
    const rows = await links();
    assert.deepEqual(
      rows.filter(({ position }, at) => Number(position) !== at + 1),
      [],
    );
  });

  test("may not change, take away or add anything else", async () => {
    const sql = sequencerLogin(chain);
    for (const statement of [
      sql`update audit_link set position = -position`,
      sql`delete from audit_link`,
      sql`truncate audit_link`,
      sql`update audit_seal set position = 0`,
      sql`delete from audit_event`,
      sql`insert into audit_event select * from audit_event`,
      sql`select * from contact`,
    ])
      await assert.rejects(statement, { code: "42501" });
    await sql.end();
  });
});

test("a look touches the newest events alone, however many there are and before anybody counted them", async () => {
  const other = await chainKit();
  try {
    await plantMany(other.owner, 30_000, 60);
    assert.equal(await other.sequencer.link(), 30_000);
    const sql = sequencerLogin(other);
    const [plan] = await sql<{ "QUERY PLAN": [{ Plan: PlanNode }] }[]>`
      explain (analyze, format json)
      select event.id from audit_event event
      where event.id > audit_chain_frontier('2 minutes'::interval)
        and not exists (select from audit_link link where link.event_id = event.id)
      order by event.id limit 2000`;
    await sql.end();
    const nodes = flatten(plan?.["QUERY PLAN"][0].Plan);
    assert.deepEqual(
      nodes.map((node) => node["Node Type"]).filter((type) => /Seq Scan|Sort|Hash|Merge|Bitmap/.test(type)),
      [],
    );
    const touched = nodes.reduce((sum, node) => sum + node["Actual Rows"] * node["Actual Loops"], 0);
    assert.ok(touched < 10, `${touched} rows were touched to find that nothing is new`);
  } finally {
    await other.close();
  }
});

type PlanNode = { "Node Type": string; "Actual Rows": number; "Actual Loops": number; Plans?: PlanNode[] };
const flatten = (node: PlanNode | undefined): PlanNode[] =>
  node === undefined ? [] : [node, ...(node.Plans ?? []).flatMap(flatten)];

describe("when nobody chains", () => {
  test("the duty screen says so after a minute, contacts are taken, and linking ends the alarm", async () => {
    const { context } = chain.kit;
    const manager = await addStaff(context, ["manager"]);
    const alarmed = () => alarm(chain, manager, "audit_unlinked");
    await chain.sequencer.link();
    assert.equal(await alarmed(), null);
    await plantEvent(chain.owner, { minutesAgo: 0.5 });
    assert.equal(await alarmed(), null, "a sequencer that is a little behind is no alarm");
    await plantEvent(chain.owner, { minutesAgo: 1.5 });
    const since = await alarmed();
    assert.ok(since !== null && Math.abs(Date.now() - 90_000 - since.getTime()) < 30_000);
    await sendContact(context);
    await chain.sequencer.link();
    assert.equal(await alarmed(), null);
  });

  test("the duty screen says so too when links are made and no head is published for half an hour", async () => {
    const manager = await addStaff(chain.kit.context, ["manager"]);
    await chain.sequencer.link();
    await chain.sequencer.seal();
    assert.equal(await alarm(chain, manager, "audit_unsealed"), null);
    const id = await plantEvent(chain.owner);
    await chain.owner`
      insert into audit_link (position, event_id, hash, mac, linked_at)
      select max(position) + 1, ${id}, sha256('x'), '', clock_timestamp() - interval '31 minutes' from audit_link`;
    assert.ok(await alarm(chain, manager, "audit_unsealed"));
    await chain.sequencer.seal();
    assert.equal(await alarm(chain, manager, "audit_unsealed"), null);
  });
});

/** Since when the duty screen shows an alarm of this kind. */
async function alarm({ kit }: ChainKit, manager: StaffActor, kind: string): Promise<Date | null> {
  const { alarms } = await readDuty(kit.context, manager);
  return alarms.find((one) => one.kind === kind)?.oldest ?? null;
}
