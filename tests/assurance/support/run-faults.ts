import { randomBytes } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import { gatherCrew } from "#services/demo/load/crew";
import { randomFrom } from "#services/demo/random";
import { waitFor } from "../../../scripts/processes.mjs";
import { readyDrafts } from "../../support/ready-drafts.ts";
import { recommendedContacts } from "../../support/recommended-contacts.ts";
import { checkHistory, type Findings } from "./check.ts";
import { decideOne } from "./deciders.ts";
import { openHistory } from "./history.ts";
import { plague, type Faults } from "./nemesis.ts";
import { sendForm } from "./submitters.ts";
import { startSystem, type Backend, type System } from "./system.ts";

export type RunOptions = {
  backend: Backend;
  seed: string;
  submissions: number;
  /** A second, whatever is answered: a sender does not wait for another. */
  rate: number;
  decisions: number;
  faults: Faults;
  say: (line: string) => void;
};

export type RunReport = Findings & {
  seed: string;
  backend: Backend;
  seconds: number;
  kills: Faults;
  /** Seconds from the last fault until nothing was owed any more. */
  drained: number;
  /** Messages that a mail server took more than once, because a worker died before it could say so. */
  sentTwice: number;
};

export const newSeed = () => randomBytes(6).toString("hex");

/** Real forms at a fixed rate and decisions beside them while processes are killed; then what everybody was told is checked. */
export async function runFaults(options: RunOptions): Promise<RunReport> {
  const { backend, seed, say } = options;
  say(`Starting web, worker, PostgreSQL${backend === "redis" ? " and Redis" : ""}`);
  const system = await startSystem(backend, say);
  try {
    return await run(system, options);
  } catch (error) {
    say(`Failed with seed ${seed}; logs are in ${system.folder}`);
    throw error;
  } finally {
    await system.stop();
  }
}

async function run(system: System, options: RunOptions): Promise<RunReport> {
  const { seed, submissions, rate, decisions, say } = options;
  const random = randomFrom(`assurance/${seed}`);
  const drafts = await readyDrafts(system.context, seed, submissions);
  const waiting = await recommendedContacts(system.context, system.logins.app, seed, decisions);
  const crew = await gatherCrew(system.context);
  const history = await openHistory(join(system.folder, "history.jsonl"));
  const began = performance.now();
  const seconds = submissions / rate;
  say(`${submissions} forms at ${rate} a second and ${decisions} decisions, under kills; seed ${seed}`);
  await Promise.all([
    plague(system, history, random.fork("faults"), options.faults, seconds),
    openLoop(drafts, seconds, (ready, i) => sendForm(system, history, random.fork(`sender/${i}`), ready)),
    openLoop(waiting, seconds, (contact, i) =>
      decideOne(system, history, crew.withRole("manager", i), contact),
    ),
  ]);
  say("The kills are over; waiting for what is owed");
  const drained = await drain(system);
  await history.close();
  const keys = drafts.map(({ key }) => key);
  const findings = await checkHistory(system.postgres.ownerUrl, history.entries, keys);
  const struck = (target: string) =>
    history.entries.filter(({ what, key }) => what === "fault" && key === target).length;
  return {
    ...findings,
    seed,
    backend: options.backend,
    seconds: (performance.now() - began) / 1000,
    kills: {
      web: system.web.kills,
      worker: system.worker.kills,
      postgres: struck("postgres"),
      redis: struck("redis"),
    },
    drained,
    sentTwice: [...system.mail.taken.values()].filter((times) => times > 1).length,
  };
}

/** Begins each piece of work at its own moment, spread evenly, and waits for all of them. */
async function openLoop<T>(
  all: readonly T[],
  seconds: number,
  work: (one: T, i: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (const [i, one] of all.entries()) {
    const early = began + (i * seconds * 1000) / all.length - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    running.push(work(one, i));
  }
  await Promise.all(running);
}

/** @returns the seconds until nothing was owed; Infinity when something stayed owed */
async function drain(system: System): Promise<number> {
  const began = performance.now();
  const sql = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await waitFor(system.isReady, 60_000, 100);
    const isDone = async () => {
      // Feedback waits ten minutes, and what failed up to a quarter of an hour: that time passes here at once.
      await sql`update outbox set available_at = now() where done_at is null and available_at > now()`;
      const [owed] = await sql<{ n: number }[]>`select count(*)::int as n from outbox where done_at is null`;
      return owed?.n === 0;
    };
    return (await waitFor(isDone, 180_000, 250)) ? (performance.now() - began) / 1000 : Infinity;
  } finally {
    await sql.end();
  }
}
