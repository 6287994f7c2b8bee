/** Why a person is restricted. Names of kinds, so that the audit can hold them; the reason itself is sealed. */
export const restrictionKinds = ["staff_family", "public_interest", "serious_review", "other"] as const;
export type RestrictionKind = (typeof restrictionKinds)[number];

export const restrictionKindWords: Record<RestrictionKind, string> = {
  staff_family: "Family of somebody who works with us",
  public_interest: "High public interest",
  serious_review: "A serious case review or an unexplained death",
  other: "Another reason",
};

/** Why somebody must never know of a contact. */
export const barReasons = ["family", "accused"] as const;

/** What the records officer found when they looked at a restricted contact that was opened in an emergency. */
export const glassFindings = ["needed", "not_needed"] as const;
export type GlassFinding = (typeof glassFindings)[number];
