import type { DecisionRecord, Verdict } from "#domain/decision";
import type { Rating } from "#domain/rating";

/** What `decision.content` holds, sealed. */
export type DecisionContent = {
  record: DecisionRecord["record"];
  /** What the manager did with a recommendation; null where there was none, or for a correction. */
  verdict: Verdict | null;
  ownReason: string;
  pattern: string;
  /** The checks as they stood, so that it can be seen later what was known. */
  checks: { organisation: string; askedAt: string; repliedAt: string | null }[];
  /** What there was to see beside them; decisions from before it was kept have none. */
  known?: KnownThen;
  /** Of the whole form: the same form sent again is answered with what it did, another one is a conflict. */
  formHash: string;
};

/** What whoever decided could see. Ids and numbers: what they stand for is read where it is kept. */
export type KnownThen = {
  version: number;
  rating: Rating | null;
  /** When the contact was last compared with what is known; null when it had not been. */
  comparedAt: string | null;
  /** Ids of the earlier contacts about this child. */
  earlier: string[];
  openCase: boolean;
  onPlan: boolean;
  notes: number;
  additions: number;
};

/** Where what was written for one child is sealed. */
export const contentOf = (table: "recommendation" | "decision", row: string) => ({
  table,
  row,
  column: "content",
});
