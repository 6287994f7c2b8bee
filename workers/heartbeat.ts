import { randomUUID } from "node:crypto";
import { queueNames, type QueueName } from "#domain/jobs";
import type { Context } from "#services/context";
import { readHeartbeats } from "#services/outbox/record-heartbeat";
import { codeOf } from "./backend.ts";
import type { Queues } from "./queues.ts";
import { every, type Timer } from "./timers.ts";

export type HeartbeatPace = { everyMs: number; silenceMs: number };
export const heartbeatPace: HeartbeatPace = { everyMs: 30_000, silenceMs: 90_000 };

export type Heartbeat = Timer & { beaten: (queue: QueueName) => void };

/**
 * Sends a job through each queue and notices when none comes out: a worker whose connection quietly died still says
 * that it is running. A beat counts whichever process did it, so with several processes a queue is silent only when
 * it is dead for all of them.
 */
export function startHeartbeat(
  context: Context,
  queues: Queues,
  onSilence: (queue: QueueName) => void,
  pace: HeartbeatPace = heartbeatPace,
): Heartbeat {
  // Counted on a clock that nobody can set.
  const heard = new Map<QueueName, number>(queueNames.map((queue) => [queue, performance.now()]));
  const lastRow = new Map<string, number>();
  const beaten = (queue: QueueName) => void heard.set(queue, performance.now());

  async function hearOthers(): Promise<void> {
    const rows = await readHeartbeats(context);
    for (const queue of queueNames) {
      const at = rows.get(queue)?.getTime();
      if (at !== undefined && lastRow.has(queue) && lastRow.get(queue) !== at) beaten(queue);
      if (at !== undefined) lastRow.set(queue, at);
    }
  }

  async function beat(): Promise<void> {
    const added = await Promise.allSettled([
      hearOthers(),
      ...queueNames.map((queue) => queues.add(queue, [{ id: randomUUID(), kind: "heartbeat" }])),
    ]);
    for (const result of added) {
      if (result.status === "rejected") context.log.warn({ problem: codeOf(result.reason) }, "no heartbeat");
    }
    const silent = queueNames.find((queue) => performance.now() - (heard.get(queue) ?? 0) > pace.silenceMs);
    if (silent) onSilence(silent);
  }

  return { ...every(pace.everyMs, "heartbeat", context.log, beat), beaten };
}
