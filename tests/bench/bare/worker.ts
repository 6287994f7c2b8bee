import { createPostgresBackend, Queue, Worker, type Job } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { bareDatabase, replay } from "./replay.ts";
import type { BareWork } from "./start.ts";

/*
 * The bare worker: BullMQ and postgres.js. A job does the transactions that were recorded for it, and nothing else: no
 * outbox is watched, nothing is leased, checked or opened.
 *
 * worker.ts DATABASE_URL QUEUE_URL, then the recordings by job as the first message; each later message is a list of
 * jobs to do, which is answered with how many of them were done a second.
 */
const [databaseUrl = "", queueUrl = ""] = process.argv.slice(2);
const name = "bare";
/** As many jobs at once as the product's worker does of one queue. */
const concurrency = 5;

const sql = bareDatabase(databaseUrl, concurrency);
let recordings: BareWork = new Map();
const starts: number[] = [];

async function perform({ data }: Job<{ id: string }>): Promise<void> {
  starts.push(performance.now());
  for (const recording of recordings.get(data.id) ?? []) await replay(sql, recording);
}

function openQueue() {
  const options = { concurrency, autorun: false };
  if (queueUrl.startsWith("redis:")) {
    const connection = new Redis(queueUrl, { maxRetriesPerRequest: null });
    return {
      queue: new Queue(name, { connection }),
      worker: () => new Worker(name, perform, { ...options, connection }),
    };
  }
  const connection = new pg.Pool({ connectionString: queueUrl, max: 12, options: "-c search_path=bullmq" });
  connection.setMaxListeners(32);
  return {
    queue: new Queue(name, { connection }, createPostgresBackend),
    worker: () => new Worker(name, perform, { ...options, connection }, createPostgresBackend),
  };
}

const { queue, worker: openWorker } = openQueue();

/** The jobs are in the queue before the first of them begins. */
async function rateOf(ids: readonly string[]): Promise<number> {
  const opts = { attempts: 1, removeOnComplete: true, removeOnFail: true };
  await queue.addBulk(ids.map((id) => ({ name, data: { id }, opts })));
  starts.length = 0;
  const worker = openWorker();
  const all = new Promise<void>((resolve, reject) => {
    let done = 0;
    worker.on("completed", () => void ((done += 1) === ids.length && resolve()));
    worker.on("failed", (_job, error) => reject(error));
    worker.on("error", reject);
  });
  void worker.run();
  await all;
  await worker.close();
  return perSecond(starts);
}

const perSecond = (moments: readonly number[]) =>
  (moments.length - 1) / ((Math.max(...moments) - Math.min(...moments)) / 1_000);

process.once("message", (work: BareWork) => {
  recordings = work;
  void queue.waitUntilReady().then(() => {
    process.on("message", (ids: string[]) => void rateOf(ids).then((rate) => process.send?.(rate)));
    process.send?.("ready");
  });
});
process.once("disconnect", () => process.exit());
process.on("unhandledRejection", (error) => {
  console.error(error);
  process.exit(1);
});
