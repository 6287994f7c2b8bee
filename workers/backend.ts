import type { Job, JobsOptions, Processor, WorkerOptions } from "bullmq";
import type { QueueName } from "#domain/jobs";

export type Payload = { outboxId: string };
export type Doorbell = { name: string; data: Payload; opts: JobsOptions };
export type QueueJob = Job<Payload, void>;

/** The little that we use of a BullMQ queue. */
export type QueueHandle = {
  add: (name: string, data: Payload, opts: JobsOptions) => Promise<unknown>;
  addBulk: (jobs: Doorbell[]) => Promise<unknown>;
  getWaitingCount: () => Promise<number>;
  waitUntilReady: () => Promise<unknown>;
  on: (event: "error", listener: (error: Error) => void) => unknown;
  close: () => Promise<void>;
};

/** The little that we use of a BullMQ worker. Nothing here is an event that says what happened to a job. */
export type WorkerHandle = {
  waitUntilReady: () => Promise<unknown>;
  on: (event: "error", listener: (error: Error) => void) => unknown;
  close: (force?: boolean) => Promise<void>;
};

/** Where BullMQ keeps its jobs. The same tests run on both. */
export type Backend = {
  kind: "postgres" | "redis";
  /** Whether a job could be added now, without asking the server. */
  reachable: () => boolean;
  /**
   * Asks the server whether it can be trusted with a doorbell.
   * @throws Unsuitable when it never will as it is set up; any other error means that it cannot be reached now
   */
  check: () => Promise<void>;
  openQueue: (name: QueueName) => QueueHandle;
  openWorker: (
    name: QueueName,
    process: Processor<Payload, void>,
    options: Omit<WorkerOptions, "connection">,
  ) => WorkerHandle;
  /** After the queues and workers are closed. */
  close: () => Promise<void>;
};

/** A server that must not be used as it is set up. The message is for the operator. */
export class Unsuitable extends Error {
  override name = "Unsuitable";
}

/** Rejects when the work takes longer. The work itself goes on, so it has to bear being done late. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/** What may be logged of an error: its code or its class, never its message. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "unknown";
}
