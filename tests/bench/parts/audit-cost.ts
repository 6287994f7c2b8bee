import { fileURLToPath } from "node:url";
import { join } from "node:path";
import postgres from "postgres";
import type { System } from "../../assurance/support/system.ts";
import { sendContact } from "../../support/contacts.ts";
import { ask } from "../../support/http-client.ts";
import { readyDrafts, type ReadyDraft } from "../../support/ready-drafts.ts";
import { addStaff, signedIn } from "../../support/staff.ts";
import { startBare } from "../bare/start.ts";
import type { Bench, Part } from "../support/bench.ts";
import { median, pagesASecond, percent, throughput, type Post } from "../support/measure.ts";

const atOnce = 8;
/** Compilers and caches are done by then. */
const warmUps = 10;
/** Short and many, and each time the other one first: what else the machine does meets both alike. */
const rounds = 30;
const readsARound = 80;
const formsARound = 40;
const readsAlone = 200;

/** What it costs that every look and every change leaves an event, and that the events are chained. */
export const auditCostPart: Part = {
  name: "audit-cost",
  about: `${rounds} interleaved rounds of ${readsARound} pages and of ${formsARound} forms, ${atOnce} at once, with and without`,
  run: async (bench) => {
    const system = await bench.system();
    // What a contact owes is no part of this.
    await system.worker.stop();
    const owner = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
    try {
      await readsWithAndWithout(bench, system, owner);
      await formsWithAndWithout(bench, system);
    } finally {
      await owner.end();
    }
  },
};

const countEvents = async (owner: postgres.Sql) =>
  Number((await owner<{ n: number }[]>`select count(*)::int as n from audit_event`)[0]?.n);

async function readsWithAndWithout({ figure, say }: Bench, system: System, owner: postgres.Sql) {
  const { context } = system;
  const contacts = await Promise.all(Array.from({ length: 40 }, () => sendContact(context)));
  const cookie = await signedIn(context, await addStaff(context, ["screener"]));
  const unaudited = await system.anotherWeb([
    "--import",
    fileURLToPath(new URL("../support/unaudited.mjs", import.meta.url)),
  ]);
  try {
    const paths = Array.from(
      { length: readsARound },
      (_, n) => `/hub/contacts/${contacts[n % contacts.length]?.reference}`,
    );
    const gets = paths.map((path) => ({ path, headers: { cookie } }));
    const [withEvents, without, ratios]: [number[], number[], number[]] = [[], [], []];
    for (let n = 0; n < warmUps + rounds; n += 1) {
      const before = await countEvents(owner);
      const read = () => pagesASecond(system.origin, gets, atOnce);
      const readUnaudited = () => pagesASecond(unaudited.origin, gets, atOnce);
      const [audited, bare] = await inTurn(n, read, readUnaudited);
      const events = (await countEvents(owner)) - before;
      if (events === 0 || events % readsARound !== 0)
        throw new Error(`${readsARound} reads left ${events} events`);
      if (n < warmUps) continue;
      withEvents.push(audited);
      without.push(bare);
      ratios.push(audited / bare);
    }
    say(`pages a second with events ${ratesOf(withEvents)}; without ${ratesOf(without)}`);
    figure("pages read with auditing to without, median of rounds", percent(median(ratios)), "at least 90 %");

    const timed = async (work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };
    const page = (origin: string, n: number) => () =>
      ask({ url: origin }, paths[n % paths.length] ?? "", { cookie });
    await owner`create table if not exists bench_commit (n int)`;
    const [slower, commits]: [number[], number[]] = [[], []];
    for (let n = 0; n < readsAlone; n += 1) {
      const read = () => timed(page(system.origin, n));
      const readUnaudited = () => timed(page(unaudited.origin, n));
      const [audited, bare] = await inTurn(n, read, readUnaudited);
      slower.push(audited - bare);
      // What it takes to write one row and have it on the disk, in the same moments.
      commits.push(await timed(() => owner`insert into bench_commit values (${n})`));
    }
    figure(
      "a page by itself takes longer by",
      `${median(slower).toFixed(1)} ms, and a commit takes ${median(commits).toFixed(1)} ms, N ${readsAlone} each`,
      "at most one commit",
    );
  } finally {
    await unaudited.stop();
  }
}

/** Does both, each time the other one first. @returns what the first and the second gave */
async function inTurn(
  n: number,
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<[number, number]> {
  if (n % 2 === 0) return [await first(), await second()];
  const other = await second();
  return [await first(), other];
}

const ratesOf = (rates: readonly number[]) => rates.map((rate) => rate.toFixed(0)).join(", ");

async function formsWithAndWithout({ figure, say }: Bench, system: System): Promise<void> {
  const forms = await readyDrafts(system.context, "bench/chained", (warmUps + rounds) * 2 * formsARound);
  const headsFile = join(system.folder, "bench-heads.jsonl");
  const key = system.auditKeys.keys.get(1)?.toString("base64") ?? "";
  const chaining = await startBare("chaining.ts", [system.logins.sequencer, headsFile, key], new Map());
  try {
    const [chained, unchained, ratios]: [number[], number[], number[]] = [[], [], []];
    await chaining.ask(["off"]);
    for (let n = 0; n < warmUps + rounds; n += 1) {
      const withChain = async () => {
        await chaining.ask(["on"]);
        const rate = await send(system.origin, forms, 2 * n);
        await chaining.ask(["off"]);
        return rate;
      };
      const without = async () => {
        const rate = await send(system.origin, forms, 2 * n + 1);
        // What was left waiting is linked now, so that the next round chains its own events alone.
        await chaining.ask(["off"]);
        return rate;
      };
      const [one, other] = await inTurn(n, withChain, without);
      if (n < warmUps) continue;
      chained.push(one);
      unchained.push(other);
      ratios.push(one / other);
    }
    say(`forms a second with the chain ${ratesOf(chained)}; without ${ratesOf(unchained)}`);
    figure(
      "forms sent with the chain to without, median of rounds",
      percent(median(ratios)),
      "at least 85 %",
    );
  } finally {
    await chaining.stop();
  }
}

function send(origin: string, forms: readonly ReadyDraft[], round: number): Promise<number> {
  const posts = forms
    .slice(round * formsARound, (round + 1) * formsARound)
    .map(({ draftId, secret, key }): Post => {
      const headers = {
        cookie: `draft=${secret}`,
        origin,
        "content-type": "application/x-www-form-urlencoded",
      };
      return { path: `/f/${draftId}/check`, headers, body: `key=${key}` };
    });
  return throughput(origin, posts, { atOnce, leadsTo: "/sent" });
}
