/** Why a person is restricted. Names of kinds, so that the audit can hold them; the reason itself is sealed. */
export const restrictionKinds = ["staff_family", "public_interest", "serious_review", "other"] as const;
/** Why, as the form asks it. */
export const restrictionWords: Record<(typeof restrictionKinds)[number], string> = {
  staff_family: "Family of somebody who works here or with us",
  public_interest: "High public interest",
  serious_review: "A serious review, or a child's death that nobody can explain",
  other: "Another reason",
};
export type RestrictionKind = (typeof restrictionKinds)[number];

/** Why somebody must never know of a contact. */
export const barReasons = ["family", "accused"] as const;

/** What the records officer found when they looked at a restricted contact that was opened in an emergency. */
export const glassFindings = ["needed", "not_needed"] as const;

/** How long a restricted contact stays open to whoever opened it in an emergency. */
export const glassMinutes = 60;
/** Within this time somebody says whether it was needed, or everybody who answers for it hears of it again. */
export const glassReviewHours = 24;
/** A reason of fewer letters is none. */
export const glassReasonAtLeast = 20;

/** After that many hours a lifting has to be asked for anew: what was true when it was asked may no longer be. */
const liftHours = 72;

/** Whether somebody asked for it to be lifted, and another one may still do it. */
export const isLiftAsked = ({ liftAskedAt }: { liftAskedAt: Date | null }, now: Date): boolean =>
  liftAskedAt !== null && now.getTime() - liftAskedAt.getTime() < liftHours * 3_600_000;
