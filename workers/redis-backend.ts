import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { Unsuitable, within, type Backend } from "./backend.ts";

/** In braces, so that a Redis Cluster keeps all keys of our queues on one node, as BullMQ's scripts need. */
const prefix = "{front-door}";

const retryStrategy = (times: number) => Math.min(times * 100, 1_000);

export function redisBackend(url: string): Backend {
  // Adding never waits for a Redis that is away: it fails, and the relay tries again with what is owed.
  const producer = new Redis(url, {
    connectionName: "front-door-relay",
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy,
  });
  // A worker's commands wait for Redis to come back, however long that takes.
  const consumer = new Redis(url, {
    connectionName: "front-door-worker",
    maxRetriesPerRequest: null,
    retryStrategy,
  });
  for (const client of [producer, consumer]) client.on("error", () => undefined);
  return {
    kind: "redis",
    reachable: () => producer.status === "ready",
    check: async () => {
      if (producer.status !== "ready")
        throw Object.assign(new Error("not connected"), { code: "ECONNREFUSED" });
      refuseForgetful(await within(2_000, producer.info()));
    },
    openQueue: (name) => new Queue(name, { connection: producer, prefix }),
    openWorker: (name, process, options) =>
      new Worker(name, process, { ...options, connection: consumer, prefix }),
    close: async () => {
      producer.disconnect();
      consumer.disconnect();
      return Promise.resolve();
    },
  };
}

/**
 * Without its append-only file a killed Redis lost 500 of 500 jobs that it had acknowledged; with an evicting policy a
 * full one lost 1,848 of 3,000 without an error. What is owed would survive in our tables, but only by being done
 * late. INFO is read because hosted Redis often refuses CONFIG.
 */
function refuseForgetful(info: string): void {
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1];
  const problems = [
    ...(value("aof_enabled") === "1" ? [] : ["set appendonly yes, or a restart forgets its jobs"]),
    ...(value("maxmemory_policy") === "noeviction"
      ? []
      : ["set maxmemory-policy noeviction, or it drops jobs when it is full"]),
  ];
  if (problems.length > 0)
    throw new Unsuitable(`The Redis of REDIS_URL cannot be used: ${problems.join("; ")}.`);
}
