import { z } from "zod";
import { maybe, maybeOneOf, oneOf, text } from "./decision-fields.ts";
import type { OrganisationKind } from "./organisation.ts";

/** As what an organisation is invited. Without the first three a discussion can protect a child and meet again, and find nothing. */
export const coreRoles = ["social_care", "police", "health"] as const;
export type CoreRole = (typeof coreRoles)[number];
export const invitedRoles = [
  ...coreRoles,
  ...(["referrer", "education", "early_help", "housing", "probation", "legal", "other"] as const),
] as const;
export type InvitedRole = (typeof invitedRoles)[number];

export const invitedRoleWords: Record<InvitedRole, string> = {
  social_care: "social care",
  police: "the police",
  health: "health",
  referrer: "whoever sent it",
  education: "school or college",
  early_help: "early help",
  housing: "housing",
  probation: "probation",
  legal: "legal advice",
  other: "somebody else who knows the family",
};

const roleOfKind: Record<OrganisationKind, InvitedRole> = {
  council: "social_care",
  police: "police",
  health: "health",
  education: "education",
  early_help: "early_help",
  housing: "housing",
  probation: "probation",
  voluntary: "other",
  other: "other",
};

/** As what an organisation is invited when nobody said otherwise. */
export const roleOf = (kind: OrganisationKind): InvitedRole => roleOfKind[kind];

const coreKinds: Record<CoreRole, OrganisationKind> = {
  social_care: "council",
  police: "police",
  health: "health",
};

/** Only police speak as police: who takes part as one of the core is of its kind. */
export const mayBeInvitedAs = (role: InvitedRole, kind: OrganisationKind): boolean =>
  !(role in coreKinds) || coreKinds[role as CoreRole] === kind;

/** Which of the core are not among these. */
export function missingFromQuorum(present: readonly InvitedRole[]): CoreRole[] {
  return coreRoles.filter((role) => !present.includes(role));
}

export const invitationAnswers = ["coming", "somebody_else", "not_coming"] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

export const presentHow = ["in_person", "phone", "video"] as const;
export type PresentHow = (typeof presentHow)[number];
export const presentHowWords: Record<(typeof presentHow)[number], string> = {
  in_person: "in person",
  phone: "by phone",
  video: "by video",
};

export const answerSchema = z
  .object({
    answer: oneOf(invitationAnswers, "Say whether somebody from your organisation comes"),
    comingName: text(200),
    comingHow: maybeOneOf(presentHow),
    notComingBecause: maybe(),
  })
  .superRefine(({ answer, comingName, comingHow, notComingBecause }, problems) => {
    const refuse = (field: string, message: string) =>
      problems.addIssue({ code: "custom", path: [field], message });
    if (answer !== "not_coming") {
      if (comingName === "") refuse("comingName", "Give the name of the person who comes");
      if (comingHow === "") refuse("comingHow", "Say how they take part");
    } else if (notComingBecause === "")
      refuse("notComingBecause", "Say why nobody can come, and who to ask instead");
  });

export const inviteSchema = z.object({
  organisationId: z.uuid({ error: "Choose whom to invite" }),
  role: oneOf(invitedRoles, "Choose as what they are invited"),
});

/** More than a morning of reminders helps nobody: whoever chairs rings instead. */
const chasesAtMost = 4;

/** When an organisation that has not answered is reminded next; null when it has been often enough. */
export function nextChaseAt(
  from: Date,
  chased: number,
  { strategyChaseMinutes }: { strategyChaseMinutes: number },
): Date | null {
  return chased >= chasesAtMost ? null : new Date(from.getTime() + strategyChaseMinutes * 60_000);
}
