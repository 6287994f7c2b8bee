import type { RoundsReport } from "./managers.ts";
import type { OneKeyReport } from "./one-key.ts";
import type { RunReport } from "./run-faults.ts";
import type { PressingReport } from "../../support/pressing.ts";
import type { SeenReport } from "./without-queue.ts";

/** What each list of findings means, for whoever reads the report. Every one must be empty. */
const promises: Record<string, string> = {
  lost: "acknowledged forms that are not in the database",
  duplicated: "forms that became two contacts",
  phantom: "contacts that nobody sent",
  falseReceipts: "receipts with another contact's reference",
  withoutReceipt: "senders who never got a receipt",
  unaudited: "contacts without exactly one audit event of their arrival",
  lostDecisions: "acknowledged decisions that are not in the database",
  doubleDecisions: "children with two decisions",
  falseRefusals: "managers who were refused although nobody else decided",
  unrouted: "decisions without exactly one pathway",
  doubleEffects: "work that was done twice",
  stillOwed: "owed work that was never done",
  notChained: "audit events that are not in the chain",
  brokenChain: "faults that the audit chain's verifier found",
  notInTriage: "forms that triage did not show at the first look",
  doubled: "children without exactly one decision after twenty managers",
  textLost: "managers who lost what they had typed",
  notOneContact: "keys under which fifty posts at once made another number of contacts than one",
  notOneReceipt: "keys whose fifty posts were not all told the same receipt",
  notOnce: "contacts that not exactly one screener took",
  outOfOrder: "contacts that were served far from their place in the queue",
  notOneWinner: "contacts that not exactly one manager was told to have decided",
};

/** A promise that did not hold, with the first few that show it. */
export type Broken = string;

/** The findings of a report: what was found of each, in words. */
function findings(report: object): { lines: string[]; broken: Broken[] } {
  const lines: string[] = [];
  const broken: Broken[] = [];
  for (const [name, found] of Object.entries(report)) {
    const meaning = promises[name];
    if (!Array.isArray(found) || meaning === undefined) continue;
    lines.push(`${String(found.length).padStart(7)}  ${meaning}`);
    if (found.length > 0) broken.push(`${meaning}: ${found.slice(0, 5).join(", ")}`);
  }
  return { lines, broken };
}

const seconds = (count: number) => `${count.toFixed(1)} s`;

export function tellFaults(report: RunReport): { lines: string[]; broken: Broken[] } {
  const { kills, inTheMiddle, slowestBack: back, ownEnds } = report;
  const { lines, broken } = findings(report);
  if (ownEnds.web > 0) broken.push(`web ended by itself, times: ${ownEnds.web}`);
  const waits = Object.entries(report.longestOwed).map(([kind, longest]) => `${kind} ${seconds(longest)}`);
  return {
    broken,
    lines: [
      `${report.submitted} forms sent, ${report.acknowledged} acknowledged, ${report.decided} decisions, in ${seconds(report.seconds)}`,
      `web killed ${kills.web} times, ${inTheMiddle.web} of them while a form was being sent; back after ${seconds(back.web)} at most`,
      `worker killed ${kills.worker} times, ${inTheMiddle.worker} of them while a decision was being routed; back after ${seconds(back.worker)} at most`,
      `PostgreSQL killed ${kills.postgres} times; back after ${seconds(back.postgres)} at most`,
      `Redis killed, wiped or frozen ${kills.redis} times; back after ${seconds(back.redis)} at most`,
      `${report.unanswered} forms were kept although the answer died with the process; all were told when they asked again`,
      `nothing owed any more ${seconds(report.drained)} after the last fault; longest owed: ${waits.join(", ")}`,
      `${report.sentTwice} messages taken twice by the mail server; ${report.links} audit events in the chain; ended by itself: web ${ownEnds.web}, worker ${ownEnds.worker}`,
      ...lines,
    ],
  };
}

/** The promise is a second; what a busy machine makes of it is for the reader of the load average. */
const visibleWithinMs = 1_000;

export function tellSeen(report: SeenReport): { lines: string[]; broken: Broken[] } {
  const { lines, broken } = findings(report);
  const { forms, medianMs, slowestMs } = report;
  if (slowestMs > visibleWithinMs) broken.push(`a form was in triage only after ${slowestMs} ms`);
  const told = `${forms} forms without a worker and with nothing for it to read: in triage ${medianMs} ms (median) and ${slowestMs} ms (slowest) after "send"`;
  return { broken, lines: [told, ...lines] };
}

export function tellManagers(report: RoundsReport): { lines: string[]; broken: Broken[] } {
  const { lines, broken } = findings(report);
  return { broken, lines: [`${report.rounds} rounds of 20 managers on one contact at once`, ...lines] };
}

export function tellScreeners(report: PressingReport): { lines: string[]; broken: Broken[] } {
  const { lines, broken } = findings(report);
  const told = `${report.people} screeners took ${report.contacts} contacts in ${seconds(report.seconds)}`;
  return { broken, lines: [told, ...lines] };
}

export function tellOneKey(report: OneKeyReport): { lines: string[]; broken: Broken[] } {
  const { lines, broken } = findings(report);
  const told = report.doors.map(
    ({ name, rounds, posts, contacts, seconds: took }) =>
      `${name}: ${posts} posts under ${rounds} keys made ${contacts} contacts, in ${seconds(took)}`,
  );
  return { broken, lines: [...told, ...lines] };
}
