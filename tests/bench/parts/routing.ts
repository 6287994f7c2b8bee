import postgres from "postgres";
import { decideChildren } from "#services/decisions/decide-children";
import { gatherCrew } from "#services/demo/load/crew";
import { handlers } from "#workers/handlers";
import type { Backend, System } from "../../assurance/support/system.ts";
import { waitFor } from "../../../scripts/processes.mjs";
import { recommendedContacts } from "../../support/recommended-contacts.ts";
import { recorder } from "../bare/recording.ts";
import { startBare, type BareWork } from "../bare/start.ts";
import type { Bench, Part } from "../support/bench.ts";
import { median, percent } from "../support/measure.ts";
import { countRows, difference } from "../support/rows-written.ts";

const rounds = 5;
const contactsARound = 120;

/** Decisions turned into their pathways, against a BullMQ worker that does nothing else than the same SQL. */
export const routingPart: Part = {
  name: "routing",
  about: `${rounds} interleaved rounds of the decisions on ${contactsARound} contacts, on both queues`,
  run: async (bench) => {
    for (const backend of ["postgres", "redis"] as const) await measure(bench, backend);
  },
};

async function measure({ system: start, figure, say }: Bench, backend: Backend): Promise<void> {
  const system = await start(backend);
  await system.worker.stop();
  const owner = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
  await restAllWork(owner);
  const mine = await decideInRounds(system, owner);
  const same = await decideInRounds(system, owner);
  const queueUrl = system.redis?.url ?? system.logins.queue;
  const bare = await startBare(
    "worker.ts",
    [system.logins.app, queueUrl],
    await recordAll(system, same.flat()),
  );
  system.worker.start();
  try {
    await untilChained(owner);
    const [ourRates, bareRates]: [number[], number[]] = [[], []];
    for (let n = 0; n <= rounds; n += 1) {
      const before = await countRows(owner);
      const bareRate = Number(await bare.ask(same[n] ?? []));
      const between = await countRows(owner);
      const ourRate = await route(owner, mine[n] ?? []);
      const unlike = difference(difference(between, before), difference(await countRows(owner), between));
      // The product's worker chains the audit trail too, in its own time, and says that it lives.
      for (const table of ["audit_link", "audit_seal", "heartbeat"]) unlike.delete(table);
      if (unlike.size > 0)
        throw new Error(`they wrote different rows: ${JSON.stringify(Object.fromEntries(unlike))}`);
      // The first round of each is for compilers and caches.
      if (n === 0) continue;
      bareRates.push(bareRate);
      ourRates.push(ourRate);
    }
    const ratios = ourRates.map((rate, n) => rate / (bareRates[n] ?? rate));
    const perSecond = (rates: readonly number[]) =>
      `${median(rates).toFixed(0)} a second (${rates.map((rate) => rate.toFixed(0)).join(", ")})`;
    say(`ours ${perSecond(ourRates)}`);
    say(`bare BullMQ and postgres.js ${perSecond(bareRates)}`);
    const decisions = mine.slice(1).flat().length;
    figure(
      `routing on ${backend}, ours to bare, median of rounds`,
      percent(median(ratios)),
      `at least 70 %; N ${decisions} each`,
    );
  } finally {
    await Promise.all([bare.stop(), owner.end()]);
  }
}

/** The worker first chains what was audited while it was away. */
async function untilChained(owner: postgres.Sql): Promise<void> {
  const isChained = async () => {
    const [left] = await owner<{ none: boolean }[]>`
      select not exists (select from audit_event e where not exists
        (select from audit_link l where l.event_id = e.id)) as none`;
    return left?.none === true;
  };
  if (!(await waitFor(isChained, 120_000, 250))) throw new Error("the audit trail was never chained");
}

/** What is owed waits for its round; the mail that routing owes is another figure, and waits for ever. */
async function restAllWork(owner: postgres.Sql): Promise<void> {
  await owner`
    create function rest() returns trigger language plpgsql as
    'begin new.available_at := new.available_at + interval ''1 day''; return new; end'`;
  await owner`create trigger rest before insert on outbox for each row execute function rest()`;
}

/** @returns for each round the ids of the outbox rows that owe its routing */
async function decideInRounds({ context, logins }: System, owner: postgres.Sql): Promise<string[][]> {
  const contacts = await recommendedContacts(
    context,
    logins.app,
    "bench/routing",
    (rounds + 1) * contactsARound,
  );
  const crew = await gatherCrew(context);
  const owed: string[][] = Array.from({ length: rounds + 1 }, () => []);
  for (const [i, { id, reference, version, childIds }] of contacts.entries()) {
    const draft = { verdict: "agree", ownReason: "I read it all and agree.", pattern: "Of one kind." };
    const { decisionIds } = await decideChildren(context, crew.withRole("manager", i), {
      ...{ reference, contactIds: [id], version, formKey: context.newId() },
      children: childIds.map((childId) => ({ childId, draft })),
    });
    const rows = await owner<{ id: string }[]>`
      select id from outbox where kind = 'route-decision' and subject_id = any(${decisionIds})`;
    owed[Math.floor(i / contactsARound)]?.push(...rows.map((row) => row.id));
  }
  return owed;
}

/** What the worker does with each of them, undone again. */
async function recordAll({ context, logins }: System, ids: readonly string[]): Promise<BareWork> {
  const { record, close } = await recorder(context, logins.app);
  const work: BareWork = new Map();
  for (const outboxId of ids) {
    const job = { outboxId, kind: "route-decision", queue: "routing", recovered: false } as const;
    work.set(outboxId, [await record((recording) => handlers["route-decision"](recording, job))]);
  }
  await close();
  return work;
}

/** Lets the product's worker find these. @returns how many it did a second */
async function route(owner: postgres.Sql, ids: readonly string[]): Promise<number> {
  await owner`update outbox set available_at = now() where id = any(${ids})`;
  await owner`select pg_notify('owed', '')`;
  const isDone = async () => {
    const [left] = await owner<{ n: number }[]>`
      select count(*)::int as n from outbox where id = any(${ids}) and done_at is null`;
    return left?.n === 0;
  };
  if (!(await waitFor(isDone, 120_000, 50))) throw new Error("the worker never finished");
  // Each row is done at the moment when its work began, which is how the bare worker counts too.
  const [rate] = await owner<{ perSecond: number }[]>`
    select (count(*) - 1) / extract(epoch from max(done_at) - min(done_at))::float as "perSecond"
    from outbox where id = any(${ids})`;
  return rate?.perSecond ?? Number.NaN;
}
