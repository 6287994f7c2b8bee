import { linkageFigures } from "../../support/linkage-figures.ts";
import { linkageFiles, readLinkageList } from "../../support/linkage-lists.ts";
import type { Part } from "../support/bench.ts";
import { loadHistory } from "../support/load-history.ts";
import { measureLookUps } from "../support/look-ups.ts";

const aims = {
  "febrl1.csv": "F1 at least 0.985",
  "febrl2.csv": "F1 at least 0.985",
  "fake_1000.csv": "F1 at least 0.86",
  "historical_uk_dev.csv": "recall at 5 at least 0.88; sure: precision 0.999 at coverage 0.80",
} as const;

/** How well people are matched on lists that somebody else wrote and labelled. */
export const matchPart: Part = {
  name: "match",
  about: "lists with known truth, each looked up among all others",
  run: async (bench) => {
    const { contacts, figure, say } = bench;
    for (const file of linkageFiles) {
      const list = readLinkageList(file);
      if (list === null) {
        say(`${file} is not here: nothing was measured`);
        continue;
      }
      const began = performance.now();
      const figures = linkageFigures(list);
      const perSecond = Math.round(list.people.length / ((performance.now() - began) / 1_000));
      const words = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(4)}`);
      figure(file, `${words.join(", ")}; ${list.people.length} people, ${perSecond} a second`, aims[file]);
    }
    if (!bench.byName) return say("npm run bench -- match also looks children up among a million people");
    say(`loading ${contacts} contacts, to look children up among everybody in them; --contacts for fewer`);
    await measureLookUps(await loadHistory(bench, contacts), bench);
  },
};
