import { gatherCrew } from "#services/demo/load/crew";
import { signedIn } from "../../support/staff.ts";
import { readyDrafts } from "../../support/ready-drafts.ts";
import { press, readReceipt } from "./submitters.ts";
import type { System } from "./system.ts";

export type SeenReport = {
  forms: number;
  /** Forms that the triage page did not show at the first look after they were sent. */
  notInTriage: string[];
  /** Milliseconds from pressing "send" to the whole triage page with the form on it. */
  medianMs: number;
  slowestMs: number;
};

/**
 * Takes the worker and Redis away and sends forms, one after the other; somebody in the hub opens triage the moment that
 * each is sent. Then gives back a worker, and a Redis that has forgotten everything.
 */
export async function sendWithoutQueue(system: System, seed: string, count: number): Promise<SeenReport> {
  const { context, redis, worker } = system;
  const drafts = await readyDrafts(context, `${seed}/without-queue`, count);
  const cookie = await signedIn(context, (await gatherCrew(context)).withRole("screener", 0));
  await worker.stop();
  await redis?.kill();
  const report: SeenReport = { forms: count, notInTriage: [], medianMs: 0, slowestMs: 0 };
  const times: number[] = [];
  for (const draft of drafts) {
    system.sentKeys.add(draft.key);
    const began = performance.now();
    const { step, because } = await press(system, draft);
    if (step !== "ok") throw new Error(`a form was not taken: ${because}`);
    const triage = await fetch(`${system.origin}/hub/triage`, { headers: { cookie } });
    const page = await triage.text();
    times.push(Math.round(performance.now() - began));
    const reference = await readReceipt(system, draft, performance.now() + 15_000);
    if (reference === null || !page.includes(`/hub/contacts/${reference}`))
      report.notInTriage.push(reference ?? draft.key);
  }
  times.sort((a, b) => a - b);
  report.medianMs = times[Math.floor(times.length / 2)] ?? Infinity;
  report.slowestMs = times.at(-1) ?? Infinity;
  await redis?.wipe();
  worker.start();
  return report;
}
