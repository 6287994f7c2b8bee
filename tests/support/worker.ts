import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "#services/context";
import { pace, startWorker, type Pace, type RunningWorker, type WorkerParts } from "#workers/start-worker";
import { waitFor } from "../../scripts/processes.mjs";
import type { TestContext } from "./context.ts";
import { temporaryRedis, type TemporaryRedis } from "./servers.ts";

/** The backends that this run tests: the one of QUEUE_BACKEND, as `npm test` sets it, or both. */
export const queueBackends: readonly ("postgres" | "redis")[] = (() => {
  const chosen = process.env["QUEUE_BACKEND"];
  return chosen === "postgres" || chosen === "redis" ? [chosen] : ["postgres", "redis"];
})();

export type QueueServer = {
  parts: (kit: TestContext) => WorkerParts;
  redis: TemporaryRedis | null;
  remove: () => Promise<void>;
};

/** Where the jobs of one test go: the test database itself, or a Redis of its own. */
export async function queueServer(backend: "postgres" | "redis"): Promise<QueueServer> {
  const redis = backend === "redis" ? await temporaryRedis() : null;
  return {
    parts: ({ database: { app, queue } }) =>
      redis ? { database: { app }, redisUrl: redis.url } : { database: { app, queue } },
    redis,
    remove: async () => redis?.remove(),
  };
}

/** As fast as a test wants to be; what is long in production is shorter here, and in the same proportions. */
export const quickPace: Pace = {
  ...pace,
  relay: { ...pace.relay, leaseSeconds: 2 },
  stalls: { lockMs: 2_000, checkMs: 1_000 },
  scheduleMs: 3_600_000,
};

/** A worker in this process, on the context of a test. It fails the test if it wants its supervisor. */
export async function workerHere(
  context: Context,
  parts: WorkerParts,
  at: Pace = quickPace,
): Promise<RunningWorker & { fatal: string[] }> {
  const fatal: string[] = [];
  const worker = await startWorker(parts, context, (why) => void fatal.push(why), { at });
  return { ...worker, fatal };
}

export const quickWorker = fileURLToPath(new URL("quick-worker.ts", import.meta.url));

export type WorkerProcess = {
  child: ChildProcess;
  /** Everything that it logged so far. */
  log: () => string;
  ready: () => Promise<void>;
  /** Sends the signal and waits for the end; the exit code, or the signal that ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | string | null>;
};

/**
 * A worker as production starts it, from its source.
 * @param entry quickWorker for one that is to be killed: the next one finds what it left in less time
 */
export function workerProcess(
  kit: Pick<TestContext, "database" | "context">,
  parts: WorkerParts,
  env: Record<string, string> = {},
  entry = fileURLToPath(new URL("../../workers/index.ts", import.meta.url)),
): WorkerProcess {
  const { wrapping, lookup } = kit.context.keys;
  const versions = (keys: ReadonlyMap<number, Buffer>) =>
    [...keys].map(([version, key]) => `${version}:${key.toString("base64")}`).join(",");
  const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", entry], {
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: parts.database.app,
      DATABASE_SEQUENCER_URL: kit.database.sequencer,
      ...(parts.redisUrl ? { REDIS_URL: parts.redisUrl } : { DATABASE_QUEUE_URL: parts.database.queue }),
      SEAL_KEYS: versions(wrapping),
      LOOKUP_KEY: versions(lookup.keys),
      AUDIT_KEY: Buffer.alloc(32, "audit key of a test").toString("base64"),
      DATA_DIR: "/nonexistent",
      AUDIT_HEADS_FILE: join(tmpdir(), "front-door-test-heads", `${kit.database.name}.jsonl`),
      ...env,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let logged = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (data: Buffer) => (logged += data.toString()));
  return {
    child,
    log: () => logged,
    ready: async () => {
      const up = await waitFor(() => logged.includes('"msg":"ready"') || child.exitCode !== null, 20_000, 20);
      if (!up || child.exitCode !== null) throw new Error(`the worker did not start:\n${logged}`);
    },
    end: async (signal) => {
      if (child.exitCode !== null) return child.exitCode;
      if (child.signalCode !== null) return child.signalCode;
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
      return child.exitCode ?? child.signalCode;
    },
  };
}
