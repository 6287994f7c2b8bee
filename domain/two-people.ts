import { z } from "zod";
import type { PermissionVerb } from "./permissions.ts";
import { erasureGrounds } from "./erasure.ts";

/** What nobody does alone: one person asks for it with a reason, another one confirms it. */
export const proposalKinds = ["erase-contact", "erase-person", "retention-run", "access-export"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalEndings = ["confirmed", "withdrawn", "expired"] as const;
export type ProposalEnding = (typeof proposalEndings)[number];

type ProposalRule = {
  /** What is asked for, in words that go on from "Asked for: ". */
  label: string;
  /** The button of whoever confirms. */
  confirm: string;
  ask: PermissionVerb;
  second: PermissionVerb;
  /** After that many hours it has to be asked for anew: what was true when it was asked may no longer be. */
  hours: number;
  facts: z.ZodType;
};

const grounds = z.strictObject({ ground: z.enum(erasureGrounds) });

export const proposalRules = {
  "erase-contact": {
    label: "Erase a contact",
    confirm: "Erase it for good",
    ask: "keep-records",
    second: "confirm-records",
    hours: 72,
    facts: grounds,
  },
  "erase-person": {
    label: "Erase a child and every contact about them",
    confirm: "Erase them for good",
    ask: "keep-records",
    second: "confirm-records",
    hours: 72,
    facts: grounds,
  },
  "retention-run": {
    label: "Erase what is past its time",
    confirm: "Let the run begin",
    ask: "keep-records",
    second: "confirm-records",
    hours: 72,
    facts: z.strictObject({ contacts: z.int(), asAt: z.iso.date() }),
  },
  "access-export": {
    label: "Give somebody what is held about them",
    confirm: "Release it",
    ask: "keep-records",
    second: "confirm-records",
    hours: 240,
    facts: z.strictObject({ who: z.enum(["child", "adult"]) }),
  },
} as const satisfies Record<ProposalKind, ProposalRule>;

export type ProposalFacts<K extends ProposalKind> = z.infer<(typeof proposalRules)[K]["facts"]>;

/** Kinds that are erasures: what they did cannot be undone. */
export const isFinal = (kind: ProposalKind): boolean => kind !== "access-export";

/** Whether it can still be confirmed. */
export const isLive = (one: { endedAt: Date | null; expiresAt: Date }, now: Date): boolean =>
  one.endedAt === null && one.expiresAt > now;
