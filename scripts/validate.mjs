// @ts-check
// npm run validate: everything about the code that can be said without running it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { endingWithParent } from "./processes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Scripts of package.json, the longest first: lint and types take about as long as the other three together. */
export const checks = ["lint", "types", "layout", "unused", "deps"];

/** One core each: lint alone takes 2 GB, so more at once would not be faster everywhere. */
const atOnce = 2;

/**
 * Runs every check, also after one has failed, and tells what the failed ones said.
 * @param {(line: string) => void} say @param {string} [house] the folder that is checked
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function validate(say, house = root) {
  const { scripts } = JSON.parse(readFileSync(join(house, "package.json"), "utf8"));
  const waiting = [...checks];
  const counts = { passed: 0, failed: 0 };
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const began = performance.now();
      const { code, said } = await run(house, scripts[name]);
      const took = `${((performance.now() - began) / 1000).toFixed(0)} s`;
      counts[code === 0 ? "passed" : "failed"] += 1;
      say(
        code === 0 ? `${name}: nothing to mend (${took})` : `✖ ${name}: ${scripts[name]}\n${said.trim()}\n`,
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return counts;
}

/**
 * Without npm, which would take half a second for each and not pass a signal on.
 * @param {string} house @param {string} script @returns {Promise<{ code: number | null, said: string }>}
 */
function run(house, script) {
  const [program = "", ...args] = script.split(" ");
  return new Promise((resolve, reject) => {
    const tool = endingWithParent("SIGTERM", join(root, "node_modules", ".bin", program), args);
    const child = spawn(...tool, { cwd: house, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said }));
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await validate((line) => console.log(line));
  process.exitCode = failed > 0 ? 1 : 0;
}
