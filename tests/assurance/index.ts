import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { runMachine } from "./support/machine/run.ts";
import { tellMachine } from "./support/machine/tell.ts";
import { decideAtOnce } from "./support/managers.ts";
import { sendUnderOneKey } from "./support/one-key.ts";
import { tellFaults, tellManagers, tellOneKey, tellScreeners, tellSeen } from "./support/report.ts";
import { newSeed, runFaults } from "./support/run-faults.ts";
import { takeTogether } from "./support/screeners.ts";
import { startSystem, type Backend, type System } from "./support/system.ts";
import { sendWithoutQueue } from "./support/without-queue.ts";

/*
 * npm run assurance [-- --submissions 10000 --kills 100 --rounds 200 --keys 1000 --screened 1000 --machined 10000 --seed S --backend postgres|redis]
 *
 * The full run of what tests/assurance/faults.test.ts does in a minute, from the same code: so many forms and so many
 * kills of web and of the worker on each queue backend, unless one is named. On the first also the managers' rounds,
 * twenty screeners who take so many contacts from one queue, so many contacts at random through every step to the end of
 * their work (first, on a system of its own), and for each of so many idempotency keys fifty posts at once by the form and fifty by the API: another ten minutes. About a
 * quarter of an hour a backend on two quiet cores. The same seed repeats the same faults; a count of 0 leaves its part out.
 */
const { values } = parseArgs({
  options: {
    submissions: { type: "string", default: "10000" },
    kills: { type: "string", default: "100" },
    rounds: { type: "string", default: "200" },
    keys: { type: "string", default: "1000" },
    screened: { type: "string", default: "1000" },
    machined: { type: "string", default: "10000" },
    seed: { type: "string", default: newSeed() },
    backend: { type: "string" },
  },
});
const { seed } = values;
const numberOf = (name: Exclude<keyof typeof values, "seed" | "backend">) => Number(values[name]);
const [submissions, kills, rounds] = [numberOf("submissions"), numberOf("kills"), numberOf("rounds")];
const [keys, screened, machined] = [numberOf("keys"), numberOf("screened"), numberOf("machined")];
const backends: Backend[] =
  values.backend === "postgres" || values.backend === "redis" ? [values.backend] : ["postgres", "redis"];

const say = (line: string) => console.log(`  ${line}`);
const load = () => `load average ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`;
const broken: string[] = [];

function tell(what: string, report: { lines: string[]; broken: string[] }): void {
  console.log(`\n${what}, seed ${seed}, ${load()}`);
  report.lines.forEach(say);
  broken.push(...report.broken.map((promise) => `${what}: ${promise}`));
}

/** Two web processes share the posts, so that nothing in the memory of one can be what keeps them to one contact. */
async function underOneKey(system: System) {
  const other = await system.anotherWeb([]);
  try {
    return tellOneKey(await sendUnderOneKey(system, seed, keys, [system.origin, other.origin]));
  } finally {
    await other.stop();
  }
}

/** On a system of its own, whose tables hold nothing else, and without its worker: the run is the worker. */
async function throughTheMachine() {
  const system = await startSystem("postgres", say);
  const owner = postgres(system.postgres.ownerUrl, { max: 8, onnotice: () => undefined });
  try {
    await system.worker.stop();
    const options = { seed, contacts: machined, opening: new Date("2026-11-24T10:00:00Z"), say };
    return tellMachine(await runMachine(system.context, owner, options));
  } finally {
    await owner.end();
    await system.stop();
  }
}

console.log(`Seed ${seed}`);
if (machined > 0) tell("contacts through the machine", await throughTheMachine());
for (const [turn, backend] of backends.entries()) {
  console.log(`\nStarting web, worker, PostgreSQL${backend === "redis" ? " and Redis" : ""}; ${load()}`);
  const system = await startSystem(backend, say);
  const brokenBefore = broken.length;
  let failed = true;
  try {
    tell(`${backend} queue taken away`, tellSeen(await sendWithoutQueue(system, seed, 20)));
    if (turn === 0 && rounds > 0)
      tell("managers", tellManagers(await decideAtOnce(system, seed, rounds, 20)));
    if (turn === 0 && screened > 0)
      tell("screeners", tellScreeners(await takeTogether(system, seed, screened)));
    if (turn === 0 && keys > 0) tell("one key", await underOneKey(system));
    if (submissions > 0) {
      const few = Math.max(1, Math.ceil(kills / 10));
      const faults = { web: kills, worker: kills, postgres: few, redis: backend === "redis" ? few : 0 };
      const decisions = Math.ceil(submissions / 5);
      const options = { seed, submissions, rate: 20, decisions, faults, rest: "waited", say } as const;
      tell(`${backend} queue under faults`, tellFaults(await runFaults(system, options)));
    }
    failed = broken.length > brokenBefore;
  } finally {
    if (failed) say(`Seed ${seed}. Logs and everything that clients were told stay in ${system.folder}`);
    await system.stop({ keepFolder: failed });
  }
}

if (broken.length > 0) {
  console.error(`\nBroken promises; --seed ${seed} repeats these faults:\n${broken.join("\n")}`);
  process.exit(1);
}
console.log(`\nEvery promise held. Seed ${seed}, ${load()}`);
