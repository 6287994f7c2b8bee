import type postgres from "postgres";
import type { Context } from "#services/context";
import { randomFrom } from "#services/demo/random";
import { sweepClocks } from "#services/clocks/sweep-clocks";
import { sweepStartChecks } from "#services/pathways/sweep-start-checks";
import { sweepDiscussions } from "#services/strategy/sweep-discussions";
import { checkOwnership } from "#services/pathways/check-ownership";
import { mayDie } from "./chaos.ts";
import { casesFrom, newCase, type Case } from "./case.ts";
import { atOnce, deliver } from "./deliver.ts";
import { postOffice } from "./post.ts";
import { newTally, step, type Tally } from "./steps.ts";
import { verify, type Promised } from "./verify.ts";
import { newWorld } from "./world.ts";

export type MachineReport = {
  contacts: number;
  children: number;
  days: number;
  tally: Tally;
  deliveries: number;
  letters: number;
  deaths: { before: number; after: number };
  works: Record<string, number>;
  promises: Promised[];
};

const hour = 3_600_000;
const rounds = 24;
const together = 6;

/**
 * Takes so many random contacts through everything that can happen to them: decisions, replacements, acceptances, returns,
 * old pages, double presses, the wrong people, workers that die, and mail servers that say no. Then lets the hub finish what
 * it has to decide, and asks the tables whether anybody was lost.
 */
export async function runMachine(
  base: Context,
  owner: postgres.Sql,
  options: { seed: string; contacts: number; opening: Date; say?: (line: string) => void },
): Promise<MachineReport> {
  const { seed, contacts, opening, say = () => undefined } = options;
  const random = randomFrom(seed);
  const world = await newWorld(base, owner, random, opening);
  const post = postOffice(random.fork("post"));
  world.context.mailer = post.mailer;
  const chaos = mayDie(world.context, random.fork("deaths"), 0.03);
  const tally = newTally();
  const cases: Case[] = [];
  let deliveries = 0;
  const upkeep = async () => {
    deliveries += await deliver(world, post, random, chaos);
    await sweepClocks(world.context);
    await sweepStartChecks(world.context);
    await sweepDiscussions(world.context);
    await checkOwnership(world.context);
  };
  for (let round = 0; round < rounds; round += 1) {
    const until = Math.ceil((contacts * (round + 1)) / (rounds / 2));
    const arriving = Array.from(
      { length: Math.max(0, Math.min(until, contacts) - cases.length) },
      (_, n) => cases.length + n,
    );
    await atOnce(together, arriving, async (number) => {
      cases.push(await newCase(world, number));
    });
    await atOnce(together, cases, (one) =>
      one.random.chance(0.6) ? step(world, one, chaos, tally) : Promise.resolve(),
    );
    await upkeep();
    cases.push(...(await casesFrom(world, cases)));
    world.pass(random.whole(1, 9) * hour);
    say(
      `round ${round + 1} of ${rounds}: ${cases.length} contacts, ${tally.done} steps, ${deliveries} deliveries`,
    );
  }
  cases.push(...(await casesFrom(world, cases)));
  const still = new Set(cases);
  for (let round = 0; still.size > 0 && round < 40; round += 1) {
    const open = await undecided(owner);
    for (const one of still) if (!open.has(one.contact.id)) still.delete(one);
    await atOnce(together, [...still], (one) => step(world, one, chaos, tally));
    world.pass(hour / 4);
  }
  for (let round = 0; round < 12; round += 1) {
    world.pass(hour);
    await upkeep();
  }
  // What the last sweeps owe, and what the mail server turned away.
  for (let round = 0; round < 5; round += 1) deliveries += await deliver(world, post, random, chaos);
  const [count] = await owner<{ children: number }[]>`select count(*)::int as children from contact_child`;
  const works = await owner<{ what: string; n: number }[]>`
    select kind || ', ' || state as what, count(*)::int as n from pathway group by 1 order by 1`;
  return {
    contacts: cases.length,
    children: count?.children ?? 0,
    days: (world.now().getTime() - opening.getTime()) / (24 * hour),
    tally,
    deliveries,
    letters: post.taken.length,
    deaths: chaos.deaths,
    works: Object.fromEntries(works.map(({ what, n }) => [what, n])),
    promises: await verify(world, post, cases),
  };
}

async function undecided(owner: postgres.Sql): Promise<Set<string>> {
  const rows = await owner<{ id: string }[]>`
    select distinct contact_id as id from contact_child k
    where not exists (select from decision d where d.contact_child_id = k.id)`;
  return new Set(rows.map(({ id }) => id));
}
