import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import type { AuditKeys } from "#services/audit/chain-keys";
import { openSequencer } from "#services/audit/sequencer";
import { plantMany } from "../../support/chain.ts";
import { testDatabase } from "../../support/database.ts";
import { temporaryFolder, temporaryPostgres, type TemporaryPostgres } from "../../support/servers.ts";
import type { Bench, Part } from "../support/bench.ts";
import { median } from "../support/measure.ts";
import { tamperings, type Tampering } from "../support/tamper.ts";

/** Events that are written between two looks of the sequencer: fewer milliseconds than it lies back in time. */
const atOnce = 50_000;
const timesVerified = 3;

type Trail = {
  server: TemporaryPostgres;
  name: string;
  urlOf: (login: "sequencer" | "verify", database: string) => string;
  auditKeys: AuditKeys;
  folder: string;
  headsFile: string;
  events: number;
};

/** A long audit trail, chained by the sequencer, verified by the command, and then falsified in every way. */
export const auditPart: Part = {
  name: "audit",
  about:
    "npm run audit:verify on many events, and on what somebody did to them; --events 1000000 unless told otherwise",
  onlyByName: true,
  run: async (bench) => {
    // How fast commits reach the disk is no part of this.
    const server = await temporaryPostgres({ durable: false });
    const folder = temporaryFolder("bench-audit");
    try {
      const trail = await chained(bench, server, folder);
      await verifyOften(bench, trail);
      await findEach(bench, trail);
    } finally {
      await server.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function chained({ events, figure }: Bench, server: TemporaryPostgres, folder: string): Promise<Trail> {
  const database = await testDatabase(server.ownerUrl);
  const [auditKeys, headsFile] = [newKeys(), join(folder, "heads.jsonl")];
  const owner = postgres(database.owner, { max: 1, onnotice: () => undefined });
  const sequencer = openSequencer({ url: database.sequencer, auditKeys, headsFile, now: () => new Date() });
  let linking = 0;
  try {
    const chunks = Math.ceil(events / atOnce);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      await plantMany(owner, Math.min(atOnce, events - chunk * atOnce), chunks - chunk);
      const began = performance.now();
      await sequencer.link();
      linking += performance.now() - began;
      await sequencer.seal();
    }
    // As autovacuum does in the years that this took.
    await owner`vacuum analyze`;
    figure("linked by the sequencer", `${rate(events, linking / 1_000)} a second`);
  } finally {
    // Nobody may be connected to what is copied.
    await Promise.all([sequencer.close(), owner.end()]);
  }
  const urlOf = (login: "sequencer" | "verify", name: string) => {
    const url = new URL(database[login]);
    url.pathname = `/${name}`;
    return url.href;
  };
  return { server, name: database.name, urlOf, auditKeys, folder, headsFile, events };
}

const newKeys = (): AuditKeys => ({ current: 1, keys: new Map([[1, randomBytes(32)]]) });

const rate = (events: number, seconds: number) => (events / seconds).toFixed(0);

async function verifyOften({ figure, events }: Bench, trail: Trail): Promise<void> {
  const rates: number[] = [];
  for (let n = 0; n < timesVerified; n += 1) {
    const { code, said } = await verify(trail, trail.name);
    const [, links, read] = /^(\d+) events in the chain, read in [\d.]+ s: (\d+) a second/m.exec(said) ?? [];
    if (code !== 0 || Number(links) !== events)
      throw new Error(`an honest trail was not found whole:\n${said}`);
    rates.push(Number(read));
  }
  figure(
    `verified ${events} events`,
    `${median(rates).toFixed(0)} a second (${rates.join(", ")})`,
    "at least 50000 a second",
  );
}

async function findEach({ figure, say, events }: Bench, trail: Trail): Promise<void> {
  let found = 0;
  for (const tampering of tamperings) {
    const copy = `${trail.name}_copy`;
    await copyOf(trail, copy);
    await tamperWith(trail, copy, tampering);
    const { code, said } = await verify(trail, copy);
    const what = [...said.matchAll(/^ {2}\d+ × .+$/gm)].map(([line]) => line.trim());
    if (code === 1) found += 1;
    say(`${tampering.what}: ${what.join("; ") || said}`);
  }
  figure(
    `falsified ${tamperings.length} times among ${events}, found`,
    `${found} / ${tamperings.length}`,
    "all",
  );
}

async function copyOf({ server, name }: Trail, copy: string): Promise<void> {
  const sql = postgres(server.superuserUrl("postgres"), { max: 1, onnotice: () => undefined });
  try {
    await sql`drop database if exists ${sql(copy)} with (force)`;
    // Its owner's right to the tables is what foreign keys are checked with.
    const owner = new URL(server.ownerUrl).username;
    await sql`create database ${sql(copy)} owner ${sql(owner)} template ${sql(name)} strategy file_copy`;
  } finally {
    await sql.end();
  }
}

async function tamperWith(trail: Trail, copy: string, { how, thenRewrite }: Tampering): Promise<void> {
  const superuser = postgres(trail.server.superuserUrl(copy), {
    max: 1,
    onnotice: () => undefined,
    connection: { session_replication_role: "replica" } as object,
  });
  try {
    await how(superuser, trail);
    if (thenRewrite === undefined) return;
    await superuser`truncate audit_link, audit_seal`;
    const auditKeys = thenRewrite === "with the key" ? trail.auditKeys : newKeys();
    const headsFile = join(trail.folder, `${thenRewrite}.jsonl`);
    const url = trail.urlOf("sequencer", copy);
    const sequencer = openSequencer({ url, auditKeys, headsFile, now: () => new Date() });
    await sequencer.link();
    await sequencer.seal();
    await sequencer.close();
  } finally {
    await superuser.end();
  }
}

const run = promisify(execFile);

/** The command as an operator runs it, with the heads that were published. */
async function verify(trail: Trail, name: string): Promise<{ code: number; said: string }> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: process.env["PATH"],
    DATABASE_VERIFY_URL: trail.urlOf("verify", name),
    AUDIT_KEY: trail.auditKeys.keys.get(1)?.toString("base64"),
    AUDIT_HEADS_FILE: trail.headsFile,
  };
  const args = ["--conditions=source", "--import", "tsx", "scripts/audit-verify.ts"];
  try {
    return { code: 0, said: (await run(process.execPath, args, { env })).stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}
