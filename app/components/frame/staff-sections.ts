import type { Role } from "#domain/actor";
import { href, type RouteName } from "../../href.ts";

type Section = { name: RouteName; text: string; roles: readonly Role[] | "all" };

/** Whoever screens and decides, and so may search. */
export const hubRoles: readonly Role[] = ["screener", "manager", "out_of_hours", "on_call_manager"];

/** Whoever writes down what somebody says on the phone. */
export const callTakers: readonly Role[] = [...hubRoles, "call_taker"];

/** The links across the top for those who are signed in, in order; each shows to the roles that can open it. */
const staffSections: readonly Section[] = [
  { name: "hub.my-work", text: "My work", roles: hubRoles },
  { name: "hub.triage", text: "Triage", roles: hubRoles },
  { name: "hub.shift", text: "Shift", roles: hubRoles },
  { name: "hub.calls", text: "Phone", roles: callTakers },
  { name: "hub.handed-over", text: "Handed over", roles: hubRoles },
  { name: "advice.board", text: "Advice", roles: ["advice", "manager", "on_call_manager"] },
  {
    name: "social-work.board",
    text: "Social work",
    roles: ["social_work_manager", "social_worker", "service_manager", "manager", "on_call_manager"],
  },
  {
    name: "strategy.list",
    text: "Strategy",
    roles: ["manager", "on_call_manager", "out_of_hours", "strategy_chair", "social_work_manager", "auditor"],
  },
  { name: "lado.list", text: "Records", roles: ["lado"] },
  { name: "partner.home", text: "What is asked of you", roles: ["partner"] },
  { name: "hub.countersign", text: "Countersign", roles: ["manager"] },
  { name: "hub.duty", text: "Duty", roles: ["manager", "on_call_manager", "out_of_hours", "administrator"] },
  {
    name: "records.restricted",
    text: "Restricted",
    roles: ["manager", "on_call_manager", "records_officer"],
  },
  { name: "records.asked", text: "Keeping and erasing", roles: ["records_officer"] },
  { name: "records.opened", text: "Opened in an emergency", roles: ["records_officer"] },
  { name: "records.looking", text: "Looks to ask about", roles: ["records_officer"] },
  { name: "insight.second-looks", text: "Second looks", roles: ["auditor"] },
  { name: "insight.caf", text: "Early help figures", roles: ["advice", "analyst", "auditor"] },
  { name: "insight.outcomes", text: "Outcomes", roles: ["auditor", "analyst"] },
  { name: "insight.alerts", text: "Alerts", roles: ["auditor", "analyst"] },
  { name: "insight.equality", text: "Whom we reach", roles: ["analyst", "administrator"] },
  { name: "admin.people", text: "People", roles: ["administrator"] },
  { name: "admin.organisations", text: "Organisations", roles: ["administrator"] },
  { name: "admin.teams", text: "Teams", roles: ["administrator"] },
  { name: "admin.settings", text: "Settings", roles: ["administrator"] },
  { name: "admin.audit", text: "Audit", roles: ["auditor", "records_officer"] },
];

export const sectionsFor = (roles: readonly Role[]): readonly Section[] =>
  staffSections.filter(
    (section) => section.roles === "all" || section.roles.some((role) => roles.includes(role)),
  );

/** A section's path never has params. */
export const sectionHref = ({ name }: Section): string => (href as (name: RouteName) => string)(name);

/** Whoever checks or runs the service begins with that, although other sections come first in the row. */
const homes: Partial<Record<Role, RouteName>> = { auditor: "admin.audit", administrator: "admin.people" };

/** Where somebody lands after signing in: the first section that is theirs. Null for a role that has none yet. */
export function homeFor(roles: readonly Role[]): string | null {
  const sections = sectionsFor(roles);
  const [only] = roles.length === 1 ? roles : [];
  const own = only === undefined ? undefined : sections.find(({ name }) => name === homes[only]);
  const home = own ?? sections[0];
  return home === undefined ? null : sectionHref(home);
}
