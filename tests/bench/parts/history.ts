import postgres from "postgres";
import { loadDemo } from "../../../scripts/load-demo.ts";
import type { System } from "../../assurance/support/system.ts";
import type { Bench, Part } from "../support/bench.ts";
import { spread } from "../support/measure.ts";
import { askFor, newAsker, questions } from "../support/query-mix.ts";

const few = 10_000;
const million = 1_000_000;
const rounds = 4;
const perRound = 150;

/** What a long history costs: the same questions asked of ten thousand contacts and of many more, in turns. */
export const historyPart: Part = {
  name: "history",
  about: `${few} contacts and many more, loaded and asked about; --contacts ${million} for the whole of it`,
  onlyByName: true,
  run: async (bench) => {
    const { contacts, figure, say } = bench;
    if (contacts < million) say(`${contacts} contacts: the figures that count are those of ${million}`);
    const [short, long] = [await loaded(bench, few), await loaded(bench, contacts)];
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
    say("search: not measured, there is no search page yet");
  },
};

async function loaded({ system: start, figure, say }: Bench, contacts: number): Promise<System> {
  const system = await start();
  // It would chain the audit trail of all those years at once, which is no part of what is measured.
  await system.worker.stop();
  const owner = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await refuseWithoutRowSecurity(system);
    const began = performance.now();
    let told = began;
    await loadDemo(system.context, system.logins.app, {
      contacts,
      seed: "bench",
      onProgress: (written) => {
        if (performance.now() - told < 30_000) return;
        told = performance.now();
        say(`${written} of ${contacts}`);
      },
    });
    const seconds = (performance.now() - began) / 1_000;
    figure(`loading ${contacts}`, `${(contacts / seconds).toFixed(0)} a second`, "at least 556");
    // What autovacuum does by itself in the years that this took.
    await owner`vacuum analyze`;
    const [size] = await owner<{ bytes: string }[]>`select pg_database_size(current_database()) as bytes`;
    const bytes = Number(size?.bytes);
    const all = (bytes / contacts) * million;
    figure(
      `on disk for ${contacts}`,
      `${(bytes / 1e9).toFixed(2)} GB, ${(all / 1e9).toFixed(1)} GB a million`,
      "at most 40 GB a million",
    );
    return system;
  } finally {
    await owner.end();
  }
}

/** The figures are those of the application's login, which the database lets see no more than the actor may. */
async function refuseWithoutRowSecurity({ logins }: System): Promise<void> {
  const app = postgres(logins.app, { max: 1, onnotice: () => undefined });
  try {
    const [found] = await app<{ bound: boolean }[]>`
      select row_security_active('contact') and row_security_active('contact_child') as bound`;
    if (!found?.bound) throw new Error("row-level security does not bind the application's login");
  } finally {
    await app.end();
  }
}
