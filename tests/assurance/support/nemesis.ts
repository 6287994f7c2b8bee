import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "#services/demo/random";
import { waitFor } from "../../../scripts/processes.mjs";
import type { History } from "./history.ts";
import type { System } from "./system.ts";

export type Faults = { web: number; worker: number; postgres: number; redis: number };

/**
 * Kills what it was told to, as often as it was told to, at moments drawn from the seed. A process is killed again only
 * once it is at work again: killing what is still starting would count for nothing.
 * @param seconds over which the kills are spread
 */
export async function plague(
  system: System,
  history: History,
  random: Random,
  faults: Faults,
  seconds: number,
): Promise<void> {
  const pause = (count: number, chance: Random) =>
    new Promise((resolve) => setTimeout(resolve, chance.next() * 2 * ((seconds * 1000) / (count + 1))));
  const strike = async (
    target: string,
    count: number,
    isUp: () => Promise<boolean>,
    hit: (n: number) => Promise<void>,
  ) => {
    const chance = random.fork(target);
    for (let n = 0; n < count; n += 1) {
      await pause(count, chance);
      if (!(await waitFor(isUp, 120_000, 50))) throw new Error(`${target} did not come up again`);
      await history.append({ what: "fault", key: target, step: "invoke" });
      await hit(n);
    }
  };
  const worker = readyWatch(join(system.folder, "worker.log"));
  const { redis } = system;
  const redisHits = redis && [
    () => redis.kill().then(() => redis.restart()),
    () => redis.wipe(),
    () => freeze(redis),
  ];
  await Promise.all([
    strike(
      "web",
      faults.web,
      () => isLive(system),
      () => Promise.resolve(system.web.kill()),
    ),
    strike(
      "worker",
      faults.worker,
      () => Promise.resolve(worker.isReady()),
      () => {
        worker.forget();
        return Promise.resolve(system.worker.kill());
      },
    ),
    strike(
      "postgres",
      faults.postgres,
      () => system.isReady(),
      async () => {
        await system.postgres.kill();
        await system.postgres.restart();
      },
    ),
    ...(redisHits
      ? [
          strike(
            "redis",
            faults.redis,
            () => Promise.resolve(true),
            (n) => redisHits[n % redisHits.length]?.() ?? Promise.resolve(),
          ),
        ]
      : []),
  ]);
}

const freezeMs = 3_000;

async function freeze(redis: NonNullable<System["redis"]>): Promise<void> {
  redis.freeze();
  await new Promise((resolve) => setTimeout(resolve, freezeMs));
  redis.thaw();
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
