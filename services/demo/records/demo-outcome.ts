import type { Rating } from "#domain/rating";
import type { Severity } from "../stories/index.ts";

/** The outcomes that a month's report counts; transfers and open cases need facts of their own. */
export const demoOutcomes = [
  "information_only",
  "advice",
  "family_caf",
  "assessment",
  "strategy_discussion",
] as const;
export type DemoOutcome = (typeof demoOutcomes)[number];

/** How a contact that ends so is told, rated and placed. */
export const outcomeOrigin: Record<
  DemoOutcome,
  { severity: Severity; rating: Rating; level: 1 | 2 | 3 | 4 }
> = {
  information_only: { severity: "information", rating: "B", level: 1 },
  advice: { severity: "advice", rating: "G", level: 2 },
  family_caf: { severity: "early_help", rating: "G", level: 2 },
  assessment: { severity: "assessment", rating: "A", level: 3 },
  strategy_discussion: { severity: "significant_harm", rating: "R", level: 4 },
};
