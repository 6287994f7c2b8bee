/**
 * What a case-management system says about an open case, the weakest first. Early help is not an open social-work case:
 * a contact about such a child is screened like any other.
 */
export const caseStatuses = [
  "early_help",
  "care_leaver",
  "open",
  "assessment",
  "child_in_need",
  "section_47",
  "child_protection",
  "looked_after",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const casePlans = ["none", "child_in_need", "child_protection"] as const;
export type CasePlan = (typeof casePlans)[number];

export const caseStatusWords: Record<CaseStatus, string> = {
  early_help: "Early help",
  care_leaver: "Care leaver",
  open: "Open to social work",
  assessment: "Being assessed",
  child_in_need: "Child in need",
  section_47: "Section 47 enquiry",
  child_protection: "Child protection plan",
  looked_after: "Looked after",
};

export const isCaseStatus = (said: string): said is CaseStatus =>
  (caseStatuses as readonly string[]).includes(said);

export const isOpenSocialWork = (status: string): boolean => status !== "early_help";

/** A transfer of these children needs a formal hand-over between authorities, not this form alone. */
export const isOnPlan = (status: string): boolean =>
  ["section_47", "child_protection", "looked_after"].includes(status);

type SaidOfCase = { status: CaseStatus; plan: CasePlan | null; lookedAfter: boolean | null };

/** A list may call a case "open" and say in another column that the child is looked after: what weighs most is kept. */
export function strongestStatus({ status, plan, lookedAfter }: SaidOfCase): CaseStatus {
  const said: CaseStatus[] = [
    status,
    ...(plan === null || plan === "none" ? [] : [plan]),
    ...(lookedAfter === true ? (["looked_after"] as const) : []),
  ];
  return said.reduce((most, one) => (caseStatuses.indexOf(one) > caseStatuses.indexOf(most) ? one : most));
}

/**
 * A list that has lost more than a fifth of its cases since the last one is more often an export that broke than a good
 * day's work: it is asked about. Below twenty cases a few that end make a fifth.
 */
export const isMuchSmaller = (cases: number, open: number): boolean => open >= 20 && cases < open * 0.8;
