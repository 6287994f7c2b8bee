import type { Settings } from "./settings.ts";

/** The three sides of a child's life that every partnership's thresholds look at. */
export const guideHeadings = ["The child", "Parenting", "Family and home"] as const;
type GuideHeading = (typeof guideHeadings)[number];

/** What is usually found at a step, from needs that anybody meets to harm that has to be stopped. */
const steps: readonly Record<GuideHeading, readonly string[]>[] = [
  {
    "The child": [
      "Grows and learns as expected",
      "Goes to school on most days",
      "Has friends, and somebody to tell",
    ],
    Parenting: ["Fed, clothed, and taken to the doctor", "Warmth, and rules that stay the same"],
    "Family and home": ["A home that is safe and lasts", "Family or neighbours who help"],
  },
  {
    "The child": [
      "Absent more and more, or often late",
      "Upset or angry for weeks",
      "Speaks or learns later than others",
    ],
    Parenting: ["A parent who struggles for now and wants help", "Appointments that are missed"],
    "Family and home": ["Debt, or a home that is too small", "Parents who part and argue"],
  },
  {
    "The child": [
      "Several needs at once, which one service cannot meet",
      "Missing from home, or at risk of exclusion",
    ],
    Parenting: [
      "Care that goes up and down with drink, drugs or illness",
      "Help that was tried and did not last",
    ],
    "Family and home": [
      "Violence between adults that the child lives with",
      "A child who cares for an adult",
    ],
  },
  {
    "The child": [
      "An injury that is not explained, or a disclosure",
      "Harm by sex, exploitation or neglect",
      "Life in danger",
    ],
    Parenting: ["Cannot or will not keep the child safe", "Hurts the child, or lets somebody hurt them"],
    "Family and home": [
      "Somebody in the home who is a danger to children",
      "Nobody safe to stay with tonight",
    ],
  },
];

export type GuideLevel = { level: number; name: string; says: Record<GuideHeading, readonly string[]> };

/**
 * Examples for each level of this authority, by heading. They help to talk about a level; they never choose one. Where
 * there are three levels, the last one holds both of the upper steps.
 */
export function thresholdGuide(levels: Settings["levels"]): GuideLevel[] {
  return levels.map(({ level, name }, i) => {
    const own = i === levels.length - 1 ? steps.slice(i) : steps.slice(i, i + 1);
    const says = (heading: GuideHeading) => own.flatMap((step) => step[heading]);
    return {
      level,
      name,
      says: {
        "The child": says("The child"),
        Parenting: says("Parenting"),
        "Family and home": says("Family and home"),
      },
    };
  });
}
