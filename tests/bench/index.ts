import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { startSystem, type System } from "../assurance/support/system.ts";
import { submitPart } from "./parts/submit.ts";
import type { Bench } from "./support/bench.ts";

/*
 * npm run bench [-- submit …]
 *
 * Prints figures; README says how to get them rather than what they were. Ratios count, absolutes only guide: each bare
 * server runs in the same minutes as what it is compared with.
 */
const parts = [submitPart];
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

let started: Promise<System> | undefined;
const bench: Bench = {
  system: () => (started ??= startSystem("postgres", (line) => console.log(`  ${line}`))),
  figure: (what, value, target) =>
    console.log(`  ${what}: ${value}${target === undefined ? "" : `   (${target})`}`),
  say: (line) => console.log(`  ${line}`),
};

try {
  for (const part of parts) {
    if (positionals.length > 0 && !positionals.includes(part.name)) continue;
    console.log(`${part.name}: ${part.about} (load average ${load()})`);
    await part.run(bench);
    console.log("");
  }
} finally {
  await (await started)?.stop();
}
