import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "#db/migrate";
import type { MadeLogins } from "#db/roles";
import type { AuditKeys } from "#services/audit/chain-keys";
import { composeContext } from "#services/compose";
import type { Context } from "#services/context";
import { seedPeople } from "#services/demo/seed-demo";
import { buildIfNeeded } from "../../../scripts/build.mjs";
import { anyFreePort } from "../../../scripts/ports.mjs";
import { waitFor } from "../../../scripts/processes.mjs";
import {
  temporaryFolder,
  temporaryPostgres,
  temporaryRedis,
  type TemporaryPostgres,
  type TemporaryRedis,
} from "../../support/servers.ts";
import { keep, type Kept } from "./keeper.ts";
import { catchMail, type MailCatcher } from "./mail-catcher.ts";
import { newTraffic, type Traffic } from "./traffic.ts";

export type Backend = "postgres" | "redis";

/** The whole service as real processes on servers of its own, with commits that really reach the disk. */
export type System = {
  origin: string;
  folder: string;
  backend: Backend;
  logins: MadeLogins;
  postgres: TemporaryPostgres;
  redis: TemporaryRedis | null;
  mail: MailCatcher;
  web: Kept;
  worker: Kept;
  traffic: Traffic;
  /** The key of every form that was sent. */
  sentKeys: Set<string>;
  auditKeys: AuditKeys;
  /** Where the worker publishes the heads of the audit chain. */
  headsFile: string;
  /** Services in this process, on the same database and keys. */
  context: Context;
  isReady: () => Promise<boolean>;
  /** One more web process on the same database, with arguments of its own for node. */
  anotherWeb: (nodeArgs: readonly string[]) => Promise<{ origin: string; stop: () => Promise<void> }>;
  /** Ends everything; the folder of logs stays when asked. */
  stop: (options?: { keepFolder: boolean }) => Promise<void>;
};

const key = () => randomBytes(32).toString("base64");

/** @param say progress, for the person who waits */
export async function startSystem(
  backend: Backend,
  say: (line: string) => void = () => undefined,
): Promise<System> {
  await buildIfNeeded(say);
  const folder = temporaryFolder("assurance");
  const dataDir = join(folder, "data");
  mkdirSync(dataDir, { mode: 0o711 });
  const [postgres, redis, mail, port] = await Promise.all([
    temporaryPostgres({ settings: { max_connections: 150 } }),
    backend === "redis" ? temporaryRedis() : null,
    catchMail(),
    anyFreePort(),
  ]);
  const redisUrl = redis?.url;
  const logins = await migrate({
    ownerUrl: postgres.ownerUrl,
    dataDir,
    mode: "demo",
    ...(redisUrl ? { redisUrl } : {}),
  });
  const [sealKey, lookupKey, auditKey] = [key(), key(), key()];
  const headsFile = join(dataDir, "audit", "heads.jsonl");
  const origin = `http://127.0.0.1:${port}`;
  const common = {
    PATH: process.env["PATH"],
    TZ: "UTC",
    DEMO: "1",
    // As `npm start` and the image set it: without it React checks for developers and takes longer.
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    ORIGIN: origin,
    DATA_DIR: dataDir,
    DATABASE_URL: logins.app,
    SEAL_KEYS: `1:${sealKey}`,
    LOOKUP_KEY: lookupKey,
    AUDIT_KEY: auditKey,
    AUDIT_HEADS_FILE: headsFile,
    // The kills wait for the line that says a worker is at work.
    LOG_LEVEL: "info",
  };
  const forWorker = {
    ...common,
    DATABASE_SEQUENCER_URL: logins.sequencer,
    SMTP_URL: mail.url,
    ...(redisUrl ? { REDIS_URL: redisUrl } : { DATABASE_QUEUE_URL: logins.queue }),
  };
  const { context, close } = composeContext(
    {
      database: { app: logins.app },
      sealKeys: { keys: new Map([[1, Buffer.from(sealKey, "base64")]]) },
      lookupKeys: { current: 1, keys: new Map([[1, Buffer.from(lookupKey, "base64")]]) },
      origin,
      demo: true,
      logLevel: "silent",
    },
    "assurance",
    20,
  );
  await seedPeople(context);
  const web = keep(["build/server.js"], common, join(folder, "web.log"));
  const worker = keep(["build/workers/index.js"], forWorker, join(folder, "worker.log"));
  const answers = async (at: string) => {
    try {
      return (await fetch(`${at}/health/ready`, { signal: AbortSignal.timeout(2_000) })).status === 200;
    } catch {
      return false;
    }
  };
  const isReady = () => answers(origin);
  const anotherWeb = async (nodeArgs: readonly string[]) => {
    const otherPort = await anyFreePort();
    const other = `http://127.0.0.1:${otherPort}`;
    const env = { ...common, PORT: String(otherPort), ORIGIN: other };
    const { stop } = keep([...nodeArgs, "build/server.js"], env, join(folder, `web-${otherPort}.log`));
    if (await waitFor(() => answers(other), 60_000, 100)) return { origin: other, stop };
    await stop();
    throw new Error("the other web process did not become ready");
  };
  const system: System = {
    ...{ origin, folder, backend, logins, postgres, redis, mail, web, worker, context, isReady, headsFile },
    anotherWeb,
    auditKeys: { current: 1, keys: new Map([[1, Buffer.from(auditKey, "base64")]]) },
    traffic: newTraffic(),
    sentKeys: new Set(),
    stop: async ({ keepFolder } = { keepFolder: false }) => {
      await Promise.all([web.stop(), worker.stop()]);
      await close();
      await Promise.all([mail.close(), redis?.remove(), postgres.remove()]);
      if (!keepFolder) rmSync(folder, { recursive: true, force: true });
    },
  };
  if (await waitFor(isReady, 60_000, 100)) return system;
  await system.stop();
  throw new Error("the service did not become ready");
}
