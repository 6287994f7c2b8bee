export const toldAnswers = ["yes", "no", "not_yet", "not_known"] as const;
export type ToldAnswer = (typeof toldAnswers)[number];

export const agreementAnswers = ["yes", "no", "not_asked"] as const;
export type AgreementAnswer = (typeof agreementAnswers)[number];

/** Why the parents were not told: the accepted reasons first. */
export const untoldReasons = ["risk", "police", "not_reached", "other"] as const;
export type UntoldReason = (typeof untoldReasons)[number];
