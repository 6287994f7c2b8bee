import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { AuditKeys } from "#services/audit/chain-keys";
import { openSequencer, type Sequencer } from "#services/audit/sequencer";
import { newId } from "#services/new-id";
import { testContext, type TestContext } from "./context.ts";

export type ChainKit = {
  kit: TestContext;
  owner: postgres.Sql;
  auditKeys: AuditKeys;
  headsFile: string;
  sequencer: Sequencer;
  /** One more worker's, with the same keys unless others are given. */
  anotherSequencer: (having?: AuditKeys) => Sequencer;
  close: () => Promise<void>;
};

/** A database with a sequencer of its own, and the owner's login to plant what nobody else could. */
export async function chainKit(server?: string): Promise<ChainKit> {
  const kit = await testContext(server);
  const auditKeys = { current: 1, keys: new Map([[1, randomBytes(32)]]) };
  const folder = mkdtempSync(join(tmpdir(), "front-door-heads-"));
  const headsFile = join(folder, "published", "heads.jsonl");
  const owner = postgres(kit.database.owner, { max: 4, onnotice: () => undefined });
  const opened: Sequencer[] = [];
  const anotherSequencer = (having: AuditKeys = auditKeys) => {
    const one = openSequencer({
      url: kit.database.sequencer,
      auditKeys: having,
      headsFile,
      now: () => new Date(),
    });
    opened.push(one);
    return one;
  };
  return {
    kit,
    owner,
    auditKeys,
    headsFile,
    sequencer: anotherSequencer(),
    anotherSequencer,
    close: async () => {
      await Promise.all([...opened.map((one) => one.close()), owner.end()]);
      await kit.close();
      rmSync(folder, { recursive: true });
    },
  };
}

type Planted = { id: string; actorId: string; minutesAgo: number };

/** One event as the application writes it: somebody read a contact's page. */
export async function plantEvent(sql: postgres.ISql, of: Partial<Planted> = {}): Promise<string> {
  const { minutesAgo = 0, id = newId(Date.now() - minutesAgo * 60_000), actorId = newId() } = of;
  await sql`
    insert into audit_event (id, at, kind, actor_kind, actor_id, session_id, contact_id, facts, recorded_at)
    values (${id}, now(), 'contact.viewed', 'staff', ${actorId}, ${newId()}, ${newId()}, '{"page": "summary"}',
      clock_timestamp() - ${minutesAgo} * interval '1 minute')`;
  return id;
}

/** Many events in one statement, a millisecond apart, the last of them so long ago: for tests of plans and speed. */
export async function plantMany(owner: postgres.Sql, count: number, minutesAgo = 0): Promise<void> {
  await owner`
    insert into audit_event (id, at, kind, actor_kind, actor_id, session_id, process, contact_id, subject_id, facts, recorded_at)
    select (left(ms, 8) || '-' || right(ms, 4) || '-7' || substr(md5(n::text), 1, 3) || '-8' || substr(md5(n::text), 4, 3) || '-' || substr(md5(n::text), 7, 12))::uuid,
      moment, kind, 'staff', md5((n % 300)::text)::uuid, md5((n % 900)::text)::uuid, null, md5((n % 20000)::text)::uuid, null,
      case kind when 'list.viewed' then jsonb_build_object('list', 'triage', 'resultIds',
          array(select md5((n % 20000 + k)::text)::uuid from generate_series(1, 10) k))
        else jsonb_build_object('page', 'summary') end,
      moment + interval '3 milliseconds'
    from generate_series(1, ${count}::int) n
      cross join lateral (select clock_timestamp() - (${count} - n) * interval '1 millisecond' - ${minutesAgo} * interval '1 minute' as moment) t
      cross join lateral (select lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') as ms) i
      cross join lateral (select case n % 10 when 0 then 'list.viewed' else 'contact.viewed' end as kind) k`;
}
