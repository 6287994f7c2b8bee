import type { StaffActor } from "#domain/actor";
import type { Outcome } from "#domain/outcome";
import type { Context } from "#services/context";
import { takeContact } from "#services/contacts/take-contact";
import { decideChildren } from "#services/decisions/decide-children";
import { makeRecommendation } from "#services/decisions/make-recommendation";
import { routeDecision } from "#services/pathways/route-decision";
import { unitOfWork } from "#services/unit-of-work";
import type postgres from "postgres";
import type { SentContact } from "./contacts.ts";

type Draft = Record<string, unknown>;

const shared = {
  level: "3",
  reason: "A bruise that nobody explains, and a change in her behaviour",
  childsLife: "Quiet at school since September",
  parentsTold: "told",
  agreement: "yes",
  lookAgain: "Any new bruise",
  whyNotHigher: "She is safe at home tonight",
  whyNotLower: "Nobody has spoken to the family yet",
  safeNow: "Her aunt has her until Monday",
};

const own: Record<Outcome, Draft> = {
  // The last two for a quiet police notice, whose record is a short one.
  information_only: { informationKind: "noted", line: "Asleep upstairs", historyRead: ["yes"] },
  advice: {
    adviceTo: "The mother, on her own phone",
    advice: "Ring the family centre",
    namedPerson: "yes",
    canDoIt: "yes",
    safeContact: "checked",
  },
  family_caf: {
    agreedBy: "The mother",
    agreedOn: "2026-11-20",
    agreedHow: "By phone",
    agreedTo: "A meeting at school",
    familyWants: "Help with mornings",
    needs: "Routines, debt advice",
    strengths: "They talk to school",
    stepUp: "Missed meetings",
    stayInvolved: "yes",
  },
  assessment: {
    childSays: "Wants to stay with mum",
    primaryNeed: "N1",
    questions: "How did the bruise happen?",
    firstVisitBy: "2026-11-27",
    workerRisks: "Nothing known",
    whoTells: "The social worker, tomorrow",
  },
  strategy_discussion: {
    childSays: "Not asked yet",
    harmSuspected: "Hit on the arm on Sunday",
    protection: ["parent_agreement"],
    urgency: "today",
    coreMissingBecause: "Nobody from there is in the directory yet",
  },
  transfer: {
    receivingCouncil: "Othertown Council",
    acceptedBy: "R. Hall",
    acceptedOn: "2026-11-24",
    acceptedAt: "10:30am",
    whyResponsible: "The family lives there",
    protectsNow: "Othertown, where the child is",
    sentHow: "Secure email",
    whatSent: "The whole contact",
    policeAndHealthTold: "yes",
    ifRefused: "We act ourselves",
  },
  already_open: {
    worker: "T. Osei",
    toldHow: "phone",
    urgency: "today",
    newOrSame: "new",
    strategyNow: "no",
  },
};

/** A whole record, as it is typed, for one child. */
export const draftOf = (outcome: Outcome, over: Draft = {}): Draft => ({
  ...shared,
  outcome,
  ...own[outcome],
  ...over,
});

/** The version that a form opened now would carry. */
export async function versionOf(owner: postgres.Sql, contact: SentContact): Promise<number> {
  const [row] = await owner<{ version: number }[]>`select version from contact where id = ${contact.id}`;
  return row?.version ?? 0;
}

/** Takes the contact unless somebody did, and recommends this for each of its children. */
export async function recommendAll(
  context: Context,
  owner: postgres.Sql,
  screener: StaffActor,
  contact: SentContact,
  outcome: Outcome,
  over: Draft = {},
): Promise<void> {
  await takeContact(context, screener, {
    reference: contact.reference,
    reason: "The next one for this test",
  }).catch(() => undefined);
  for (const childId of contact.childIds) {
    await makeRecommendation(context, screener, {
      reference: contact.reference,
      version: await versionOf(owner, contact),
      formKey: context.newId(),
      childId,
      draft: draftOf(outcome, over),
    });
  }
}

/** Agrees for every child, with a sentence of the manager's own. */
export async function agreeAll(
  context: Context,
  owner: postgres.Sql,
  manager: StaffActor,
  contact: SentContact,
): Promise<string[]> {
  const { decisionIds } = await decideChildren(context, manager, {
    reference: contact.reference,
    contactIds: [contact.id],
    version: await versionOf(owner, contact),
    formKey: context.newId(),
    children: contact.childIds.map((childId) => ({
      childId,
      draft: { verdict: "agree", ownReason: "I have read it all and agree", pattern: "Nothing new in it" },
    })),
  });
  return decisionIds;
}

/** Does what the worker does with each decision. */
export async function routeAll(context: Context, decisionIds: readonly string[]): Promise<void> {
  for (const id of decisionIds)
    await unitOfWork(context, { kind: "system", process: "worker" }, (unit) => routeDecision(unit, id));
}
