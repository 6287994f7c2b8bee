import { loadDemo } from "../../../scripts/load-demo.ts";
import type { Part } from "../support/bench.ts";
import { spread } from "../support/measure.ts";
import { askFor, newAsker } from "../support/query-mix.ts";

const contacts = 2_000;
const count = 300;

/** How long the pages take that the hub opens all day, with two hundred contacts waiting. */
export const pagesPart: Part = {
  name: "pages",
  about: `${count} of each at 20 a second, among ${contacts} contacts of which 200 wait`,
  run: async ({ system: start, figure, say }) => {
    const system = await start();
    await loadDemo(system.context, system.logins.app, { contacts, seed: "bench" });
    const asker = await newAsker(system, "bench");
    // The first pages of a process are slow, and nobody waits for them twice.
    for (const question of ["triage", "record"] as const) await askFor(asker, question, 40);
    figure("triage of 200", spread(await askFor(asker, "triage", count)).words, "p95 at most 250 ms");
    figure("record", spread(await askFor(asker, "record", count)).words, "p95 at most 300 ms");
    say("search: not measured, there is no search page yet");
  },
};
