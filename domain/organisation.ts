export const organisationKinds = [
  "council",
  "police",
  "health",
  "education",
  "housing",
  "probation",
  "early_help",
  "voluntary",
  "other",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What a team does with work that reaches it; routing picks a team by this first. */
export const teamPurposes = ["hub", "advice", "family_caf", "social_work", "partner", "governance"] as const;
export type TeamPurpose = (typeof teamPurposes)[number];
