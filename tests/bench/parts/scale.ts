import type { Part } from "../support/bench.ts";
import { spread } from "../support/measure.ts";
import { loadHistory } from "../support/load-history.ts";
import { measureLookUps } from "../support/look-ups.ts";
import { askFor, newAsker, questions } from "../support/query-mix.ts";

const few = 10_000;
const million = 1_000_000;
const rounds = 4;
const perRound = 150;

/** What a long history costs: the same questions asked of ten thousand contacts and of many more, in turns. */
export const scalePart: Part = {
  name: "scale",
  about: `${few} contacts and many more, loaded and asked about; --contacts for fewer`,
  onlyByName: true,
  run: async (bench) => {
    const { contacts, figure, say } = bench;
    if (contacts < million) say(`${contacts} contacts: the figures that count are those of ${million}`);
    const [short, long] = [await loadHistory(bench, few), await loadHistory(bench, contacts)];
    const [shortAsker, longAsker] = [await newAsker(short, "bench"), await newAsker(long, "bench")];
    for (const question of questions) {
      const [ofFew, ofMany]: [number[], number[]] = [[], []];
      // Round 0 is for caches and compilers.
      for (let n = 0; n <= rounds; n += 1) {
        const [one, other] = [
          await askFor(shortAsker, question, perRound),
          await askFor(longAsker, question, perRound),
        ];
        if (n === 0) continue;
        ofFew.push(...one);
        ofMany.push(...other);
      }
      const [before, after] = [spread(ofFew), spread(ofMany)];
      say(`${question} among ${few}: ${before.words}`);
      say(`${question} among ${contacts}: ${after.words}`);
      figure(`${question}, p95 to p95`, (after.p95 / before.p95).toFixed(2), "at most 1.5");
    }
    await measureLookUps(long, bench);
  },
};
