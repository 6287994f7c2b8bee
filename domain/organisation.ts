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

export const organisationKindWords: Record<OrganisationKind, string> = {
  council: "The council",
  police: "Police",
  health: "Health",
  education: "School or college",
  housing: "Housing",
  probation: "Probation",
  early_help: "Early help",
  voluntary: "Voluntary",
  other: "Other",
};

export const teamPurposeWords: Record<TeamPurpose, string> = {
  hub: "Screens and decides",
  advice: "Gives advice",
  family_caf: "Early help with the family",
  social_work: "Social work",
  partner: "Answers for a partner agency",
  governance: "Checks and runs the service",
};

/**
 * Whose names anybody may read: bodies that everybody knows of. A charity or a landlord may run a refuge, whose very name
 * can lead somebody to its door.
 */
export const openlyNamedKinds = [
  "council",
  "police",
  "health",
  "education",
  "probation",
] as const satisfies readonly OrganisationKind[];

/** There is one council; it came with the installation, and what it is does not change. */
export const addableKinds = organisationKinds.filter((kind) => kind !== "council");

/** What a team may be for: partner agencies answer or give early help, everything else is the council's. */
export const purposesOf = (kind: OrganisationKind): readonly TeamPurpose[] =>
  kind === "council"
    ? teamPurposes.filter((purpose) => purpose !== "partner")
    : ["partner", "advice", "family_caf"];
