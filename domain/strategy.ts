import type { OrganisationKind } from "./organisation.ts";

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

/** Without these three a discussion can protect a child and meet again, but find nothing. */
export const coreKinds = ["council", "police", "health"] as const satisfies readonly OrganisationKind[];

export const coreWords: Record<(typeof coreKinds)[number], string> = {
  council: "social care",
  police: "the police",
  health: "health",
};

export function missingFromQuorum(present: readonly OrganisationKind[]): (typeof coreKinds)[number][] {
  return coreKinds.filter((kind) => !present.includes(kind));
}
