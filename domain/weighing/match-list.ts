import { matchBands, type MatchBand } from "../matching.ts";
import { pairsToCompare } from "./blocks.ts";
import { levelsOf, type Levels } from "./levels.ts";
import { rarityIn } from "./rarity.ts";
import { traitsOf, type Said, type Traits } from "./traits.ts";
import { weigh } from "./weigh.ts";

export type Pair = {
  /** Places in the list. */
  one: number;
  other: number;
  /** The odds that they are one person, in bits: 0 is even, each bit more doubles them. */
  score: number;
  band: MatchBand;
};

type Weighed = {
  one: number;
  other: number;
  bits: number;
  /** Whatever the bits say. */
  atMost: MatchBand;
};

/** From how many bits on a pair is in a band. Whoever is in none is not worth a look. */
const bandsFrom: Record<MatchBand, number> = { sure: 12, likely: 0, possible: -6 };
const justPossible = -0.1;
/** Two who are each like a third are like one another, less this: the third may be what both are mistaken for. */
const secondHandCosts = 4;
/** What is learned without labels turned out a little too strict on every labelled list. */
const leniency = 1.5;

/** A short list is still a sample of a town: two of one name in it are not one for that. */
const priorAtMost = -8;

/**
 * Compares everybody in a list with everybody whom a key brings together. How rare names are, and how many pairs of all
 * are one person, is learned from the list itself. The same list has the same answer.
 */
export function matchList(people: readonly Said[], childrenBornFrom: number): Pair[] {
  const traits = people.map(traitsOf);
  const rarity = rarityIn(traits);
  const bornLate = ({ born }: Traits) => born !== null && Number(born.slice(0, 4)) >= childrenBornFrom;
  const dated = traits.filter(({ born }) => born !== null);
  const mostly = dated.filter(bornLate).length * 2 >= dated.length;
  const areChildren = (...pair: readonly Traits[]) => {
    const known = pair.filter(({ born }) => born !== null);
    return known.length > 0 ? known.every(bornLate) : mostly;
  };
  const direct: Weighed[] = [];
  for (const [one, other] of pairsToCompare(traits)) {
    const [a, b] = [traits[one], traits[other]];
    if (!a || !b) throw new Error("a pair of nobody");
    const levels = levelsOf(a, b);
    const children = areChildren(a, b);
    const pair = { one, other, bits: weigh(levels, rarity, children), atMost: bandAtMost(levels, children) };
    // What speaks against it has no band at any prior; kept is what no third may bring together either.
    if (pair.bits > 0 || pair.atMost === "possible") direct.push(pair);
  }
  const prior = learnPrior(direct, people.length);
  return withSecondHand(direct, -prior, people.length).flatMap(({ one, other, bits, atMost }) => {
    const score = Math.min(bits + prior + leniency, atMost === "possible" ? justPossible : Infinity);
    const allowed = matchBands.slice(matchBands.indexOf(atMost));
    const band = allowed.find((each) => score >= bandsFrom[each]);
    return band ? [{ one, other, score, band }] : [];
  });
}

/** What no weight of other things may outweigh. */
function bandAtMost(levels: Levels, children: boolean): MatchBand {
  const { given, born, sex, nhs, upn, email } = levels;
  if (nhs !== "differs" && (nhs === "same" || upn === "same")) return "sure";
  const otherName = given.level === "differs";
  const own = !(otherName || given.level === "blank") || !(born === "differs" || born === "blank");
  // What a family shares is nobody's own; and twins share a birthday too.
  if (children && !own && email !== "same") return "possible";
  if (children && otherName && born === "same") return "possible";
  // Twins are called Anna and Hannah and live in one house: nothing but the name itself tells them apart.
  if (children && given.level !== "same") return "likely";
  return otherName || [nhs, sex, born].includes("differs") ? "likely" : "sure";
}

/**
 * The share of all pairs that are one person, in bits below nought: the share that makes what is then likely add up to
 * itself. It settles in a few rounds.
 */
function learnPrior(pairs: readonly Weighed[], people: number): number {
  const all = Math.max(1, (people * (people - 1)) / 2);
  let prior = -Math.log2(Math.max(2, people));
  for (let round = 0; round < 30; round += 1) {
    const expected = pairs.reduce((sum, { bits }) => sum + 1 / (1 + 2 ** -(bits + prior)), 0);
    prior = Math.min(priorAtMost, Math.log2(Math.max(0.5, expected) / all));
  }
  return prior;
}

/** Pairs, and those who are only brought together by a third who is like both. They are never sure. */
function withSecondHand(direct: readonly Weighed[], likelyFrom: number, people: number): Weighed[] {
  const pairs = new Map(direct.map((pair) => [pair.one * people + pair.other, pair]));
  const alike = new Map<number, { who: number; bits: number }[]>();
  const note = (of: number, who: number, bits: number) => {
    const list = alike.get(of);
    if (list) list.push({ who, bits });
    else alike.set(of, [{ who, bits }]);
  };
  for (const { one, other, bits } of direct) {
    if (bits < likelyFrom) continue;
    note(one, other, bits);
    note(other, one, bits);
  }
  for (const list of alike.values())
    for (const a of list)
      for (const b of list) {
        if (a.who >= b.who) continue;
        const key = a.who * people + b.who;
        const known = pairs.get(key);
        const bits = Math.min(a.bits, b.bits) - secondHandCosts;
        if (known?.atMost === "possible" || (known && known.bits >= bits)) continue;
        pairs.set(key, { one: a.who, other: b.who, bits, atMost: "likely" });
      }
  return [...pairs.values()];
}
