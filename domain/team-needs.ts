/** Needs that a team can be there for, beside its ages and its area. */
export const teamNeeds = ["disability", "unborn"] as const;
export type TeamNeed = (typeof teamNeeds)[number];

export const teamNeedWords: Record<TeamNeed, string> = {
  disability: "The child's own disability or illness",
  unborn: "Unborn babies",
};

/**
 * What a child's team is chosen by, from the main need on the decision. A strategy discussion names none: protecting a
 * child goes to the team of their area, whatever else is true of them.
 * @param age whole years; -1 is unborn
 */
export const needsOf = ({ age, need }: { age: number | null; need: string | null }): TeamNeed[] => [
  ...(need === "N2" ? (["disability"] as const) : []),
  ...(age === -1 ? (["unborn"] as const) : []),
];
