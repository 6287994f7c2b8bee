/**
 * What a case-management system says about an open case: child_in_need, section_47, child_protection, looked_after,
 * care_leaver or early_help. Early help is not an open social-work case: a contact about such a child is screened like
 * any other.
 */
export const isOpenSocialWork = (status: string): boolean => status !== "early_help";

/** A transfer of these children needs a formal hand-over between authorities, not this form alone. */
export const isOnPlan = (status: string): boolean =>
  ["section_47", "child_protection", "looked_after"].includes(status);
