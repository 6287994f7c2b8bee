import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { gatherCrew } from "#services/demo/load/crew";
import { randomFrom } from "#services/demo/random";
import { openLoop } from "../../support/open-loop.ts";
import { readyDrafts } from "../../support/ready-drafts.ts";
import { recommendedContacts } from "../../support/recommended-contacts.ts";
import { checkHistory, type Findings } from "./check.ts";
import { decideOne } from "./deciders.ts";
import { drain, longestWaits, type Rest } from "./drain.ts";
import { openHistory } from "./history.ts";
import { plague, type Struck } from "./nemesis.ts";
import { planFaults, type Faults } from "./plan.ts";
import { sendForm } from "./submitters.ts";
import type { Backend, System } from "./system.ts";
import type { Traffic } from "./traffic.ts";

export type RunOptions = {
  seed: string;
  /** At least so many; more are sent as long as a kill is due, because one in silence would prove nothing. */
  submissions: number;
  /** A second, whatever is answered: a sender does not wait for another. */
  rate: number;
  decisions: number;
  faults: Faults;
  rest: Rest;
  say: (line: string) => void;
};

export type RunReport = Findings &
  Struck & {
    seed: string;
    backend: Backend;
    seconds: number;
    /** Seconds from the last fault until nothing was owed any more; Infinity when something stayed owed. */
    drained: number;
    /** Seconds that the row of each kind that waited longest was owed, from the moment it could be done. */
    longestOwed: Record<string, number>;
    /** Messages that a mail server took more than once, because a worker died before it could say so. */
    sentTwice: number;
    /** How often a process ended although nobody killed it; the worker may, for its supervisor. */
    ownEnds: { web: number; worker: number };
  };

export const newSeed = () => randomBytes(6).toString("hex");

/** Real forms at a fixed rate and decisions beside them while processes are killed; then what everybody was told is checked. */
export async function runFaults(system: System, options: RunOptions): Promise<RunReport> {
  const { seed, submissions, rate, decisions, say } = options;
  const { context, logins, traffic, web, worker } = system;
  const random = randomFrom(`assurance/${seed}`);
  const seconds = submissions / rate;
  const forms = moreOf(
    traffic,
    await readyDrafts(context, seed, submissions),
    (n) => readyDrafts(context, `${seed}/more/${n}`, rate),
    () => over,
  );
  const waiting = moreOf(
    traffic,
    await recommendedContacts(context, logins.app, seed, decisions),
    (n) => recommendedContacts(context, logins.app, `${seed}/more/${n}`, 10),
    () => over,
  );
  const crew = await gatherCrew(context);
  const history = await openHistory(join(system.folder, "history.jsonl"));
  const began = performance.now();
  let over = false;
  say(`${submissions} forms at ${rate} a second and ${decisions} decisions, under kills; seed ${seed}`);
  const striking = plague(system, history, planFaults(seed, options.faults), seconds).finally(
    () => (over = true),
  );
  const sending = openLoop(forms, 1_000 / rate, (ready, i) => {
    system.sentKeys.add(ready.key);
    return sendForm(system, history, random.fork(`sender/${i}`), ready);
  });
  const deciding = openLoop(waiting, (seconds * 1_000) / decisions, (contact, i) =>
    decideOne(system, history, crew.withRole("manager", i), contact),
  );
  try {
    await Promise.all([striking, sending, deciding]);
    const struck = await striking;
    say("The kills are over; waiting for what is owed");
    const drained = await drain(system, options.rest);
    return {
      ...(await checkHistory(system, history.entries)),
      ...struck,
      ...{ seed, backend: system.backend, drained },
      seconds: (performance.now() - began) / 1_000,
      longestOwed: await longestWaits(system),
      sentTwice: [...system.mail.taken.values()].filter((times) => times > 1).length,
      ownEnds: { web: web.ownEnds, worker: worker.ownEnds },
    };
  } finally {
    // Whatever went wrong, everybody stops before the history is closed under them.
    over = true;
    traffic.stopped = true;
    await Promise.allSettled([striking, sending, deciding]);
    await history.close();
  }
}

/** What was made ready, and then more of it in small lots until it is over. */
async function* moreOf<T>(
  traffic: Traffic,
  ready: readonly T[],
  more: (lot: number) => Promise<readonly T[]>,
  isOver: () => boolean,
): AsyncGenerator<T> {
  for (const one of ready) {
    if (traffic.stopped) return;
    yield one;
  }
  for (let lot = 0; !isOver(); lot += 1) {
    // While PostgreSQL is down nothing can be made; the next lot is another one, because half of this may be there.
    const made = await more(lot).catch(() => new Promise<T[]>((resolve) => setTimeout(resolve, 200, [])));
    for (const one of made) {
      if (isOver()) return;
      yield one;
    }
  }
}
