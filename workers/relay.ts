import type { Logger } from "pino";
import type { Outbox } from "#db/outbox";
import { jobs, type JobKind, type QueueName } from "#domain/jobs";
import { codeOf } from "./backend.ts";
import type { Queues } from "./queues.ts";
import { every } from "./timers.ts";

export type Relay = { stop: () => Promise<void> };

export type RelayPace = {
  /** A lost ring costs at most this. */
  pollMs: number;
  /** After this, work that no worker finished is put in a queue again; a wiped queue is full again by then. */
  leaseSeconds: number;
  /** Rows leased and added at once. */
  batch: number;
};
export const relayPace: RelayPace = { pollMs: 1_000, leaseSeconds: 30, batch: 200 };

/**
 * Carries owed work from the outbox to the queues. Any number of workers may run one: the one that holds the lock
 * carries, and when its process or its connection dies the next poll of another takes over. Killed between lease and
 * add, it costs the time of a lease.
 */
export function startRelay(outbox: Outbox, queues: Queues, log: Logger, pace: RelayPace = relayPace): Relay {
  let rung = false;
  let carrying: Promise<void> | null = null;
  let stopped = false;

  async function carryQueue(queue: QueueName, kinds: readonly JobKind[]): Promise<boolean> {
    const limit = Math.min(pace.batch, await queues.room(queue));
    if (limit <= 0) return false;
    const leased = await outbox.lease(kinds, limit, pace.leaseSeconds);
    if (leased.length === 0) return false;
    try {
      await queues.add(queue, leased);
    } catch (error) {
      // They may be in the queue all the same; done twice does no harm, and waiting for the lease would.
      await outbox.release(leased.map((work) => work.id));
      throw error;
    }
    return leased.length === limit;
  }

  /** One queue that cannot be reached holds up no other. */
  async function carryAll(): Promise<boolean> {
    if (!(await outbox.lead())) return false;
    const byQueue = new Map<QueueName, JobKind[]>();
    for (const kind of await outbox.kindsOwed()) {
      const { queue } = jobs[kind];
      byQueue.set(queue, [...(byQueue.get(queue) ?? []), kind]);
    }
    const results = await Promise.allSettled([...byQueue].map(([queue, kinds]) => carryQueue(queue, kinds)));
    for (const result of results) {
      if (result.status === "rejected")
        log.warn({ problem: codeOf(result.reason) }, "owed work waits: no queue");
    }
    return results.some((result) => result.status === "fulfilled" && result.value);
  }

  async function carry(): Promise<void> {
    do {
      rung = false;
      while ((await carryAll()) && !stopped);
      // A ring during the last look may be for work that it did not see.
    } while (rung && !stopped);
  }

  function ring(): void {
    rung = true;
    if (stopped || carrying) return;
    carrying = carry()
      .catch((error: unknown) => log.warn({ problem: codeOf(error) }, "the relay could not look"))
      .finally(() => {
        carrying = null;
      });
  }

  outbox.listen(ring).catch((error: unknown) => {
    log.warn({ problem: codeOf(error) }, "the relay does not hear rings and polls");
  });
  const poll = every(pace.pollMs, "relay", log, () => {
    ring();
    return Promise.resolve();
  });
  return {
    stop: async () => {
      stopped = true;
      await poll.stop();
      await carrying;
    },
  };
}
