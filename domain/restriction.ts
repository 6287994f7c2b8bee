/** Why a person is restricted. Names of kinds, so that the audit can hold them; the reason itself is sealed. */
export const restrictionKinds = ["staff_family", "public_interest", "serious_review", "other"] as const;

/** Why somebody must never know of a contact. */
export const barReasons = ["family", "accused"] as const;

/** What the records officer found when they looked at a restricted contact that was opened in an emergency. */
export const glassFindings = ["needed", "not_needed"] as const;
