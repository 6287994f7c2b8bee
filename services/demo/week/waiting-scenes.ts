import type { Scene } from "./scene.ts";

const sam = { screener: "Sam Kaur" } as const;
const grace = { screener: "Grace Adeyemi" } as const;
const tom = { screener: "Tom Whitfield" } as const;

/**
 * What waits when the demonstration opens: one contact in every state that the triage queue can show. A decision is due
 * one working day (510 minutes of opening time) after a contact came.
 */
export const waitingScenes: readonly Scene[] = [
  { about: "strategy_discussion", came: 10, family: "rivers", ...sam, reached: "arrived", danger: "yes" },
  { about: "information_only", came: 25, family: "police-notice", ...tom, reached: "arrived" },
  { about: "advice", came: 45, family: "school-worry", ...grace, reached: "arrived" },
  {
    about: "strategy_discussion",
    came: 55,
    family: "belt",
    ...grace,
    rating: "R",
    reached: "rated",
    soon: true,
  },
  { about: "strategy_discussion", came: 95, family: "bruise", ...sam, rating: "R", reached: "held" },
  {
    about: "assessment",
    came: 120,
    family: "sent-early",
    ...tom,
    rating: "A",
    reached: "rated",
    partial: true,
  },
  { about: "advice", came: 140, family: "benefits", ...tom, rating: "B", reached: "rated" },
  { about: "assessment", came: 180, family: "three", ...grace, rating: "A", reached: "rated", subjects: 3 },
  { about: "family_caf", came: 235, family: "nights", ...tom, rating: "G", reached: "rated" },
  { about: "assessment", came: 300, family: "often", ...grace, rating: "A", reached: "recommended" },
  { about: "family_caf", came: 330, family: "damp", ...tom, rating: "G", reached: "recommended" },
  { about: "assessment", came: 365, family: "asked-again", ...sam, rating: "A", reached: "sent_back" },
  { about: "assessment", came: 430, family: "nearly-late", ...tom, rating: "A", reached: "rated" },
  { about: "family_caf", came: 475, family: "due-soon", ...grace, rating: "G", reached: "held" },
  { about: "assessment", came: 560, family: "late", ...tom, rating: "A", reached: "rated" },
];
