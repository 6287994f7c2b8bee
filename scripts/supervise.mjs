// @ts-check
// Keeps a process running: starts it again when it ends, and ends it in good order when asked.
import { spawn } from "node:child_process";
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { endingWithParent, processName } from "./processes.mjs";

const shortestWait = 500;
const longestWait = 15_000;
/** A process that lived this long had started well; the next wait is short again. */
const settledAfter = 30_000;
/** A process that ends this often without ever being ready will not get there by itself. */
const hopelessAfter = 3;
const patience = 10_000;
const largestLog = 10 * 1024 * 1024;

/**
 * @typedef {object} Job
 * @property {string} name what to call it to a person
 * @property {string[]} args what node runs
 * @property {Record<string, string | undefined>} env
 * @property {string} log a file for what it prints
 * @property {(line: string) => void} say
 * @property {() => Promise<boolean>} [isReady] asked until it is true; without it the process sends the message "ready",
 *   or logs it
 * @property {() => void} [onChange] the process behind this job is another one now
 *
 * @typedef {object} Supervised
 * @property {Promise<void>} ready rejects when it ends again and again before being ready
 * @property {() => import("./processes.mjs").ProcessName | undefined} process
 * @property {() => Promise<void>} stop
 */

/** @param {Job} job @returns {Supervised} */
export function supervise(job) {
  let stopping = false;
  let early = 0;
  let wait = shortestWait;
  let isUp = false;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {() => void} */
  let ended = () => {};
  /** @type {{ resolve: () => void, reject: (error: Error) => void }} */
  let settle = { resolve: () => {}, reject: () => {} };
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => (settle = { resolve, reject }));
  ready.catch(() => {});

  const up = () => {
    isUp = true;
    settle.resolve();
  };
  const start = () => {
    const began = Date.now();
    const log = openLog(job.log);
    const from = fstatSync(log).size;
    const [command, args] = endingWithParent("SIGTERM", process.execPath, job.args);
    // Its own process group, so that Ctrl-C reaches it through the supervisor only, which knows the order.
    const mine = spawn(command, args, {
      env: /** @type {NodeJS.ProcessEnv} */ (job.env),
      detached: true,
      stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    child = mine;
    job.onChange?.();
    mine.on("message", (message) => {
      if (message === "ready" && job.isReady === undefined) up();
    });
    mine.once("error", (error) => settle.reject(error));
    mine.once("exit", (code, signal) => {
      child = undefined;
      ended();
      if (stopping) return;
      if (!isUp && (early += 1) >= hopelessAfter) {
        settle.reject(new Error(`${job.name} does not start. The end of ${job.log}:\n${lastLines(job.log)}`));
        return;
      }
      if (Date.now() - began > settledAfter) wait = shortestWait;
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      job.say(`${job.name} ${how}; starting it again in ${wait / 1000} s`);
      timer = setTimeout(start, wait);
      wait = Math.min(wait * 2, longestWait);
    });
    if (!isUp) void ask(mine, job.isReady ?? (async () => saysReady(job.log, from)));
  };
  /** @param {import("node:child_process").ChildProcess} mine @param {() => Promise<boolean>} isReady */
  const ask = async (mine, isReady) => {
    while (child === mine && !stopping && !isUp) {
      if (await isReady()) return up();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  start();
  return {
    ready,
    process: () => (child?.pid === undefined ? undefined : processName(child.pid)),
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child === undefined) return;
      const gone = new Promise((resolve) => (ended = () => resolve(undefined)));
      const kill = setTimeout(() => child?.kill("SIGKILL"), patience);
      child.kill("SIGTERM");
      await gone;
      clearTimeout(kill);
    },
  };
}

/** @param {string} file */
function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.old`);
  return openSync(file, "a", 0o600);
}

/** @param {string} file @param {number} from where this process began to write */
function saysReady(file, from) {
  return /"msg":"ready"/.test(readFileSync(file).subarray(from).toString("utf8"));
}

/** @param {string} file */
export function lastLines(file, count = 15) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n");
}
