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

export const clockKinds = [
  "decision",
  "rating",
  "brag",
  "accept",
  "first_contact",
  "hold_discussion",
  "assessment",
  "conference",
  "acknowledge",
  "receipt",
  "countersign",
] as const;
export type ClockKind = (typeof clockKinds)[number];
