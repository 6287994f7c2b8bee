import type { StaffActor } from "#domain/actor";
import type { PathwayKind } from "#domain/pathway";
import { returnableFor } from "#domain/pathway-records";
import { localDate } from "#domain/time-words";
import { acceptPathway } from "#services/pathways/accept-pathway";
import { assignTeam } from "#services/pathways/assign-team";
import { acknowledgeCaseNotice, confirmTransfer } from "#services/pathways/confirm-transfer";
import { recordAdvice } from "#services/pathways/record-advice";
import { recordAgreement, recordFamilyContact, recordLead } from "#services/pathways/record-caf";
import { recordCall } from "#services/pathways/record-call";
import {
  endWithoutAssessment,
  recordAllocation,
  recordChildSeen,
} from "#services/pathways/record-social-work";
import { recordStart } from "#services/pathways/record-start";
import { returnPathway } from "#services/pathways/return-pathway";
import { stepUp } from "#services/pathways/step-up";
import { advice, agreed, familyContact, leads } from "../../../support/pathway-drafts.ts";
import type { Case } from "./case.ts";
import type { Chaos } from "./chaos.ts";
import type { World } from "./world.ts";

export type Work = {
  id: string;
  kind: PathwayKind;
  state: string;
  version: number;
  team_id: string | null;
  owner_id: string | null;
};

const verbs = {
  ...{ call: recordCall, advice: recordAdvice, agreement: recordAgreement, contacted: recordFamilyContact },
  ...{ lead: recordLead, started: recordStart, stepUp },
  ...{ allocation: recordAllocation, seen: recordChildSeen, ended: endWithoutAssessment },
  ...{ receipt: confirmTransfer, acknowledged: acknowledgeCaseNotice, returned: returnPathway },
};
type Verb = keyof typeof verbs | "accept" | "assign";

/** What is done to each kind of work, and how often; what does not belong to it is tried now and then. */
const usual: Record<PathwayKind, Partial<Record<Verb, number>>> = {
  advice_episode: { accept: 4, call: 2, advice: 3, stepUp: 0.5, returned: 1, assign: 1 },
  caf_redirect: {
    ...{ accept: 4, call: 1, agreement: 2, lead: 2, contacted: 3, started: 2, stepUp: 0.3 },
    ...{ returned: 1, assign: 1 },
  },
  social_work_referral: { accept: 4, allocation: 2, seen: 2, ended: 1, returned: 1, assign: 1 },
  strategy_discussion: { returned: 1 },
  transfer: { receipt: 2, returned: 1, assign: 1 },
  case_notice: { acknowledged: 2, returned: 1, assign: 1 },
};
const all = [...(Object.keys(verbs) as Verb[]), "accept", "assign"] as const;

/** One verb on one piece of work, with a page that is old now and then, by somebody whose work it mostly is. */
export function workSteps(world: World, one: Case, { context }: Chaos, work: Work): () => Promise<unknown> {
  const { random } = one;
  const verb = random.chance(0.9)
    ? random.weighted(usual[work.kind] as Record<Verb, number>)
    : random.pick(all);
  const by = whoDoes(world, one, work, verb);
  const version = work.version - (random.chance(0.1) ? 1 : 0);
  const input = { id: work.id, version, formKey: context.newId(), draft: draftFor(world, one, work, verb) };
  if (verb === "accept") return () => acceptPathway(context, by, input);
  if (verb === "assign")
    return () => assignTeam(context, by, { ...input, teamId: random.pick(teamsOf(world, work.kind)) });
  return () => verbs[verb](context, by, input);
}

function whoDoes(world: World, { random, manager, screener }: Case, work: Work, verb: Verb): StaffActor {
  const everybody = [
    ...Object.values(world.workers).flat(),
    ...world.screeners,
    ...world.managers,
    ...world.partners,
  ];
  if (random.chance(0.05)) return random.pick(everybody);
  if (verb === "assign") return manager;
  const owner = everybody.find(({ id }) => id === work.owner_id);
  if (owner && verb !== "accept") return owner;
  const ofTeam = everybody.filter(({ teamId }) => teamId !== null && teamId === work.team_id);
  return ofTeam.length > 0 ? random.pick(ofTeam) : screener;
}

function teamsOf(world: World, kind: PathwayKind): string[] {
  const purpose =
    kind === "caf_redirect" ? "family_caf" : kind === "advice_episode" ? "advice" : "social_work";
  return world.workers[purpose].map(({ teamId }) => teamId ?? "");
}

function draftFor(world: World, { random }: Case, { kind }: Work, verb: Verb): Record<string, unknown> {
  const [today, early] = [localDate(world.now()), "12:30am"];
  switch (verb) {
    case "call":
      return { result: random.pick(["no_answer", "reached", "asked_to_call_later"]) };
    case "advice":
      return { ...advice, finished: random.pick(["yes", "no"]) };
    case "agreement":
      return random.chance(0.7)
        ? { ...agreed, agreedOn: today }
        : { agreement: "no", refusedBecause: "They do not want anybody" };
    case "lead":
      return random.chance(0.8)
        ? { ...leads, answeredOn: today }
        : { ...leads, answer: "declined", answeredOn: today, declinedBecause: "No time before June" };
    case "started":
      return { started: random.pick(["yes", "not_yet", "no"]), saidBy: "The mother", because: "Nobody came" };
    case "stepUp":
      return { danger: "no", learned: "A new bruise" };
    case "contacted":
      return { ...familyContact, contactedOn: today, contactedAt: early };
    case "allocation":
      return { worker: "T. Osei", firstVisitOn: today, firstVisitAt: "4pm" };
    case "seen":
      return { seenOn: today, seenAt: early, seenBy: "T. Osei", seenAlone: "yes", said: "Likes her aunt" };
    case "ended":
      return { because: "Nothing in it after two visits", childSafe: "Her aunt" };
    case "receipt":
      return { receivedBy: "R. Hall", receivedOn: today, receivedAt: early, receivedHow: "By phone" };
    case "acknowledged":
      return {
        ...{ acknowledgedBy: "T. Osei", acknowledgedOn: today, acknowledgedAt: early },
        ...{ acknowledgedHow: "phone", next: "A visit today", strategyNow: "no" },
      };
    case "returned":
      return { reason: random.pick(returnableFor[kind] ?? ["refused"]), because: "They will not go on" };
    default:
      return {};
  }
}
