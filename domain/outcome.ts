import type { PathwayKind } from "./pathway.ts";

/** The seven outcomes, from the least to the most that the hub can do, with the two that pass a child on last. */
export const outcomes = [
  "information_only",
  "advice",
  "family_caf",
  "assessment",
  "strategy_discussion",
  "transfer",
  "already_open",
] as const;
export type Outcome = (typeof outcomes)[number];

/** Levels of need; the names are a setting, and a place with three levels leaves the fourth out. */
export const levels = [1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

export type OutcomeFacts = {
  label: string;
  /** For table cells and queue rows. */
  short: string;
  meaning: string;
  /** The piece of work that routing creates, or null where the decision is the end. */
  pathway: PathwayKind | null;
  /** Somebody acts to keep the child safe: never kept waiting for a second person out of hours. */
  protective: boolean;
  /** Opens social work, so the contact has become a referral. */
  opensReferral: boolean;
};

export const outcomeFacts: Record<Outcome, OutcomeFacts> = {
  information_only: {
    label: "Information only, no further action",
    short: "Information only",
    meaning: "Kept on record. Nobody is asked to do anything.",
    pathway: null,
    protective: false,
    opensReferral: false,
  },
  advice: {
    label: "Advice and signpost",
    short: "Advice",
    meaning:
      "The advice team tells the family or the referrer who can help, with a named person where there is one.",
    pathway: "advice_episode",
    protective: false,
    opensReferral: false,
  },
  family_caf: {
    label: "Family CAF redirect",
    short: "Family CAF",
    meaning:
      "Early help with the family's agreement. The hub owns it until somebody accepts it and meets the family.",
    pathway: "caf_redirect",
    protective: false,
    opensReferral: false,
  },
  assessment: {
    label: "Social-work assessment (section 17)",
    short: "Assessment (s17)",
    meaning: "A referral to a social-work team, accepted there by a named person.",
    pathway: "social_work_referral",
    protective: false,
    opensReferral: true,
  },
  strategy_discussion: {
    label: "Strategy discussion",
    short: "Strategy discussion",
    meaning:
      "Police, health and social care meet because significant harm is suspected. It decides on section 47.",
    pathway: "strategy_discussion",
    protective: true,
    opensReferral: true,
  },
  transfer: {
    label: "Transfer to another authority",
    short: "Transfer",
    meaning: "Another authority is responsible. The area where the child is acts first.",
    pathway: "transfer",
    protective: false,
    opensReferral: false,
  },
  already_open: {
    label: "Already open: tell the allocated worker",
    short: "Already open",
    meaning: "A worker already has this child. They are told, and must acknowledge.",
    pathway: "case_notice",
    protective: true,
    opensReferral: false,
  },
};

/** The label as this authority says it; only the early-help outcome has a local name. */
export function outcomeLabel(outcome: Outcome, settings: { familyCafLabel: string }): string {
  return outcome === "family_caf" ? `${settings.familyCafLabel} redirect` : outcomeFacts[outcome].label;
}

/** The same, for table cells and timelines. */
export function outcomeShort(outcome: Outcome, settings: { familyCafLabel: string }): string {
  return outcome === "family_caf" ? settings.familyCafLabel : outcomeFacts[outcome].short;
}

export function isOutcome(value: unknown): value is Outcome {
  return typeof value === "string" && (outcomes as readonly string[]).includes(value);
}
