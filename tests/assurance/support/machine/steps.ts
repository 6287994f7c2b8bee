import type { StaffActor } from "#domain/actor";
import { Conflict, Forbidden, Invalid, NotFound } from "#services/errors";
import { takeContact } from "#services/contacts/take-contact";
import { decideChildren } from "#services/decisions/decide-children";
import { makeRecommendation } from "#services/decisions/make-recommendation";
import { supersedeDecision } from "#services/decisions/supersede-decision";
import { drawRecord, type Case } from "./case.ts";
import { Died, type Chaos } from "./chaos.ts";
import { workSteps, type Work } from "./work-steps.ts";
import type { World } from "./world.ts";

export type Tally = { done: number; refused: Map<string, number>; died: number };
export const newTally = (): Tally => ({ done: 0, refused: new Map(), died: 0 });

/** Once, twice at once, or again after a pause: a press, a double press, and a page that was sent again. */
async function pressed(random: Case["random"], act: () => Promise<unknown>): Promise<void> {
  const how = random.weighted({ once: 7, together: 2, again: 1 });
  const first = act();
  const second = how === "together" ? act() : null;
  const results = await Promise.allSettled([first, ...(second ? [second] : [])]);
  if (how === "again") results.push(...(await Promise.allSettled([act()])));
  const failed = results.filter((one) => one.status === "rejected");
  const worst =
    failed.find(({ reason }) => !isRefusal(reason)) ?? (failed.length === results.length ? failed[0] : null);
  if (worst) throw worst.reason;
}

const isRefusal = (error: unknown): error is Error =>
  [Conflict, Forbidden, Invalid, NotFound].some((kind) => error instanceof kind);

/** One thing that somebody does about a contact, at random. What is refused in words is part of it. */
export async function step(world: World, one: Case, chaos: Chaos, tally: Tally): Promise<void> {
  try {
    const act = await choose(world, one, chaos);
    if (act === null) return;
    await pressed(one.random, act);
    tally.done += 1;
  } catch (error) {
    if (error instanceof Died) tally.died += 1;
    else if (isRefusal(error)) {
      const why = error instanceof Invalid ? JSON.stringify(error.problems) : error.message;
      tally.refused.set(why, (tally.refused.get(why) ?? 0) + 1);
    } else throw error;
  }
}

type Children = { id: string; state: string; decision_id: string | null }[];

async function choose(world: World, one: Case, chaos: Chaos): Promise<(() => Promise<unknown>) | null> {
  const { owner } = world;
  const children: Children = await owner<Children>`
    select k.id, k.state, (select d.id from decision d where d.contact_child_id = k.id
      and not exists (select from decision later where later.supersedes_id = d.id)) as decision_id
    from contact_child k where k.contact_id = ${one.contact.id} order by k.ordinal`;
  const waiting = children.filter(({ state }) => state === "waiting" || state === "sent_back");
  const recommended = children.filter(({ state }) => state === "recommended");
  const decided = children.filter(({ decision_id }) => decision_id !== null);
  if (waiting.length > 0) return recommend(world, one, chaos, one.random.pick(waiting).id);
  if (recommended.length > 0) return decide(world, one, chaos, recommended);
  if (one.random.chance(0.1)) {
    const { id, decision_id } = one.random.pick(decided);
    return supersede(world, one, chaos, { childId: id, supersedesId: decision_id ?? "" });
  }
  const work = await owner<Work[]>`
    select id, kind, state, version, team_id, owner_id from pathway
    where contact_id = ${one.contact.id} order by id`;
  return work.length === 0 ? null : workSteps(world, one, chaos, one.random.pick(work));
}

async function versionNow({ owner, random }: World, { contact }: Case): Promise<number> {
  const [row] = await owner<{ version: number }[]>`select version from contact where id = ${contact.id}`;
  return (row?.version ?? 0) - (random.chance(0.05) ? 1 : 0);
}

async function recommend(world: World, one: Case, { context }: Chaos, childId: string) {
  const { reference } = one.contact;
  const take = { reference, reason: "The next one" };
  await takeContact(world.context, one.screener, take).catch(() => undefined);
  const input = {
    reference,
    version: await versionNow(world, one),
    formKey: context.newId(),
    childId,
    draft: drawRecord(world, one),
  };
  return () => makeRecommendation(context, one.screener, input);
}

async function decide(world: World, one: Case, { context }: Chaos, children: Children) {
  const backs = one.random.chance(0.1);
  const input = {
    reference: one.contact.reference,
    contactIds: [one.contact.id],
    version: await versionNow(world, one),
    formKey: context.newId(),
    children: children.map(({ id }) => ({
      childId: id,
      draft: backs
        ? { verdict: "send_back", question: "Has anybody asked the school?" }
        : { verdict: "agree", ownReason: "I have read it all and agree", pattern: "Nothing new in it" },
    })),
  };
  const by: StaffActor = one.random.chance(0.9) ? one.manager : one.random.pick(world.managers);
  return () => decideChildren(context, by, input);
}

async function supersede(
  world: World,
  one: Case,
  { context }: Chaos,
  which: { childId: string; supersedesId: string },
) {
  const input = {
    ...which,
    reference: one.contact.reference,
    version: await versionNow(world, one),
    formKey: context.newId(),
    draft: { ...drawRecord(world, one), ownReason: "We know more today" },
  };
  return () => supersedeDecision(context, one.corrector, input);
}
