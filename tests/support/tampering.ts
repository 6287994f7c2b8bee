import { readFileSync, writeFileSync } from "node:fs";
import postgres from "postgres";
import { canonicalEvent } from "#db/chain";
import {
  chainKeys,
  chainRing,
  genesis,
  linkHash,
  linkMac,
  signHead,
  type AuditKeys,
} from "#services/audit/chain-keys";
import { chainKit, plantEvent, type ChainKit } from "./chain.ts";
import { sendContact } from "./contacts.ts";
import { temporaryPostgres } from "./servers.ts";

export type TamperKit = ChainKit & {
  /** Stops at nothing: triggers and foreign keys do not fire for it. */
  superuser: postgres.Sql;
  /** The file of published heads as it was left. */
  honestHeads: string;
  /** Puts tables and file back as they were left. */
  restore: () => Promise<void>;
  /** Runs statements as the owner of the tables, who first drops what is in the way. */
  asOwner: (...statements: postgres.PendingQuery<postgres.Row[]>[]) => Promise<void>;
  /** Makes hashes and signatures anew over the events as they are now. */
  rewrite: (auditKeys: AuditKeys) => Promise<void>;
  /** Makes the seals in the database anew over the links as they are now. */
  resign: (auditKeys: AuditKeys) => Promise<void>;
};

const tables = ["audit_event", "audit_link", "audit_seal"] as const;

/** A chain of 121 links on a server of its own, sealed three times, the last time at its end. */
export async function tamperKit(): Promise<TamperKit> {
  const server = await temporaryPostgres({ durable: false });
  const chain = await chainKit(server.ownerUrl);
  const { owner, headsFile } = chain;
  const superuser = postgres(server.superuserUrl(chain.kit.database.name), {
    max: 1,
    onnotice: () => undefined,
    connection: { session_replication_role: "replica" } as object,
  });
  await sendContact(chain.kit.context);
  for (let seal = 0; seal < 3; seal += 1) {
    for (let i = 0; i < 40; i += 1) await plantEvent(owner);
    await chain.sequencer.link();
    await chain.sequencer.seal();
  }
  for (const table of tables)
    await superuser`create table ${superuser(`honest_${table}`)} as table ${superuser(table)}`;
  const honestHeads = readFileSync(headsFile, "utf8");
  return {
    ...chain,
    superuser,
    honestHeads,
    async restore() {
      writeFileSync(headsFile, honestHeads);
      await superuser`truncate audit_event, audit_link, audit_seal`;
      for (const table of tables)
        await superuser`insert into ${superuser(table)} select * from ${superuser(`honest_${table}`)}`;
    },
    async asOwner(...statements) {
      for (const table of tables) await owner`alter table ${owner(table)} disable trigger user`;
      await owner`alter table audit_link drop constraint if exists audit_link_event_id_audit_event_id_fk`;
      for (const statement of statements) await statement;
      for (const table of tables) await owner`alter table ${owner(table)} enable trigger user`;
    },
    rewrite: (auditKeys) => rewrite(superuser, auditKeys),
    resign: (auditKeys) => resign(superuser, auditKeys),
    close: async () => {
      await superuser.end();
      await chain.close();
      await server.remove();
    },
  };
}

async function rewrite(superuser: postgres.Sql, { current, keys: all }: AuditKeys): Promise<void> {
  const keys = chainKeys(all.get(current) ?? Buffer.alloc(0));
  const rows = await superuser<{ id: string; content: string; linkedAt: Date }[]>`
    select event.id, ${canonicalEvent(superuser)} as content, link.linked_at as "linkedAt"
    from audit_link link join audit_event event on event.id = link.event_id order by link.position`;
  let hash: Buffer = genesis;
  for (const [at, { id, content, linkedAt }] of rows.entries()) {
    hash = linkHash(hash, content);
    const mac = linkMac(keys, { position: at + 1, eventId: id, hash, linkedAt });
    await superuser`update audit_link set hash = ${hash}, mac = ${mac}, position = ${at + 1} where event_id = ${id}`;
  }
}

async function resign(superuser: postgres.Sql, auditKeys: AuditKeys): Promise<void> {
  const seals = await superuser<{ position: string; hash: Buffer; sealedAt: Date }[]>`
    select seal.position, link.hash, seal.sealed_at as "sealedAt"
    from audit_seal seal join audit_link link on link.position = seal.position`;
  for (const { position, hash, sealedAt } of seals) {
    const { signature } = signHead(chainRing(auditKeys), { position: Number(position), hash }, sealedAt);
    await superuser`update audit_seal set hash = ${hash}, signature = ${signature} where position = ${position}`;
  }
}

/** A new value for each column of an event. */
export const alteredColumns = (
  sql: postgres.Sql,
): [column: string, value: postgres.PendingQuery<postgres.Row[]>][] => [
  ["at", sql`at - interval '1 second'`],
  ["kind", sql`'pathway.viewed'`],
  ["actor_kind", sql`'system'`],
  ["actor_id", sql`gen_random_uuid()`],
  ["session_id", sql`null`],
  ["process", sql`'somebody'`],
  ["contact_id", sql`gen_random_uuid()`],
  ["subject_id", sql`gen_random_uuid()`],
  ["facts", sql`facts || '{"page": "notes"}'`],
  ["recorded_at", sql`recorded_at + interval '1 microsecond'`],
];
