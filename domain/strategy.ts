/** What a strategy discussion finds for one child. Section 47 is opened here and nowhere else. */
export const findings = ["joint", "single", "section17", "none"] as const;
export type Finding = (typeof findings)[number];

export const findingWords: Record<Finding, string> = {
  joint: "Section 47 enquiry, jointly with the police",
  single: "Section 47 enquiry by social care alone",
  section17: "Section 17 assessment",
  none: "Neither: no enquiry and no assessment",
};

export const startsSection47 = (finding: Finding): boolean => finding === "joint" || finding === "single";

/** Whether an organisation that took part agrees to the record. */
export const agreements = ["agrees", "disagrees"] as const;

/** How an action ended. */
export const actionEndings = ["done", "cannot"] as const;

/** How section 47 ended for a child, or the assessment that a discussion asked for. */
export const section47Outcomes = [
  "conference",
  "continue_assessment",
  "legal_action",
  "section17_services",
  "other_agency",
  "no_more",
] as const;

export const section47OutcomeWords: Record<(typeof section47Outcomes)[number], string> = {
  conference: "Child protection conference",
  continue_assessment: "The assessment goes on, without a conference",
  legal_action: "Legal action",
  section17_services: "Services for a child in need",
  other_agency: "Another agency goes on with it",
  no_more: "Nothing more is needed",
};
