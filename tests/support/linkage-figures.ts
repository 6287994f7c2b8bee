import { matchList } from "#domain/weighing/match-list";
import type { LabelledList } from "./linkage-lists.ts";

/** Every list that was labelled is of people who are grown up or dead. */
const childrenBornFrom = 2008;

/** How well a list is matched, each figure between 0 and 1. */
export function linkageFigures({ people, truth }: LabelledList) {
  const pairs = matchList(people, childrenBornFrom).sort((a, b) => b.score - a.score);
  const isRight = ({ one, other }: { one: number; other: number }) => truth[one] === truth[other];
  const sizes = new Map<string, number>();
  for (const label of truth) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const truePairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  let [right, bestF1, likelyF1] = [0, 0, 0];
  for (const [at, pair] of pairs.entries()) {
    if (isRight(pair)) right += 1;
    const f1 = (2 * right) / (at + 1 + truePairs);
    bestF1 = Math.max(bestF1, f1);
    if (pair.band !== "possible") likelyF1 = f1;
  }
  // Each who has somebody to be found is looked up among all others.
  const found = new Map(people.map((_, at) => [at, [] as { right: boolean; sure: boolean }[]]));
  for (const pair of pairs)
    for (const query of [pair.one, pair.other])
      found.get(query)?.push({ right: isRight(pair), sure: pair.band === "sure" });
  const lookUps = [...found].map(([query, list]) => ({
    mates: (sizes.get(truth[query] ?? "") ?? 1) - 1,
    list,
  }));
  const asked = lookUps.filter(({ mates }) => mates > 0);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const inFive = sum(asked.map(({ list }) => list.slice(0, 5).filter(({ right }) => right).length));
  const surely = lookUps.filter(({ list }) => list[0]?.sure === true);
  return {
    bestF1,
    likelyF1,
    recallAt5: inFive / sum(asked.map(({ mates }) => Math.min(5, mates))),
    surePrecision: surely.filter(({ list }) => list[0]?.right === true).length / Math.max(1, surely.length),
    sureCoverage: surely.filter(({ mates }) => mates > 0).length / asked.length,
    surePairPrecision:
      pairs.filter((pair) => pair.band === "sure" && isRight(pair)).length /
      Math.max(1, pairs.filter(({ band }) => band === "sure").length),
  };
}
