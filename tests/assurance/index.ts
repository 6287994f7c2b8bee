import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { decideAtOnce } from "./support/managers.ts";
import { newSeed, runFaults, type RunReport } from "./support/run-faults.ts";
import { startSystem, type Backend } from "./support/system.ts";

/*
 * npm run assurance [-- --submissions 10000 --kills 100 --rounds 200 --seed S --backend postgres|redis]
 *
 * The full run of what tests/assurance/*.test.ts does in a minute, from the same code. Half of the submissions and of
 * the kills run on each queue backend unless one is named. About twenty minutes on two quiet cores.
 */
const { values } = parseArgs({
  options: {
    submissions: { type: "string", default: "10000" },
    kills: { type: "string", default: "100" },
    rounds: { type: "string", default: "200" },
    seed: { type: "string", default: newSeed() },
    backend: { type: "string" },
  },
});
const { seed } = values;
const backends: Backend[] =
  values.backend === "postgres" || values.backend === "redis" ? [values.backend] : ["postgres", "redis"];
const share = (all: string) => Math.ceil(Number(all) / backends.length);

const say = (line: string) => console.log(`  ${line}`);
const broken: string[] = [];

function tell(report: RunReport): void {
  const { kills, backend } = report;
  console.log(`${backend} queue, seed ${report.seed}, ${report.seconds.toFixed(0)} s`);
  say(`submitted ${report.submitted}, acknowledged ${report.acknowledged}, decided ${report.decided}`);
  say(`killed: web ${kills.web}, worker ${kills.worker}, PostgreSQL ${kills.postgres}, Redis ${kills.redis}`);
  say(
    `nothing owed any more after ${report.drained.toFixed(1)} s; messages taken twice: ${report.sentTwice}`,
  );
  for (const [what, found] of Object.entries(report)) {
    if (!Array.isArray(found)) continue;
    say(`${what}: ${found.length}`);
    if (found.length > 0) broken.push(`${backend}, ${what}: ${found.slice(0, 5).join(", ")}`);
  }
  if (report.acknowledged < report.submitted) broken.push(`${backend}: some senders never got a receipt`);
}

console.log(`Seed ${seed}; load average ${loadavg()[0]?.toFixed(1)}`);
for (const backend of backends) {
  const kills = share(values.kills);
  tell(
    await runFaults({
      backend,
      seed,
      submissions: share(values.submissions),
      rate: 20,
      decisions: Math.ceil(share(values.submissions) / 5),
      faults: { web: kills, worker: kills, postgres: 5, redis: backend === "redis" ? 6 : 0 },
      say,
    }),
  );
}

const system = await startSystem("postgres", say);
try {
  const report = await decideAtOnce(system, seed, Number(values.rounds), 20);
  console.log(`${report.rounds} rounds of 20 managers on one contact at once`);
  for (const what of ["doubled", "textLost", "notOneWinner"] as const) {
    say(`${what}: ${report[what].length}`);
    if (report[what].length > 0) broken.push(`managers, ${what}: ${report[what].slice(0, 5).join(", ")}`);
  }
} finally {
  await system.stop();
}

if (broken.length > 0) {
  console.error(`\nBroken promises; --seed ${seed} repeats this run:\n${broken.join("\n")}`);
  process.exit(1);
}
console.log(`\nEvery promise held. Load average ${loadavg()[0]?.toFixed(1)}`);
