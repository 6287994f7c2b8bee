import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { waitFor } from "../../../scripts/processes.mjs";
import type { History } from "./history.ts";
import type { Fault, Faults, Target } from "./plan.ts";
import type { System } from "./system.ts";

export type Struck = {
  /** How often each was struck. */
  kills: Faults;
  /** Of the kills of web those while a form was being sent, of the worker's while a decision waited to be routed. */
  inTheMiddle: { web: number; worker: number };
  /** Seconds that the slowest took from the fault until it was at work again. */
  slowestBack: Faults;
};

/** Longest that anything may take to come up again. */
const patienceMs = 180_000;
/** Longest that a kill waits for somebody to be in the middle of something. */
const waitForTrafficMs = 20_000;

const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

/**
 * Carries out the plan, each target's faults one after the other. A target is struck again only once it is at work
 * again: killing what is still starting would count for nothing.
 * @param seconds what the plan's parts are parts of
 */
export async function plague(
  system: System,
  history: History,
  plan: readonly Fault[],
  seconds: number,
): Promise<Struck> {
  const struck: Struck = {
    kills: { web: 0, worker: 0, postgres: 0, redis: 0 },
    inTheMiddle: { web: 0, worker: 0 },
    slowestBack: { web: 0, worker: 0, postgres: 0, redis: 0 },
  };
  const began = performance.now();
  const targets = targetsOf(system);
  const strikeAll = async (target: Target) => {
    const { isUp, hit } = targets[target];
    for (const fault of plan.filter((one) => one.target === target)) {
      await pause(began + fault.at * seconds * 1_000 - performance.now());
      await waitForMoment(system, fault);
      await history.append({ what: "fault", key: target, step: "invoke", because: fault.how });
      const struckAt = performance.now();
      const middle = await hit(fault);
      struck.kills[target] += 1;
      if (middle && (target === "web" || target === "worker")) struck.inTheMiddle[target] += 1;
      if (!(await waitFor(isUp, patienceMs, 20))) throw new Error(`${target} did not come up again`);
      const back = (performance.now() - struckAt) / 1_000;
      struck.slowestBack[target] = Math.max(struck.slowestBack[target], back);
    }
  };
  await Promise.all((Object.keys(targets) as Target[]).map(strikeAll));
  return struck;
}

async function waitForMoment({ traffic }: System, { target, afterMs }: Fault): Promise<void> {
  if (target !== "web" && target !== "worker") return;
  await traffic.next(target === "web" ? "pressed" : "decided", waitForTrafficMs);
  await pause(afterMs);
}

type Victim = {
  isUp: () => boolean | Promise<boolean>;
  /** @returns whether somebody was in the middle of something */
  hit: (fault: Fault) => Promise<boolean>;
};

function targetsOf(system: System): Record<Target, Victim> {
  const { web, worker, traffic, redis } = system;
  const workerLog = readyWatch(join(system.folder, "worker.log"));
  return {
    web: {
      isUp: () => isLive(system),
      hit: async () => {
        const middle = traffic.underWay > 0;
        await waitFor(() => web.kill(), patienceMs, 20);
        return middle;
      },
    },
    worker: {
      isUp: () => workerLog.isReady(),
      hit: async () => {
        await waitFor(() => worker.kill(), patienceMs, 20);
        workerLog.forget();
        return isRouting(system);
      },
    },
    postgres: {
      isUp: () => system.isReady(),
      hit: async ({ awayMs }) => {
        await system.postgres.kill();
        await pause(awayMs);
        await system.postgres.restart();
        return true;
      },
    },
    redis: {
      isUp: () => true,
      hit: async ({ how, awayMs }) => {
        if (how === "wiped") await redis?.wipe();
        else if (how === "frozen") {
          redis?.freeze();
          await pause(awayMs);
          redis?.thaw();
        } else {
          await redis?.kill();
          await pause(awayMs);
          await redis?.restart();
        }
        return true;
      },
    },
  };
}

/** Whether a decision is with a worker and not routed: after a kill, what it left half way. */
async function isRouting({ postgres: { ownerUrl } }: System): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    const rows = await sql`
      select from outbox where kind = 'route-decision' and done_at is null and lease_until is not null limit 1`;
    return rows.length > 0;
  } catch {
    // PostgreSQL is away too; nobody can say.
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function isLive({ origin }: System): Promise<boolean> {
  try {
    return (await fetch(`${origin}/health/live`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

/** Watches a log for a process that says it is at work. */
function readyWatch(path: string) {
  let from = 0;
  return {
    isReady: () => readFrom(path, from).includes('"msg":"ready"'),
    /** What was said up to now is about a process that is gone. */
    forget: () => {
      from += readFrom(path, from).length;
    },
  };
}

function readFrom(path: string, from: number): string {
  const file = openSync(path, "r");
  try {
    const size = fstatSync(file).size - from;
    const bytes = Buffer.alloc(Math.max(0, size));
    readSync(file, bytes, 0, bytes.length, from);
    return bytes.toString("latin1");
  } finally {
    closeSync(file);
  }
}
