// @ts-check
// The embedded database: a real PostgreSQL under the data directory, for one machine.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { nextFreePort } from "./ports.mjs";
import { embeddedPrograms } from "./postgres-programs.mjs";
import {
  bareEnvironment,
  endingWithParent,
  isRunning,
  postgresProcesses,
  processName,
  signal,
  waitFor,
} from "./processes.mjs";
import { databaseUser, homeFor } from "./unprivileged.mjs";

const defaultPort = 54329;
/** The login that owns the tables. It may make logins and databases, and is no superuser: as in production. */
const owner = "frontdoor_owner";

/**
 * @typedef {object} Options
 * @property {string} dataDir
 * @property {number} [port] where to listen first of all; else the remembered one
 * @property {boolean} [durable] false makes commits cheap and a crash fatal: for tests alone
 * @property {string} [programs] another PostgreSQL's folder of programs
 * @property {string} [database] made with the cluster
 * @property {Record<string, string | number>} [settings]
 * @property {(line: string) => void} [say] progress and notes for the person who started it
 *
 * @typedef {object} Postgres
 * @property {number} port
 * @property {number} pid
 * @property {string} home the folder that holds its data
 * @property {boolean} fresh whether the cluster was made just now
 * @property {string} ownerUrl the owner's login to the database
 * @property {(database: string) => string} urlFor the owner's login to another database
 * @property {Promise<number | null>} exited resolves with the exit code, whoever ended it
 * @property {() => Promise<void>} stop ends all sessions and writes everything out
 */

/**
 * Starts the database, making it first if need be.
 * @param {Options} options @returns {Promise<Postgres>}
 * @throws when the data is in use by a running start, or PostgreSQL does not come up
 */
export async function startPostgres(options) {
  const { durable = true, database = "front_door", say = () => {} } = options;
  const dataDir = resolve(options.dataDir);
  makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  const { home, moved } = homeFor(dataDir);
  const cluster = join(home, "postgres");
  if (moved) say(`The database's own user cannot enter ${dataDir}, so its data is in ${home}`);

  const user = databaseUser(cluster);
  const programs = options.programs ?? embeddedPrograms(user);
  const notes = join(home, "postgres.json");
  await endOrphans(cluster, notes, say);

  const fresh = !existsSync(cluster);
  if (!fresh && !existsSync(passwordFile(dataDir))) {
    throw new Error(
      `${passwordFile(dataDir)} is gone, and without it nobody can enter the database in ${cluster}.`,
    );
  }
  const passwords = readPasswords(dataDir);
  if (fresh) initialise({ cluster, user, programs, database, passwords, say });

  const wanted = options.port ?? readNotes(notes).port ?? defaultPort;
  const log = join(home, "postgres.log");
  let port = await nextFreePort(wanted);
  let server = await launch({
    cluster,
    user,
    programs,
    log,
    settings: { ...serverSettings(port, durable), ...options.settings },
  });
  // Another program can take the port between the question and the answer.
  for (
    let attempt = 1;
    !server.ready && attempt < 5 && /could not bind/.test(readFileSync(log, "utf8"));
    attempt += 1
  ) {
    port = await nextFreePort(port + 1);
    server = await launch({
      cluster,
      user,
      programs,
      log,
      settings: { ...serverSettings(port, durable), ...options.settings },
    });
  }
  const { child, exited } = server;
  if (!server.ready || child.pid === undefined) {
    child.kill("SIGQUIT");
    throw new Error(`PostgreSQL did not start. The last lines of ${log}:\n${lastLines(log)}`);
  }
  let ended = false;
  void exited.then(() => (ended = true));
  if (port !== wanted) say(`Port ${wanted} is in use by another program, so the database listens on ${port}`);
  writeFileSync(notes, JSON.stringify({ port, supervisor: processName(process.pid) }));
  const urlFor = (/** @type {string} */ name) =>
    `postgres://${owner}:${passwords.owner}@127.0.0.1:${port}/${name}`;
  return {
    port,
    pid: child.pid,
    home,
    fresh,
    ownerUrl: urlFor(database),
    urlFor,
    exited,
    stop: async () => {
      if (ended) return;
      child.kill("SIGINT");
      const timer = setTimeout(() => child.kill("SIGQUIT"), 20_000);
      await exited;
      clearTimeout(timer);
      writeFileSync(notes, JSON.stringify({ port }));
    },
  };
}

/**
 * @param {{ cluster: string, user: import("./unprivileged.mjs").User | undefined, programs: string, log: string,
 *   settings: Record<string, string | number> }} options
 */
async function launch({ cluster, user, programs, log, settings }) {
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, all] = endingWithParent("SIGINT", join(programs, "postgres"), ["-D", cluster, ...args]);
  const output = openSync(log, "w", 0o600);
  // Its own process group: Ctrl-C reaches only the supervisor, which stops it last.
  const child = spawn(command, all, {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", output, output],
    env: bareEnvironment,
  });
  closeSync(output);
  /** @type {Promise<number | null>} */
  const exited = new Promise((done) => child.once("exit", done).once("error", () => done(1)));
  let ended = false;
  void exited.then(() => (ended = true));
  // Long, because after a crash it reads its log again before it is ready.
  await waitFor(() => ended || isReady(cluster, child.pid), 300_000, 10);
  return { child, exited, ready: !ended && isReady(cluster, child.pid) };
}

/** @param {number} port @param {boolean} durable */
function serverSettings(port, durable) {
  return {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // What people typed stays out of the log: no statements, and no DETAIL lines with values.
    log_min_messages: "warning",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", full_page_writes: "off", autovacuum_naptime: "5min" }),
  };
}

/**
 * Makes the cluster beside its place and moves it there when it is whole: a start that is killed half way leaves no
 * half-made database behind.
 * @param {{ cluster: string, user: import("./unprivileged.mjs").User | undefined, programs: string, database: string,
 *   passwords: { superuser: string, owner: string }, say: (line: string) => void }} options
 */
function initialise({ cluster, user, programs, database, passwords, say }) {
  say("Making the database");
  const fresh = `${cluster}.new`;
  const secret = `${cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(secret, passwords.superuser, { mode: 0o600 });
  if (user !== undefined) for (const path of [fresh, secret]) chownSync(path, user.uid, user.gid);
  try {
    const locale = process.platform === "linux" ? "C.UTF-8" : "C";
    run(user, join(programs, "initdb"), [
      ...["-D", fresh, "-U", "postgres", "--pwfile", secret, "--auth", "scram-sha-256"],
      ...["--encoding", "UTF8", "--locale", locale, "--no-instructions"],
    ]);
    const sql = [
      `create role ${owner} login createrole createdb password '${passwords.owner}'`,
      `create database ${database} owner ${owner}`,
    ];
    run(user, join(programs, "postgres"), ["--single", "-D", fresh, "postgres"], `${sql.join("\n")}\n`);
    renameSync(fresh, cluster);
  } finally {
    rmSync(secret, { force: true });
  }
}

/** @param {import("./unprivileged.mjs").User | undefined} user @param {string} command @param {string[]} args @param {string} [input] */
function run(user, command, args, input = "") {
  const result = spawnSync(command, args, {
    ...user,
    cwd: "/",
    input,
    encoding: "utf8",
    env: bareEnvironment,
  });
  const output = `${result.stdout ?? ""}${result.stderr ?? ""}`;
  if (result.error) throw new Error(`${command} could not be run: ${result.error.message}`);
  // A single-user session goes on after a failed statement and ends well, so its words are read too.
  if (result.status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(output))
    throw new Error(`${command} failed:\n${output.trim()}`);
}

/** @param {string} dataDir */
const passwordFile = (dataDir) => join(dataDir, "secrets", "postgres.json");

/** @param {string} dataDir @returns {{ superuser: string, owner: string }} */
function readPasswords(dataDir) {
  const file = passwordFile(dataDir);
  makeFolder(dirname(file), 0o700);
  if (!existsSync(file)) {
    const password = () => randomBytes(24).toString("base64url");
    writeFileSync(file, JSON.stringify({ superuser: password(), owner: password() }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * A start that was killed may leave its database running. It is ended here, unless that start is still alive.
 * @param {string} cluster @param {string} notes @param {(line: string) => void} say
 */
async function endOrphans(cluster, notes, say) {
  if (!existsSync(cluster)) return;
  const { supervisor } = readNotes(notes);
  if (isRunning(supervisor) && postgresProcesses(cluster).length > 0) {
    throw new Error(
      `The database in ${cluster} is in use by process ${supervisor?.pid}, which is still running. Stop that one first.`,
    );
  }
  if (postgresProcesses(cluster).length > 0) say("Ending the database that an earlier start left behind");
  for (const strength of /** @type {const} */ (["SIGINT", "SIGINT", "SIGQUIT", "SIGKILL"])) {
    for (const pid of postgresProcesses(cluster)) signal(pid, strength);
    if (await waitFor(() => postgresProcesses(cluster).length === 0, 5_000)) break;
  }
  // Nothing works in this folder any more, so a pid file in it is stale, whatever program has that number by now.
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** @param {string} notes @returns {{ port?: number, supervisor?: import("./processes.mjs").ProcessName }} */
function readNotes(notes) {
  try {
    return JSON.parse(readFileSync(notes, "utf8"));
  } catch {
    return {};
  }
}

/** The eighth line of the pid file says what the server is doing. @param {string} cluster @param {number | undefined} pid */
function isReady(cluster, pid) {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/**
 * Recursive mkdir gives its mode to every parent that it makes, so only the last one gets it, and only when it is new.
 * @param {string} folder @param {number} mode
 */
function makeFolder(folder, mode) {
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(folder)) mkdirSync(folder, { mode });
}

/** @param {string} file */
function lastLines(file) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-10).join("\n");
}
