import type { Role, StaffActor } from "./actor.ts";
import type { Subject } from "./permissions.ts";

/** Why somebody could see a record at the moment that they did: roles and relations change, so it is kept with the look. */
export const grounds = [
  "opened",
  "named",
  "holder",
  "owner",
  "team",
  "recorded",
  "invited",
  "asked",
  "hub",
  "check",
  "role",
] as const;
export type Ground = (typeof grounds)[number];

export const groundWords: Record<Ground, string> = {
  opened: "Opened it in an emergency",
  named: "Was named for it",
  holder: "Held it",
  owner: "Worked on what came of it",
  team: "Their team had what came of it",
  recorded: "Recorded it themselves",
  invited: "Their organisation was invited",
  asked: "Their organisation was asked",
  hub: "Works in the hub",
  check: "Checks records",
  role: "Their role",
};

/** Of several children one may be nearer than the others; `grounds` has the nearest first. */
export const nearestGround = (all: readonly Ground[]): Ground =>
  grounds.find((ground) => all.includes(ground)) ?? "role";

const hub: readonly Role[] = ["screener", "manager", "out_of_hours", "on_call_manager"];

/** The nearest reason of all that there are: a screener who holds a contact reads it because they hold it. */
export function groundOf(actor: StaffActor, subject: Subject, contactId: string): Ground {
  const has = (roles: readonly Role[]) => actor.roles.some((role) => roles.includes(role));
  if (actor.opened?.includes(contactId) === true) return "opened";
  if (actor.named?.includes(contactId) === true) return "named";
  if (subject.holderId === actor.id) return "holder";
  if (subject.ownerId === actor.id) return "owner";
  if (subject.recordedById === actor.id) return "recorded";
  if (actor.teamId !== null && subject.teamId === actor.teamId) return "team";
  if (subject.invitedOrganisationIds?.includes(actor.organisationId) === true) return "invited";
  if (subject.askedOrganisationIds?.includes(actor.organisationId) === true) return "asked";
  if (has(hub)) return "hub";
  return has(["auditor", "records_officer"]) ? "check" : "role";
}
