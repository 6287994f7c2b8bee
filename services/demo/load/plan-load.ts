import { demoOutcomes, type DemoOutcome } from "../records/demo-outcome.ts";
import { randomFrom, type Random } from "../random.ts";

/** One contact that will be made: which family, for the how-manieth time, and when. */
export type PlannedContact = {
  family: number;
  /** Counted from 0. */
  telling: number;
  /** Nobody gets in touch about the family after this one. */
  last: boolean;
  /** When somebody first got in touch about the family. */
  firstAt: Date;
  at: Date;
  outcome: DemoOutcome;
  /** Not decided yet. */
  open: boolean;
  /** Of an open one: recommended for every child, so that nothing is left but to decide. */
  recommended?: boolean;
};

/**
 * A month of a real front door: 801 contacts, 112 information only, 195 given advice, 494 referrals. Advice is given by
 * the advice team or through a Family CAF; of the referrals some need a strategy discussion first.
 */
const month: Record<DemoOutcome, number> = {
  information_only: 112,
  advice: 115,
  family_caf: 80,
  assessment: 400,
  strategy_discussion: 94,
};

/** Everything that will be loaded, the oldest first. */
export type Plan = { count: number; at: (i: number) => PlannedContact };

const dayMs = 86_400_000;
const years = 10;
/** Open contacts came within this time, so that some are late and most are not. */
const openDays = 1.6;

/** How often somebody gets in touch about one family: most once, a few very often. 2.1 on average. */
const timesHeard = { "1": 560, "2": 200, "3": 95, "4": 50, "5": 35, "7": 30, "10": 20, "16": 10 };

/** Everything that will be loaded, the oldest first. 45 bytes a contact, so a million fit easily. */
export function planLoad(seed: string, contacts: number, now: Date): Plan {
  const random = randomFrom(`${seed}/plan`);
  const openCount = Math.min(200, Math.floor(contacts / 4));
  const times = new Float64Array(contacts);
  const firsts = new Float64Array(contacts);
  const families = new Uint32Array(contacts);
  const tellings = new Uint8Array(contacts);
  const lasts = new Uint8Array(contacts);
  const until = now.getTime() - 2 * openDays * dayMs;
  let made = 0;
  let family = 0;
  const put = (at: number, first: number, telling: number) => {
    times[made] = at;
    firsts[made] = first;
    families[made] = family;
    tellings[made] = telling;
    made += 1;
  };
  for (; made < contacts - openCount; family += 1) {
    const first = until - random.next() * years * 365 * dayMs;
    const often = Number(random.weighted(timesHeard));
    for (
      let telling = 0, at = first;
      telling < often && at < until && made < contacts - openCount;
      telling += 1
    ) {
      put(atWork(random, at, until), first, telling);
      at += (2 + random.next() ** 3 * 900) * dayMs;
    }
    lasts[made - 1] = 1;
  }
  for (; made < contacts; family += 1) {
    const at = now.getTime() - random.next() * openDays * dayMs;
    put(at, at, 0);
    lasts[made - 1] = 1;
  }
  const order = new Uint32Array(contacts).map((_, i) => i).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const outcomes = shuffledMonth(random);
  return {
    count: contacts,
    at: (i) => {
      const from = order[i] ?? 0;
      return {
        family: families[from] ?? 0,
        telling: tellings[from] ?? 0,
        last: lasts[from] === 1,
        firstAt: new Date(firsts[from] ?? 0),
        at: new Date(times[from] ?? 0),
        outcome: outcomes[i % outcomes.length] ?? "assessment",
        open: from >= contacts - openCount,
      };
    },
  };
}

/** Most people write in the daytime of a working day; some do at night and on Sundays. */
export function atWork(random: Random, at: number, until: number): number {
  const moment = new Date(at);
  const weekend = moment.getUTCDay() === 0 || moment.getUTCDay() === 6;
  const day =
    Math.floor(at / dayMs) * dayMs - (weekend && random.chance(0.75) ? random.whole(1, 2) * dayMs : 0);
  const hour = random.chance(0.78) ? 8 + random.next() * 9 : random.next() * 24;
  return Math.min(until, day + hour * 3_600_000);
}

/** The outcomes of that month, in an order by chance. */
export function shuffledMonth(random: Random): DemoOutcome[] {
  const all = demoOutcomes.flatMap((outcome) => Array.from({ length: month[outcome] }, () => outcome));
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = random.whole(0, i);
    [all[i], all[j]] = [all[j] ?? "assessment", all[i] ?? "assessment"];
  }
  return all;
}
