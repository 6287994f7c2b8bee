import { createPostgresBackend, Queue, Worker } from "bullmq";
import pg from "pg";
import type { Backend } from "./backend.ts";

/** Each worker keeps one connection for LISTEN; the rest serve all queues and workers of this process. */
const connections = 12;

/**
 * BullMQ in schema "bullmq" of our own database, under a login that sees nothing else. One pool for everything: with
 * their own pools four queues and four workers would open several times as many connections.
 */
export function postgresBackend(url: string): Backend {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "front-door-queue",
    max: connections,
    options: "-c search_path=bullmq",
    // Without these an add waits as long as the server is frozen.
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
    statement_timeout: 5_000,
    keepAlive: true,
  });
  // Every queue and worker listens for this pool's errors, and so do we: an idle connection that breaks is no crash.
  pool.setMaxListeners(32);
  pool.on("error", () => undefined);
  return {
    kind: "postgres",
    reachable: () => true,
    check: async () => void (await pool.query("select 1")),
    openQueue: (name) => new Queue(name, { connection: pool }, createPostgresBackend),
    openWorker: (name, process, options) =>
      new Worker(name, process, { ...options, connection: pool }, createPostgresBackend),
    close: () => pool.end(),
  };
}
