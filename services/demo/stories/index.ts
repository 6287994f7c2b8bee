import { adviceStories } from "./advice.ts";
import { assessmentStories } from "./assessment.ts";
import { earlyHelpStories } from "./early-help.ts";
import { informationStories } from "./information.ts";
import { significantHarmStories } from "./significant-harm.ts";
import type { Story } from "./story.ts";

/** Stories by what ought to come of them. */
export const stories = {
  information: informationStories,
  advice: adviceStories,
  early_help: earlyHelpStories,
  assessment: assessmentStories,
  significant_harm: significantHarmStories,
} as const satisfies Record<string, readonly Story[]>;

export type Severity = keyof typeof stories;
