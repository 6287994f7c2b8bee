import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { startSystem, type System } from "../assurance/support/system.ts";
import { auditPart } from "./parts/audit.ts";
import { auditCostPart } from "./parts/audit-cost.ts";
import { latencyPart } from "./parts/latency.ts";
import { matchPart } from "./parts/match.ts";
import { pagesPart } from "./parts/pages.ts";
import { routingPart } from "./parts/routing.ts";
import { scalePart } from "./parts/scale.ts";
import { startPart } from "./parts/start.ts";
import { submitPart } from "./parts/submit.ts";
import { weightsPart } from "./parts/weights.ts";

/*
 * npm run bench [-- weights start submit …] [-- scale --contacts 1000000] [-- audit --events 1000000]
 *
 * Prints figures; README says how to get them rather than what they were. Ratios count, absolutes only guide: each bare
 * server runs in the same minutes as what it is compared with. Without a name every part runs but the history and the
 * audit trail.
 */
const parts = [
  ...[weightsPart, startPart, submitPart, latencyPart, routingPart, pagesPart, auditCostPart],
  ...[matchPart, scalePart, auditPart],
];
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    contacts: { type: "string", default: "1000000" },
    events: { type: "string", default: "1000000" },
  },
});
const [contacts, events] = [Number(values.contacts), Number(values.events)];
const wrong = [contacts, events].some((number) => !Number.isInteger(number) || number < 1);
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0 || wrong) {
  console.error(
    `There are ${parts.map(({ name }) => name).join(", ")}, and --contacts and --events take a number: npm run bench -- scale --contacts 1000000`,
  );
  process.exit(1);
}

const load = () => loadavg()[0]?.toFixed(1);
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
console.log(`commit ${commit}, node ${process.version}, ${cpus().length} cores, load average ${load()}\n`);

const say = (line: string) => console.log(`  ${line}`);

for (const part of parts) {
  const wanted = positionals.length > 0 ? positionals.includes(part.name) : !part.onlyByName;
  if (!wanted) continue;
  console.log(`${part.name}: ${part.about} (load average ${load()})`);
  const started: System[] = [];
  try {
    await part.run({
      system: async (backend = "postgres") => {
        const system = await startSystem(backend, say);
        started.push(system);
        return system;
      },
      byName: positionals.length > 0,
      contacts,
      events,
      figure: (what, value, target) =>
        say(`${what}: ${value}${target === undefined ? "" : `   (${target})`}`),
      say,
    });
  } finally {
    await Promise.all(started.map((system) => system.stop()));
  }
  console.log("");
}
