import type { DemoOutcome } from "../records/demo-outcome.ts";
import { outcomeOrigin } from "../records/demo-outcome.ts";
import type { Scene } from "./scene.ts";

type Decided = readonly [
  came: number,
  about: DemoOutcome,
  family: string,
  pathway: NonNullable<Scene["pathway"]>,
];

/** What was decided in the week before, with how far the work went since. Some families were here before. */
const decided: readonly Decided[] = [
  [2520, "assessment", "often", "closed"],
  [2480, "information_only", "allotment", "closed"],
  [2440, "advice", "benefits", "closed"],
  [2380, "assessment", "canal", "recorded"],
  [2310, "family_caf", "nights", "recorded"],
  [2200, "strategy_discussion", "bruise", "recorded"],
  [2120, "information_only", "police-notice", "closed"],
  [2030, "advice", "sleep", "recorded"],
  [1960, "assessment", "hungry", "recorded"],
  [1900, "assessment", "missing", "accepted"],
  [1820, "family_caf", "attendance", "accepted"],
  [1740, "assessment", "often", "recorded"],
  [1660, "advice", "separation", "accepted"],
  [1590, "strategy_discussion", "bail", "accepted"],
  [1510, "information_only", "wrist", "closed"],
  [1430, "assessment", "tablets", "accepted"],
  [1370, "family_caf", "arrears", "accepted"],
  [1290, "assessment", "late", "accepted"],
  [1210, "advice", "green", "waiting"],
  [1130, "assessment", "unborn", "waiting"],
  [1060, "assessment", "three", "waiting"],
  [990, "family_caf", "clinics", "waiting"],
  [900, "information_only", "transfer-in", "closed"],
  [830, "assessment", "shouting", "waiting"],
  [760, "advice", "games", "waiting"],
  [690, "strategy_discussion", "alone", "waiting"],
];

const screeners = ["Sam Kaur", "Grace Adeyemi", "Tom Whitfield"] as const;

export const decidedScenes: readonly Scene[] = decided.map(([came, about, family, pathway], i) => ({
  came,
  about,
  family,
  pathway,
  screener: screeners[i % screeners.length] ?? "Sam Kaur",
  rating: outcomeOrigin[about].rating,
  reached: "decided",
}));
