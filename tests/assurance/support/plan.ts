import { randomFrom } from "#services/demo/random";

export type Target = "web" | "worker" | "postgres" | "redis";
export type Faults = Record<Target, number>;

/** One fault as it was drawn, before anybody knows what it will meet. */
export type Fault = {
  target: Target;
  /** When it is due, as a part of the run. */
  at: number;
  how: "killed" | "wiped" | "frozen";
  /** How long a server stays away. */
  awayMs: number;
  /**
   * How long after somebody pressed "send" web dies, or after somebody decided the worker: over many faults that is
   * every step of a submission and of a routing.
   */
  afterMs: number;
};

const hows: Record<Target, readonly Fault["how"][]> = {
  web: ["killed"],
  worker: ["killed"],
  postgres: ["killed"],
  redis: ["killed", "wiped", "frozen"],
};
const longestAwayMs: Record<Target, number> = { web: 0, worker: 0, postgres: 1_500, redis: 3_000 };
const longestAfterMs: Record<Target, number> = { web: 60, worker: 120, postgres: 0, redis: 0 };

/** The same seed, the same faults; those of one target do not change with the number of another's. */
export function planFaults(seed: string, faults: Faults): Fault[] {
  return (Object.keys(hows) as Target[]).flatMap((target) => {
    const count = faults[target];
    const random = randomFrom(`faults/${seed}`).fork(target);
    return Array.from({ length: count }, (_, n): Fault => {
      // Each in its own part of the run, so that they do not all fall together; the last part is for coming back.
      const at = 0.03 + (0.87 * (n + random.next())) / count;
      const how = hows[target][n % hows[target].length] ?? "killed";
      return {
        ...{ target, at, how },
        awayMs: random.whole(0, longestAwayMs[target]),
        afterMs: random.whole(0, longestAfterMs[target]),
      };
    });
  });
}
