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
const warmUps = 3;
const rounds = 7;
const readsARound = 400;
const formsARound = 200;
const readsAlone = 60;

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
    const alone = async (origin: string) => {
      const times: number[] = [];
      for (const path of paths.slice(0, readsAlone)) {
        const began = performance.now();
        await ask({ url: origin }, path, { cookie });
        times.push(performance.now() - began);
      }
      return median(times);
    };
    const ratios: number[] = [];
    const [withEvents, without, aloneWith, aloneWithout, commits]: number[][] = [[], [], [], [], []];
    for (let n = 0; n < warmUps + rounds; n += 1) {
      const before = await countEvents(owner);
      const bare = await pagesASecond(unaudited.origin, gets, atOnce);
      if ((await countEvents(owner)) !== before) throw new Error("a read without its event left one");
      const audited = await pagesASecond(system.origin, gets, atOnce);
      if ((await countEvents(owner)) < before + readsARound) throw new Error("a read left no event");
      const [one, other] = [await alone(unaudited.origin), await alone(system.origin)];
      const commit = await oneCommit(owner);
      if (n < warmUps) continue;
      without?.push(bare);
      withEvents?.push(audited);
      ratios.push(audited / bare);
      aloneWithout?.push(one);
      aloneWith?.push(other);
      commits?.push(commit);
    }
    const rates = (of: number[] = []) => of.map((rate) => rate.toFixed(0)).join(", ");
    say(`pages a second with events ${rates(withEvents)}; without ${rates(without)}`);
    figure("pages read with auditing to without, median of rounds", percent(median(ratios)), "at least 90 %");
    const [slower, commit] = [median(aloneWith ?? []) - median(aloneWithout ?? []), median(commits ?? [])];
    figure(
      "a page by itself takes longer by",
      `${slower.toFixed(1)} ms, and a commit takes ${commit.toFixed(1)} ms`,
      "at most one commit",
    );
  } finally {
    await unaudited.stop();
  }
}

/** What it takes to write one row and have it on the disk, with nothing else going on. */
async function oneCommit(owner: postgres.Sql): Promise<number> {
  await owner`create table if not exists bench_commit (n int)`;
  const times: number[] = [];
  for (let n = 0; n < readsAlone; n += 1) {
    const began = performance.now();
    await owner`insert into bench_commit values (${n})`;
    times.push(performance.now() - began);
  }
  return median(times);
}

async function formsWithAndWithout({ figure, say }: Bench, system: System): Promise<void> {
  const forms = await readyDrafts(system.context, "bench/chained", (warmUps + rounds) * 2 * formsARound);
  const headsFile = join(system.folder, "bench-heads.jsonl");
  const key = system.auditKeys.keys.get(1)?.toString("base64") ?? "";
  const chaining = await startBare("chaining.ts", [system.logins.sequencer, headsFile, key], new Map());
  try {
    const [chained, unchained, ratios]: [number[], number[], number[]] = [[], [], []];
    await chaining.ask(["off"]);
    for (let n = 0; n < warmUps + rounds; n += 1) {
      const without = await send(system.origin, forms, 2 * n);
      // What was left waiting is linked now, so that the next round chains its own events alone.
      await chaining.ask(["off"]);
      await chaining.ask(["on"]);
      const withChain = await send(system.origin, forms, 2 * n + 1);
      await chaining.ask(["off"]);
      if (n < warmUps) continue;
      unchained.push(without);
      chained.push(withChain);
      ratios.push(withChain / without);
    }
    const rates = (of: number[]) => of.map((rate) => rate.toFixed(0)).join(", ");
    say(`forms a second with the chain ${rates(chained)}; without ${rates(unchained)}`);
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
