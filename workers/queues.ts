import { randomUUID } from "node:crypto";
import type { Processor, WorkerOptions } from "bullmq";
import type { Logger } from "pino";
import { queueNames, type JobKind, type QueueName } from "#domain/jobs";
import {
  codeOf,
  within,
  type Backend,
  type Payload,
  type QueueHandle,
  type WorkerHandle,
} from "./backend.ts";

/** The four queues of this process, and the workers that empty them. */
export type Queues = {
  /** How many more jobs the queue should be given now. @throws when it cannot be reached */
  room: (queue: QueueName) => Promise<number>;
  add: (queue: QueueName, jobs: readonly { id: string; kind: JobKind }[]) => Promise<void>;
  /** Starts the workers, and resolves when each of them can take a job. */
  work: (processorOf: (queue: QueueName) => Processor<Payload, void>) => Promise<void>;
  /** Lets running jobs finish for as long as given, then leaves them to whoever finds their locks expired. */
  close: (patienceMs: number) => Promise<void>;
};

/**
 * Jobs at once in one process, and how many may wait in the queue before the relay keeps the rest in the outbox. What
 * waits there longer than its lease is put in again, so the depth stays at what is done within a lease.
 */
const shape: Record<QueueName, { atOnce: number; depth: number }> = {
  intake: { atOnce: 5, depth: 400 },
  routing: { atOnce: 5, depth: 400 },
  mail: { atOnce: 5, depth: 50 },
  housekeeping: { atOnce: 2, depth: 20 },
};

export type StallPace = { lockMs: number; checkMs: number };

/**
 * A worker that is killed loses its lock after 5 s and the next check, at most 2.5 s later, gives the job to another.
 * With BullMQ's own 30 s and 30 s that took a minute.
 */
export const stallPace: StallPace = { lockMs: 5_000, checkMs: 2_500 };

const workerGuards = {
  // BullMQ's default of one stall would fail a job for good at the second crash, whatever its attempts say.
  maxStalledCount: 10,
  // BullMQ waits this long after a lost connection before it asks for jobs again; its default is 15 s.
  runRetryDelay: 1_000,
} satisfies Partial<WorkerOptions>;

/** The outbox decides what is tried again and keeps what happened, so BullMQ tries once and keeps nothing. */
const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

const addPatienceMs = 2_000;

/**
 * Opens the queues. The backend must have answered `check()` just before: with PostgreSQL away, a queue of BullMQ's
 * keeps its failed start for ever, so on any failure here the whole process is thrown away.
 */
export async function openQueues(
  backend: Backend,
  log: Logger,
  stalls: StallPace = stallPace,
): Promise<Queues> {
  const complain = complainer(log);
  const queues = new Map<QueueName, QueueHandle>(queueNames.map((name) => [name, backend.openQueue(name)]));
  for (const [name, queue] of queues) queue.on("error", complain(name));
  await within(10_000, Promise.all([...queues.values()].map((queue) => queue.waitUntilReady())));
  const workers: WorkerHandle[] = [];

  const queueNamed = (name: QueueName): QueueHandle => {
    const queue = queues.get(name);
    if (!queue) throw new Error(`no queue is called ${name}`);
    if (!backend.reachable()) throw Object.assign(new Error("not connected"), { code: "ECONNREFUSED" });
    return queue;
  };

  return {
    async room(name) {
      return shape[name].depth - (await within(addPatienceMs, queueNamed(name).getWaitingCount()));
    },
    async add(name, jobs) {
      // A fresh id each time: BullMQ forgets an id when its job is done, so it says nothing about what happened.
      const doorbells = jobs.map(({ id, kind }) => ({
        name: kind,
        data: { outboxId: id },
        opts: { ...jobOptions, jobId: randomUUID() },
      }));
      const queue = queueNamed(name);
      const [only, ...others] = doorbells;
      if (!only) return;
      // Many at once go through temporary tables on PostgreSQL, which is dear for one.
      const adding =
        others.length > 0 ? queue.addBulk(doorbells) : queue.add(only.name, only.data, only.opts);
      await within(addPatienceMs, adding);
    },
    async work(processorOf) {
      for (const name of queueNames) {
        const options = {
          ...workerGuards,
          lockDuration: stalls.lockMs,
          stalledInterval: stalls.checkMs,
          concurrency: shape[name].atOnce,
        };
        const worker = backend.openWorker(name, processorOf(name), options);
        worker.on("error", complain(name));
        workers.push(worker);
      }
      await within(10_000, Promise.all(workers.map((worker) => worker.waitUntilReady())));
    },
    async close(patienceMs) {
      const drained = Promise.all(workers.map((worker) => worker.close()));
      await within(patienceMs, drained).catch((error: unknown) => {
        log.warn({ problem: codeOf(error) }, "jobs were left running");
      });
      await within(2_000, Promise.all([...queues.values()].map((queue) => queue.close()))).catch(
        () => undefined,
      );
      await within(2_000, backend.close()).catch(() => undefined);
    },
  };
}

/** While a server is away every worker errs many times a second; one line in five seconds for each queue says it. */
function complainer(log: Logger): (queue: QueueName) => (error: Error) => void {
  return (queue) => {
    let quietUntil = 0;
    return (error) => {
      if (performance.now() < quietUntil) return;
      quietUntil = performance.now() + 5_000;
      log.warn({ queue, problem: codeOf(error) }, "the queue is in trouble");
    };
  };
}
