/** What a family said when it was asked about an assessment. Section 17 asks; section 47 does not. */
export const consents = ["given", "refused", "not_asked"] as const;
export const consentWords: Record<(typeof consents)[number], string> = {
  given: "They agree",
  refused: "They refuse",
  not_asked: "They were not asked",
};

/** What an assessment found: in a form here, or in the case-management system. */
export const assessmentOutcomes = [
  "child_in_need",
  "child_protection",
  "looked_after",
  "step_down",
  "no_need",
] as const;
export type AssessmentOutcome = (typeof assessmentOutcomes)[number];

export const assessmentOutcomeWords: Record<AssessmentOutcome, string> = {
  child_in_need: "A child in need: a plan is made",
  child_protection: "Significant harm: child protection",
  looked_after: "The child becomes looked after",
  step_down: "Early help is enough",
  no_need: "Not in need: nothing further",
};

/** Why a case ends, by the codes of the census. */
export const closureReasons = ["RC8", "RC9", "RC5", "RC6", "RC2", "RC7"] as const;
export const closureReasonWords: Record<(typeof closureReasons)[number], string> = {
  RC8: "Assessed, and nothing further",
  RC9: "Assessed, and early help instead: back to a manager, who decides on it",
  RC5: "Another authority has the child now",
  RC6: "Adult social care has them now",
  RC2: "The child died",
  RC7: "Something else, or the plan goes on in the case-management system",
};
