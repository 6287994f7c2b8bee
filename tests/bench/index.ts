import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { startSystem, type System } from "../assurance/support/system.ts";
import { latencyPart } from "./parts/latency.ts";
import { pagesPart } from "./parts/pages.ts";
import { routingPart } from "./parts/routing.ts";
import { startPart } from "./parts/start.ts";
import { submitPart } from "./parts/submit.ts";
import { weightsPart } from "./parts/weights.ts";

/*
 * npm run bench [-- submit …]
 *
 * Prints figures; README says how to get them rather than what they were. Ratios count, absolutes only guide: each bare
 * server runs in the same minutes as what it is compared with.
 */
const parts = [weightsPart, startPart, submitPart, latencyPart, routingPart, pagesPart];
const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no part called ${unknown.join(", ")}. There are: ${parts.map(({ name }) => name).join(", ")}`,
  );
  process.exit(1);
}

const load = () => loadavg()[0]?.toFixed(1);
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
console.log(`commit ${commit}, node ${process.version}, ${cpus().length} cores, load average ${load()}\n`);

const say = (line: string) => console.log(`  ${line}`);

for (const part of parts) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  console.log(`${part.name}: ${part.about} (load average ${load()})`);
  const started: System[] = [];
  try {
    await part.run({
      system: async (backend = "postgres") => {
        const system = await startSystem(backend, say);
        started.push(system);
        return system;
      },
      figure: (what, value, target) =>
        say(`${what}: ${value}${target === undefined ? "" : `   (${target})`}`),
      say,
    });
  } finally {
    await Promise.all(started.map((system) => system.stop()));
  }
  console.log("");
}
