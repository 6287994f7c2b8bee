// @ts-check
// npm start: everything this service needs, on one machine, from a fresh clone to "Ready on …", until Ctrl-C.
import { existsSync, mkdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkNode, installIfNeeded, root } from "./install.mjs";
import { onlyOne } from "./only-one.mjs";
import { environments, keysIn, readPlan } from "./plan.mjs";
import { isFree, nextFreePort } from "./ports.mjs";
import { supervise } from "./supervise.mjs";

/** @param {string} line */
const say = (line) => console.log(line);

/** What has been started, to be stopped in the opposite order. @type {(() => unknown)[]} */
const started = [];
let stopping = false;

/** Seconds for web and worker to be ready. */
const patience = 120;
let statusNow = "no answer yet";

/** @param {number} code */
async function stop(code) {
  if (stopping) process.exit(1);
  stopping = true;
  for (const end of started.reverse()) {
    try {
      await end();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(code);
}

/** @param {unknown} error */
async function giveUp(error) {
  if (stopping) return;
  console.error(`\nThis could not start.\n${error instanceof Error ? error.message : String(error)}`);
  await stop(1);
}

async function start() {
  checkNode();
  const plan = readPlan(process.env);
  await installIfNeeded(say);
  const { buildIfNeeded } = await import("./build.mjs");
  await buildIfNeeded(say);

  // From here on there is something to stop. A second signal does not wait.
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(name, () => {
      if (!stopping) say("\nStopping");
      void stop(0);
    });
  }
  mkdirSync(plan.dataDir, { recursive: true });
  const here = await onlyOne(plan.dataDir, say);
  started.push(here.release);
  const port = await webPort(plan);

  const ownKeys = await keys(plan);
  await refuseBadSettings(plan, port, ownKeys);

  const { keepPostgres, prepareDatabase, seedIfEmpty } = await import("./prepare-database.mjs");
  let embeddedUrl;
  if (plan.embedded) {
    say("Starting the database");
    const server = await keepPostgres(plan, say);
    started.push(server.stop);
    embeddedUrl = server.ownerUrl;
  }
  const { owner, logins } = await prepareDatabase(plan, process.env, embeddedUrl, say);

  /** @type {Record<string, import("./supervise.mjs").Supervised>} */
  const jobs = {};
  const onChange = () => here.note(Object.values(jobs).map((job) => job.process()));
  const log = (/** @type {string} */ name) => join(plan.dataDir, "logs", `${name}.log`);
  /** @param {string} name @param {Partial<import("./supervise.mjs").Job> & { args: string[] }} job */
  const run = (name, job) => {
    const supervised = supervise({
      name: `The ${name}`,
      env: process.env,
      log: log(name),
      say,
      onChange,
      ...job,
    });
    jobs[name] = supervised;
    started.push(supervised.stop);
    onChange();
    return supervised.ready;
  };

  const smtpUrl = process.env.SMTP_URL || (plan.demo ? await mailbox(plan, run) : undefined);
  const env = environments(process.env, plan, { port, logins, keys: ownKeys, smtpUrl });
  if (plan.demo && owner !== undefined) await seedIfEmpty(owner, env.worker, log("demo-seed"), say);

  say("Starting web and worker");
  const isReady = () => answers(port, env.web.ORIGIN ?? "");
  await inTime([
    run("web", { args: [join(root, "build", "server.js")], env: env.web, isReady }),
    run("worker", { args: [join(root, "build", "workers", "index.js")], env: env.worker }),
  ]);
  const origin = env.web.ORIGIN ?? "";
  say(`\nReady on ${origin}\n`);
  for (const line of howToSignIn(plan, origin)) say(line);
}

/** Neither endless silence nor an endless wait. @param {Promise<void>[]} waited */
async function inTime(waited) {
  const note = setTimeout(() => say(`Still waiting for them to be ready: ${statusNow}`), 15_000);
  const tooLate = new Promise((_, reject) => {
    const why = () => new Error(`Web and worker run but are not ready after ${patience} s: ${statusNow}`);
    setTimeout(() => reject(why()), patience * 1000).unref();
  });
  await Promise.race([Promise.all(waited), tooLate]).finally(() => clearTimeout(note));
}

/** @param {import("./plan.mjs").Plan} plan */
async function webPort(plan) {
  if (await isFree(plan.port)) return plan.port;
  if (plan.portGiven)
    throw new Error(`Port ${plan.port} is in use by another program. Stop it, or give another PORT.`);
  const port = await nextFreePort(plan.port + 1);
  say(`Port ${plan.port} is in use by another program, so this listens on ${port}`);
  return port;
}

/** @param {import("./plan.mjs").Plan} plan */
async function keys(plan) {
  const given = keysIn(process.env);
  if (Object.values(given).some(Boolean) || !(plan.demo || plan.embedded)) return given;
  const { ownKeys } = await import("./secrets.mjs");
  const { keys: own, made, file } = ownKeys(plan.dataDir);
  if (made) say(`Made keys of its own, in ${file}. Without them nothing that was written can be read again.`);
  return own;
}

/**
 * A mail server for the demonstration, which keeps each message as a file.
 * @param {import("./plan.mjs").Plan} plan
 * @param {(name: string, job: Partial<import("./supervise.mjs").Job> & { args: string[] }) => Promise<void>} run
 */
async function mailbox(plan, run) {
  const script = join(root, "build", "scripts", "demo-mailbox.js");
  if (!existsSync(script)) return undefined;
  const port = await nextFreePort(10_025);
  await run("mailbox", { args: [script, join(plan.dataDir, "mailbox"), String(port)] });
  return `smtp://127.0.0.1:${port}`;
}

/**
 * Asked on this machine, by the name that people use: the web answers to no other.
 * @param {number} port @param {string} origin @returns {Promise<boolean>}
 */
function answers(port, origin) {
  return new Promise((resolve) => {
    const options = {
      port,
      host: "127.0.0.1",
      path: "/health/ready",
      timeout: 2_000,
      headers: { host: new URL(origin).host },
    };
    const asked = request(options, (response) => {
      statusNow = `/health/ready answers ${response.statusCode}`;
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.once("timeout", () => asked.destroy(new Error("no answer")));
    asked.once("error", () => {
      statusNow = "/health/ready does not answer";
      resolve(false);
    });
    asked.end();
  });
}

/**
 * Everything that web and worker would refuse, before anything is changed: the logins are not known yet, so others
 * stand in for them.
 * @param {import("./plan.mjs").Plan} plan @param {number} port @param {Record<string, string | undefined>} keys
 */
async function refuseBadSettings(plan, port, keys) {
  const { readConfig } = await import(pathToFileURL(join(root, "build", "config.js")).href);
  const login = (/** @type {string} */ name) => `postgres://${name}@127.0.0.1/front_door`;
  const logins = { app: login("app"), queue: login("queue"), sequencer: login("sequencer") };
  const env = environments(process.env, plan, { port, logins, keys, smtpUrl: process.env.SMTP_URL });
  try {
    readConfig(env.web, "web");
    readConfig(env.worker, "worker");
  } catch (error) {
    const hint =
      plan.demo || process.env.NODE_ENV === "production" ? "" : "\nOr set DEMO=1 to start a demonstration.";
    throw new Error(`${error instanceof Error ? error.message : String(error)}${hint}`);
  }
}

/** @param {import("./plan.mjs").Plan} plan @param {string} origin */
function howToSignIn(plan, origin) {
  const data = `Data is kept in ${plan.dataDir}. Ctrl-C stops everything.`;
  if (!plan.demo) return [`Sign in at ${origin}/account/sign-in.`, data];
  return [
    `This is a demonstration. Sign in at ${origin}/account/sign-in as any of its people; no password is needed.`,
    `Emails that it sends are at ${origin}/demo/mailbox, and the public form is at ${origin}/.`,
    data,
  ];
}

start().catch(giveUp);
