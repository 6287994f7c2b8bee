// @ts-check
// What the tests need besides packages: a browser and a Redis. As root on Debian they are installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** @type {{ what: string, program: string, packageName: string, variable: string }[]} */
const needs = [
  { what: "a browser", program: "chromium", packageName: "chromium", variable: "CHROMIUM" },
  { what: "Redis", program: "redis-server", packageName: "redis-server", variable: "" },
];

/** @param {(line: string) => void} say @throws when something is missing and cannot be installed here */
export function getTestNeeds(say) {
  const missing = needs.filter(
    ({ program, variable }) => !(variable && process.env[variable]) && !find(program),
  );
  if (missing.length === 0) return;
  const packages = missing.map(({ packageName }) => packageName);
  const command = `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  const names = missing.map(({ what }) => what).join(" and ");
  if (process.getuid?.() !== 0 || !find("apt-get")) {
    throw new Error(`The tests need ${names}. On Debian or Ubuntu: sudo ${command}`);
  }
  say(`Getting ${names} (${command})`);
  apt(["update", "-q"]);
  apt(["install", "-y", "-q", "--no-install-recommends", ...packages]);
  // Debian starts the new Redis at once; the tests start their own.
  if (packages.includes("redis-server")) spawnSync("service", ["redis-server", "stop"], { stdio: "ignore" });
}

/** @param {string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const result = spawnSync("apt-get", args, { env, encoding: "utf8" });
  if (result.status !== 0)
    throw new Error(`apt-get ${args.join(" ")} failed:\n${result.stdout}${result.stderr}`);
}

/** @param {string} program */
export function find(program) {
  const folders = (process.env.PATH ?? "").split(":").concat("/usr/bin", "/usr/local/bin");
  return folders.map((folder) => `${folder}/${program}`).find((path) => existsSync(path));
}
