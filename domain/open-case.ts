/** What a case-management system may say about an open case. */
export const openCaseStatuses = [
  "child_in_need",
  "section_47",
  "child_protection",
  "looked_after",
  "care_leaver",
  "early_help",
] as const;

/** Early help is not an open social-work case: a contact about such a child is screened like any other. */
export const isOpenSocialWork = (status: string): boolean => status !== "early_help";

/** A transfer of these children needs a formal hand-over between authorities, not this form alone. */
export const isOnPlan = (status: string): boolean =>
  ["section_47", "child_protection", "looked_after"].includes(status);
