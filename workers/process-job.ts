import { UnrecoverableError, type Processor } from "bullmq";
import { z } from "zod";
import { jobKinds, jobs, type QueueName } from "#domain/jobs";
import type { Context } from "#services/context";
import type { Performed, QueuedJob } from "#services/outbox/owed-work";
import { problemCode, recordProblem } from "#services/outbox/record-problem";
import type { Payload } from "./backend.ts";
import { handlers } from "./handlers.ts";

const payloadSchema = z.strictObject({ outboxId: z.uuid() });
const kindSchema = z.enum(jobKinds);

/** How many workers may die over one job before it rests like any other failure, and lets the others through. */
const deathsAllowed = 3;

/**
 * Turns jobs of one queue into calls of handlers. A job that fails here has not failed for BullMQ: why, and when to
 * try again, is kept with the row that owes it. Only a job that names no row is refused for good.
 */
export function processor(
  context: Context,
  queue: QueueName,
  onBeat: (queue: QueueName) => void = () => undefined,
): Processor<Payload, void> {
  return async (job) => {
    const payload = payloadSchema.safeParse(job.data);
    const kind = kindSchema.safeParse(job.name);
    if (!payload.success || !kind.success) throw new UnrecoverableError("bad-payload");
    const queued: QueuedJob = {
      ...payload.data,
      kind: kind.data,
      queue,
      recovered: job.attemptsStarted > 1,
    };
    if (job.attemptsStarted > deathsAllowed && kind.data !== "heartbeat") {
      context.log.error({ queue, kind: kind.data, outboxId: queued.outboxId }, "workers died over this job");
      await recordProblem(context, queued.outboxId, "worker-died");
      return;
    }
    await perform(context, queued);
    if (kind.data === "heartbeat") onBeat(queue);
  };
}

async function perform(context: Context, job: QueuedJob): Promise<void> {
  const { kind, queue, outboxId } = job;
  try {
    const handle = handlers[kind] as (context: Context, job: QueuedJob) => Promise<Performed>;
    const outcome = await handle(context, job);
    context.log.debug({ queue, kind, outboxId, outcome }, "job");
  } catch (error) {
    const problem = problemCode(error);
    context.log.warn({ queue, kind, outboxId, problem, safety: jobs[kind].safetyCritical }, "job failed");
    // If even this cannot be written the lease runs out and the row comes again.
    if (kind !== "heartbeat") await recordProblem(context, outboxId, problem).catch(() => undefined);
    else throw new Error(problem);
  }
}
