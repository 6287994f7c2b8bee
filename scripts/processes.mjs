// @ts-check
// What runs on this machine: is a process still the one we started, and which ones work in a folder.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/** What PostgreSQL's programs see of our environment. */
export const bareEnvironment = /** @type {NodeJS.ProcessEnv} */ (
  /** @type {unknown} */ ({
    PATH: "/usr/bin:/bin",
    TZ: "UTC",
    LC_ALL: "C",
  })
);

/**
 * A process id can be given away again, so a process is known by its id and the moment it started.
 * @typedef {{ pid: number, started: string }} ProcessName
 */

/** @param {number} pid @returns {string | undefined} when it started, or nothing when it does not run */
function startedAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name in brackets may hold spaces and brackets; what follows the last one is state, parent, …; 22nd is the start.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    if (process.platform === "linux") return undefined;
  }
  const ps = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return ps.status === 0 ? ps.stdout.trim() || undefined : undefined;
}

/** @param {number} pid @returns {ProcessName | undefined} */
export function processName(pid) {
  const started = startedAt(pid);
  return started === undefined ? undefined : { pid, started };
}

/** @param {ProcessName | undefined} name */
export function isRunning(name) {
  return name !== undefined && startedAt(name.pid) === name.started;
}

/** @param {number} pid @param {NodeJS.Signals} signal @returns {boolean} whether there was one to signal */
export function signal(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * PostgreSQL's processes for one data folder: every one of them works in that folder, also when it is an orphan
 * and its pid file is gone. Elsewhere than on Linux only the one named in the pid file is known.
 * @param {string} cluster @returns {number[]}
 */
export function postgresProcesses(cluster) {
  if (process.platform === "linux") {
    return readdirSync("/proc")
      .filter((entry) => /^\d+$/.test(entry) && worksIn(entry, cluster))
      .map(Number);
  }
  try {
    const pid = Number(readFileSync(`${cluster}/postmaster.pid`, "utf8").split("\n")[0]);
    const command = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(cluster) ? [pid] : [];
  } catch {
    return [];
  }
}

/** @param {string} pid @param {string} folder */
function worksIn(pid, folder) {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder &&
      /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, "latin1"))
    );
  } catch {
    return false;
  }
}

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether it came true in time
 */
export async function waitFor(condition, milliseconds, every = 20) {
  const until = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** @type {boolean | undefined} */
let canFollow;
/**
 * The command that ends with its parent: when the parent is killed without a chance to stop it, the kernel sends the
 * child this signal. Where util-linux is missing the command runs plain, and the next start clears up after it.
 * @param {NodeJS.Signals} signalName @param {string} command @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function endingWithParent(signalName, command, args) {
  canFollow ??= spawnSync("setpriv", ["--pdeathsig", "INT", "true"], { stdio: "ignore" }).status === 0;
  if (!canFollow) return [command, [...args]];
  return ["setpriv", ["--pdeathsig", signalName.replace("SIG", ""), "--", command, ...args]];
}
