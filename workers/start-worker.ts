import { openOutbox, type Outbox } from "#db/outbox";
import type { AuditKeys } from "#services/audit/chain-keys";
import { fillAuditGaps } from "#services/audit/fill-gaps";
import { scanUnchecked } from "#services/files/scan-unchecked";
import { chaseRequests } from "#services/agencies/chase-requests";
import { sweepHandOvers } from "#services/hand-over/sweep-hand-overs";
import { sweepLado } from "#services/lado/sweep-lado";
import { sweepDiscussions } from "#services/strategy/sweep-discussions";
import { sweepStartChecks } from "#services/pathways/sweep-start-checks";
import { escalateNotices } from "#services/pathways/escalate-notices";
import { sweepGlass } from "#services/restricted/sweep-glass";
import { sweepClocks } from "#services/clocks/sweep-clocks";
import { warnOfDecisions } from "#services/clocks/warn-of-decisions";
import { checkOwnership } from "#services/pathways/check-ownership";
import { keepKeys } from "#services/contacts/keep-keys";
import type { Context } from "#services/context";
import { WrongInstallation } from "#services/errors";
import { checkInstallation } from "#services/health/check-installation";
import { codeOf, Unsuitable, type Backend } from "./backend.ts";
import { refuseSkewedClock } from "./clock-check.ts";
import { heartbeatPace, startHeartbeat, type Heartbeat, type HeartbeatPace } from "./heartbeat.ts";
import { postgresBackend } from "./postgres-backend.ts";
import { processor } from "./process-job.ts";
import { openQueues, stallPace, type StallPace } from "./queues.ts";
import { redisBackend } from "./redis-backend.ts";
import { relayPace, startRelay, type RelayPace } from "./relay.ts";
import { oweSchedule } from "./schedule.ts";
import { startSequencer } from "./sequencer.ts";
import { every } from "./timers.ts";

export type WorkerParts = {
  database: { app: string; queue?: string; sequencer?: string };
  redisUrl?: string;
  auditKeys?: AuditKeys;
  auditHeadsFile?: string;
};

export type Pace = {
  relay: RelayPace;
  heartbeat: HeartbeatPace;
  stalls: StallPace;
  /** How often clocks are swept, and clock skew is measured. */
  sweepMs: number;
  scheduleMs: number;
  /** Within this and the time that a batch takes, what was audited is in the chain. */
  linkMs: number;
  /** How often the head of the chain is published: what is cut off at its end is noticed from then on. */
  sealMs: number;
};
export const pace: Pace = {
  relay: relayPace,
  heartbeat: heartbeatPace,
  stalls: stallPace,
  sweepMs: 30_000,
  scheduleMs: 60_000,
  linkMs: 500,
  sealMs: 600_000,
};

export type RunningWorker = {
  /** Takes no more work, and lets running jobs finish for as long as a supervisor waits. */
  close: () => Promise<void>;
};

/** The supervisor waits ten before it kills. */
const drainMs = 8_000;
const retryMs = 500;

/**
 * Starts relay, queues and timers once the servers answer; it waits for them as long as it must.
 * @param onFatal called when this process can no longer be trusted and should exit for its supervisor
 * @throws Unsuitable or ClockSkewed when waiting would not help
 */
export async function startWorker(
  parts: WorkerParts,
  context: Context,
  onFatal: (why: string) => void,
  { signal, at = pace }: { signal?: AbortSignal; at?: Pace } = {},
): Promise<RunningWorker> {
  const { log } = context;
  const outbox = openOutbox(parts.database.app, "front-door-relay");
  const backend = openBackend(parts);
  try {
    await answering("the database", () => outbox.kindsOwed(), context, signal);
    await answering("the database", () => refuseOthersDatabase(context), context, signal);
    await refuseUnsafeDatabase(outbox);
    await answering(backend.kind, () => backend.check(), context, signal);
    const queues = await openQueues(backend, log, at.stalls);
    const beats: { heartbeat?: Heartbeat } = {};
    await queues.work((queue) => processor(context, queue, (on) => beats.heartbeat?.beaten(on)));
    const relay = startRelay(outbox, queues, log, at.relay);
    const heartbeat = startHeartbeat(
      context,
      queues,
      (queue) => onFatal(`no job came through ${queue}`),
      at.heartbeat,
    );
    beats.heartbeat = heartbeat;
    const sequencer = startSequencer(parts, context, at);
    const timers = [
      heartbeat,
      every(at.sweepMs, "clocks", log, () => sweepClocks(context)),
      every(at.sweepMs, "decision warnings", log, () => warnOfDecisions(context)),
      every(at.sweepMs, "hand-overs", log, () => sweepHandOvers(context)),
      every(at.sweepMs, "opened-records", log, () => sweepGlass(context)),
      every(at.sweepMs, "open-case-notices", log, () => escalateNotices(context)),
      every(at.sweepMs, "officer-records", log, () => sweepLado(context)),
      every(at.sweepMs, "agency-requests", log, () => chaseRequests(context)),
      every(at.sweepMs, "strategy-discussions", log, () => sweepDiscussions(context)),
      every(at.sweepMs, "help-begun", log, () => sweepStartChecks(context)),
      every(at.sweepMs, "audit-gaps", log, () => fillAuditGaps(context)),
      every(at.sweepMs, "match-keys", log, () => keepKeys(context)),
      every(at.sweepMs, "unchecked-files", log, () => scanUnchecked(context)),
      every(at.scheduleMs, "ownership", log, () => checkOwnership(context)),
      every(at.scheduleMs, "schedule", log, () => oweSchedule(context)),
      every(at.sweepMs, "clock-check", log, () =>
        refuseSkewedClock(() => outbox.databaseTime()).catch((error: unknown) => {
          if (error instanceof Error && error.name === "ClockSkewed") onFatal(error.message);
          else throw error;
        }),
      ),
    ];
    return {
      close: async () => {
        await Promise.all([relay.stop(), sequencer.stop(), ...timers.map((timer) => timer.stop())]);
        await queues.close(drainMs);
        await outbox.close();
      },
    };
  } catch (error) {
    await Promise.allSettled([backend.close(), outbox.close()]);
    throw error;
  }
}

function openBackend({ redisUrl, database }: WorkerParts): Backend {
  if (redisUrl) return redisBackend(redisUrl);
  if (database.queue) return postgresBackend(database.queue);
  throw new Unsuitable("Neither REDIS_URL nor DATABASE_QUEUE_URL is set.");
}

/** Asks until there is an answer. Nothing of BullMQ's is made before: what it makes without a server stays broken. */
async function answering(
  what: string,
  ask: () => Promise<unknown>,
  { log }: Context,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    signal?.throwIfAborted();
    try {
      await ask();
      return;
    } catch (error) {
      if (error instanceof Unsuitable) throw error;
      if (tries % 20 === 0) log.warn({ what, problem: codeOf(error) }, "the worker waits for a server");
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

/** Nothing of a demonstration is sent to anybody, and nothing real is left to its worker. */
async function refuseOthersDatabase(context: Context): Promise<void> {
  await checkInstallation(context).catch((error: unknown) => {
    throw error instanceof WrongInstallation ? new Unsuitable(error.message) : error;
  });
}

async function refuseUnsafeDatabase(outbox: Outbox): Promise<void> {
  await refuseSkewedClock(() => outbox.databaseTime());
  if ((await outbox.synchronousCommit()) === "off")
    throw new Unsuitable(
      "synchronous_commit is off for the application's login: what is acknowledged could be lost.",
    );
}
