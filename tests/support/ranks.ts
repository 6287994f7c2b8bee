import { performance } from "node:perf_hooks";
import { chance } from "./queue.ts";

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/**
 * How often one took longer than the other, of all pairs: 0.5 when nothing can be told apart, 0 or 1 when one look is
 * enough. Ranks and not means, so that a pause of the machine counts once.
 */
function oftenLonger(one: readonly number[], other: readonly number[]): number {
  const wins = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
}

/** Five standard errors of what chance alone gives: seen once in a million runs. */
export const byChance = (rounds: number) => 5 * Math.sqrt((2 * rounds + 1) / (12 * rounds * rounds));

/**
 * Two kinds of work in an order made of chance, so that whatever else the machine does meets both alike.
 * @param before done before every fourth pair, and not timed
 * @returns how often the first took longer
 */
export async function compareTimes(
  rounds: number,
  seed: number,
  kinds: readonly [() => Promise<unknown>, () => Promise<unknown>],
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<number> {
  const random = chance(seed);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 4 === 0) await before();
    const first = random() < 0.5 ? 0 : 1;
    for (const which of [first, 1 - first] as (0 | 1)[]) times[which].push(await timed(kinds[which]));
  }
  return oftenLonger(times[0], times[1]);
}
