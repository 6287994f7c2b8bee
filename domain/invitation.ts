import { z } from "zod";
import { roles, type Role } from "./actor.ts";
import { reasonLine } from "./admin-forms.ts";
import { parseEmailAddress } from "./email-address.ts";
import type { OrganisationKind } from "./organisation.ts";

/** Work that organisations around the council do in their own name. */
const ofOthers: readonly Role[] = ["partner", "advice"];

/** The roles that somebody of such an organisation can be invited with. */
export const invitableRoles = (kind: OrganisationKind): readonly Role[] =>
  kind === "council" ? roles.filter((role) => role !== "partner") : ofOthers;

/**
 * Why these people are not invited; null when they may be. Where the council has its own sign-in, its people use that:
 * it ends with their job, and an account of ours would not.
 */
export function refusesInvitation(kind: OrganisationKind, hasProvider: boolean): string | null {
  return kind === "council" && hasProvider
    ? "People of the council sign in with their council account: add them to a group there instead"
    : null;
}

const line = (empty: string, max = 120) =>
  z.string(empty).trim().min(1, empty).max(max, `Use ${max} characters or fewer`);

const emailSchema = z.string("Enter an email address").transform((typed, check) => {
  const address = parseEmailAddress(typed);
  if (address !== null) return address;
  check.addIssue({ code: "custom", message: "Enter an email address, such as name@example.gov.uk" });
  return z.NEVER;
});

/** Somebody who says that they were invited. */
export const joinSchema = z.object({ email: emailSchema });

export const invitationSchema = z.object({
  name: line("Enter their name"),
  jobTitle: line("Enter what they do"),
  email: emailSchema,
  /** An organisation, or one of its teams. */
  place: z.uuid("Choose where they work"),
  roles: z.array(z.enum(roles)).min(1, "Choose what they may do"),
  reason: reasonLine,
});
export type InvitationForm = z.output<typeof invitationSchema>;
