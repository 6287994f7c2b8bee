import type { DecisionRecord, Verdict } from "#domain/decision";

/** What `decision.content` holds, sealed. */
export type DecisionContent = {
  record: DecisionRecord["record"];
  /** What the manager did with a recommendation; null where there was none, or for a correction. */
  verdict: Verdict | null;
  ownReason: string;
  pattern: string;
  /** The checks as they stood, so that it can be seen later what was known. */
  checks: { organisation: string; askedAt: string; repliedAt: string | null }[];
  /** Of the whole form: the same form sent again is answered with what it did, another one is a conflict. */
  formHash: string;
};

/** Where what was written for one child is sealed. */
export const contentOf = (table: "recommendation" | "decision", row: string) => ({
  table,
  row,
  column: "content",
});
