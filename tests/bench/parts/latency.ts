import postgres from "postgres";
import { gatherCrew } from "#services/demo/load/crew";
import { decideChildren } from "#services/decisions/decide-children";
import { waitFor } from "../../../scripts/processes.mjs";
import { press } from "../../assurance/support/submitters.ts";
import type { System } from "../../assurance/support/system.ts";
import { ask } from "../../support/http-client.ts";
import { openLoop } from "../../support/open-loop.ts";
import { readyDrafts } from "../../support/ready-drafts.ts";
import { recommendedContacts } from "../../support/recommended-contacts.ts";
import { addStaff, signedIn } from "../../support/staff.ts";
import type { Part } from "../support/bench.ts";
import { spread } from "../support/measure.ts";
import { watch } from "../support/watch.ts";

const perSecond = 20;
const count = 300;
/** The more wait, the more pages the reader has to load for a look. */
const seenInTriage = 200;
/** How long after one look at the tables the next one follows. */
const pauseMs = 10;

/** How long people wait for what they were promised, from the moment a button is pressed. */
export const latencyPart: Part = {
  name: "latency",
  about: `${seenInTriage} forms at 10 a second without a worker, then ${count} forms and ${count} decisions at ${perSecond} a second`,
  run: async ({ system: start, figure }) => {
    const system = await start();
    const owner = postgres(system.postgres.ownerUrl, { max: 1, onnotice: () => undefined });
    try {
      await system.worker.stop();
      const shown = spread(await untilTriage(system, owner));
      figure("form sent → on the triage page, no worker", shown.words, "p99 at most 1 s");
      system.worker.start();
      await untilIdle(owner);
      const matched = spread(await untilMatched(system, owner));
      figure("form sent → matched", matched.words, "p95 at most 500 ms");
      await untilIdle(owner);
      const routed = spread(await untilRouted(system, owner));
      figure("decision made → its pathways are there", routed.words, "p95 at most 500 ms");
    } finally {
      await owner.end();
    }
  },
};

/** What the phase before owes is not this one's work. */
async function untilIdle(owner: postgres.Sql): Promise<void> {
  const isIdle = async () => {
    const [owed] = await owner<{ n: number }[]>`
      select count(*)::int as n from outbox where done_at is null and available_at <= now()`;
    return owed?.n === 0;
  };
  if (!(await waitFor(isIdle, 120_000, 100))) throw new Error("the worker never finished what was owed");
}

/** One reader loads every page of the list again and again while others send. */
async function untilTriage(system: System, owner: postgres.Sql): Promise<number[]> {
  const { context, origin } = system;
  const drafts = await readyDrafts(context, "bench/triage", seenInTriage);
  const cookie = await signedIn(context, await addStaff(context, ["screener"]));
  const listed = watch(() => readTriage(origin, cookie), 0);
  const pressed = new Map<string, number>();
  await openLoop(drafts, 100, async (draft, _i, due) => {
    pressed.set(draft.key, due);
    await sendOne(system, draft);
  });
  await listed.until(seenInTriage);
  const keys = [...pressed.keys()];
  const sent = await owner<{ key: string; reference: string }[]>`
    select idempotency_key as key, reference from contact where idempotency_key = any(${keys})`;
  return sent.map(({ key, reference }) => took(pressed.get(key), listed.seenAt.get(reference)));
}

async function readTriage(origin: string, cookie: string): Promise<string[]> {
  const references: string[] = [];
  for (let page = 1; ; page += 1) {
    const { status, text } = await ask({ url: origin }, `/hub/triage?page=${page}`, { cookie });
    if (status !== 200) throw new Error(`triage answered ${status}`);
    references.push(
      ...[...text.matchAll(/\/hub\/contacts\/(\w{8})\b/g)].map(([, reference = ""]) => reference),
    );
    if (!text.includes('rel="next"')) return references;
  }
}

async function untilMatched(system: System, owner: postgres.Sql): Promise<number[]> {
  const drafts = await readyDrafts(system.context, "bench/matched", count);
  const keys = drafts.map(({ key }) => key);
  const matched = watch(async () => {
    const rows = await owner<{ key: string }[]>`
      select idempotency_key as key from contact where idempotency_key = any(${keys}) and matched_at is not null`;
    return rows.map(({ key }) => key);
  }, pauseMs);
  const pressed = new Map<string, number>();
  await openLoop(drafts, 1_000 / perSecond, async (draft, _i, due) => {
    pressed.set(draft.key, due);
    await sendOne(system, draft);
  });
  await matched.until(count);
  return keys.map((key) => took(pressed.get(key), matched.seenAt.get(key)));
}

async function untilRouted({ context, logins }: System, owner: postgres.Sql): Promise<number[]> {
  const contacts = await recommendedContacts(context, logins.app, "bench/routed", count);
  const crew = await gatherCrew(context);
  const ids = contacts.map(({ id }) => id);
  const routed = watch(async () => {
    // Every child of these contacts gets a decision in one commit, and each of those makes work.
    const rows = await owner<{ id: string }[]>`
      select d.contact_id as id from decision d left join pathway p on p.decision_id = d.id
      where d.contact_id = any(${ids}) group by d.contact_id having count(*) = count(p.id)`;
    return rows.map(({ id }) => id);
  }, pauseMs);
  const pressed = new Map<string, number>();
  await openLoop(contacts, 1_000 / perSecond, async ({ id, reference, version, childIds }, i, due) => {
    pressed.set(id, due);
    const draft = { verdict: "agree", ownReason: "I read it all and agree.", pattern: "Of one kind." };
    await decideChildren(context, crew.withRole("manager", i), {
      ...{ reference, contactIds: [id], version, formKey: context.newId() },
      children: childIds.map((childId) => ({ childId, draft })),
    });
  });
  await routed.until(count);
  return ids.map((id) => took(pressed.get(id), routed.seenAt.get(id)));
}

async function sendOne(system: System, draft: Parameters<typeof press>[1]): Promise<void> {
  const { step, because } = await press(system, draft);
  if (step !== "ok") throw new Error(`a form was not taken: ${because}`);
}

/** A figure without both ends would be no figure. */
function took(from: number | undefined, to: number | undefined): number {
  if (from === undefined || to === undefined) throw new Error("something was sent and never seen");
  return to - from;
}
