import type { DangerAnswer } from "./intake.ts";
import type { Worry } from "./questions/worries.ts";

/** Worries that say a child was or may be harmed by somebody, as against a need for help. */
const harms: ReadonlySet<Worry> = new Set<Worry>([
  "hurt",
  // Nobody said how it came: until somebody finds out, it counts as harm.
  "injury",
  "sexual_harm",
  "not_looked_after",
  "put_down",
  "home_violence",
  "missing",
  "groomed",
  "harm_to_children",
  "fabricated_illness",
  "forced_marriage",
  "fgm",
  "honour",
  "extremism",
  "slavery",
  "position_of_trust",
]);

/** Worries that say a child's body was touched. */
const hurts: ReadonlySet<Worry> = new Set<Worry>(["hurt", "injury", "sexual_harm", "fgm"]);

/** Whether anybody said that a child is harmed: a manager signs then, and writes a sentence of their own. */
export function harmAlleged(facts: { danger: DangerAnswer; worries: readonly Worry[] }): boolean {
  return facts.danger === "yes" || facts.worries.some((worry) => harms.has(worry));
}

export function childHurt(facts: { worries: readonly Worry[] }): boolean {
  return facts.worries.some((worry) => hurts.has(worry));
}
