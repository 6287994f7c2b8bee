import type { Audience, Channel } from "#domain/intake";
import type { SourceCode } from "#domain/questions/you";

export const senderKinds = [
  "school",
  "nursery",
  "school_nurse",
  "gp",
  "health_visitor",
  "midwife",
  "hospital",
  "mental_health",
  "police",
  "housing",
  "early_help",
  "adult_care",
  "probation",
  "charity",
  "neighbour",
  "relative",
  "family",
  "anonymous",
] as const;
export type SenderKind = (typeof senderKinds)[number];

/** Somebody who gets in touch about a family. */
export type Sender = {
  kind: SenderKind;
  sourceCode: SourceCode;
  audience: Audience;
  channel: Channel;
  name: string;
  job: string | null;
  organisation: string | null;
  email: string | null;
  phone: string | null;
  reachable: string | null;
  /** From 0 to 1: how much of names, dates and addresses this person has in front of them. */
  knows: number;
};
