/** The pieces of work that an outcome creates. */
export const pathwayKinds = [
  "advice_episode",
  "caf_redirect",
  "social_work_referral",
  "strategy_discussion",
  "transfer",
  "case_notice",
] as const;
export type PathwayKind = (typeof pathwayKinds)[number];

/**
 * waiting: the hub owns it, nobody has accepted. accepted: a named person owns it. active: its first record is made.
 * returned: declined or not startable, back with the manager. closed: finished, or superseded by a later decision.
 */
export const pathwayStates = ["waiting", "accepted", "active", "returned", "closed"] as const;
export type PathwayState = (typeof pathwayStates)[number];

/** Why a piece of work comes back. Social work declines on routing alone, never because a threshold is not met. */
export const returnReasonCodes = [
  "refused",
  "withdrawn",
  "unreachable",
  "more_worrying",
  "wrong_team",
  "wrong_area",
  "wrong_age",
  "wrong_need",
  "held_elsewhere",
  "not_started",
  // Chosen by nobody: the account of whoever had it was ended.
  "owner_left",
  "step_down",
  "strategy_needed",
  "refused_there",
] as const;
export type ReturnReason = (typeof returnReasonCodes)[number];

/** Whether help that was handed over has begun. */
export const startAnswers = ["yes", "not_yet", "no"] as const;

export const pathwayVerbs = ["accept", "record", "return", "assign", "reopen"] as const;
export type PathwayVerb = (typeof pathwayVerbs)[number];

const over = "This work is over. News is a new contact, or a new decision.";
const notOver = "This work is not over.";
const withTheHub = "This came back to the hub. A manager sends it on, or decides again.";
const acceptFirst = "Accept this work first: a named person owns what is written on it.";

/** Every state against every verb: the state that follows, or why the verb is not allowed, in words for the page. */
const afterwards: Record<PathwayState, Record<PathwayVerb, { next: PathwayState } | { because: string }>> = {
  waiting: {
    accept: { next: "accepted" },
    record: { because: acceptFirst },
    return: { next: "returned" },
    assign: { next: "waiting" },
    reopen: { because: notOver },
  },
  accepted: {
    accept: { because: "Somebody has accepted this already." },
    record: { next: "active" },
    return: { next: "returned" },
    assign: { because: "A team has accepted this. They can return it." },
    reopen: { because: notOver },
  },
  active: {
    accept: { because: "Somebody has accepted this already." },
    record: { next: "active" },
    return: { next: "returned" },
    assign: { because: "A team has accepted this. They can return it." },
    reopen: { because: notOver },
  },
  returned: {
    accept: { because: withTheHub },
    record: { because: withTheHub },
    return: { because: "This came back to the hub already." },
    assign: { next: "waiting" },
    reopen: { because: notOver },
  },
  closed: {
    accept: { because: over },
    record: { because: over },
    return: { because: over },
    assign: { because: over },
    // Help that was handed over and never began is the hub's again; nothing else comes back from the end.
    reopen: { next: "returned" },
  },
};

/** What a verb does to a piece of work in this state. Who may use it is permissions.ts. */
export function pathwayFollows(state: PathwayState, verb: PathwayVerb) {
  return afterwards[state][verb];
}

/** Why a piece of work ended. */
export const closedBecause = [
  "superseded",
  "advice-given",
  "family-contacted",
  "ended-without-assessment",
  "assessed",
  "receipt-confirmed",
  "acknowledged",
  "no-enquiry",
  "section47-ended",
] as const;
export type ClosedBecause = (typeof closedBecause)[number];

export const clockKinds = [
  "decision",
  "rating",
  "brag",
  "accept",
  "first_contact",
  "hold_discussion",
  "assessment",
  "conference",
  "child_seen",
  "police_protection",
  "acknowledge",
  "receipt",
  "countersign",
  "allocate",
  "first_review",
  "second_review",
] as const;
export type ClockKind = (typeof clockKinds)[number];
