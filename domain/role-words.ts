import type { Role } from "./actor.ts";

/** What a role is called on pages. */
export const roleWords: Record<Role, string> = {
  call_taker: "Call taker",
  screener: "Screener",
  manager: "Manager",
  out_of_hours: "Out-of-hours worker",
  on_call_manager: "On-call manager",
  advice: "Advice worker",
  social_work_manager: "Social-work manager",
  social_worker: "Social worker",
  service_manager: "Service manager, social work",
  strategy_chair: "Strategy discussion chair",
  partner: "Partner agency",
  lado: "Designated officer (LADO)",
  auditor: "Auditor",
  analyst: "Analyst",
  administrator: "Administrator",
  records_officer: "Records officer",
};

/** "screener and manager" */
export function rolesInWords(roles: readonly Role[]): string {
  const [last, ...others] = roles.map((role) => lower(roleWords[role])).reverse();
  if (last === undefined) return "no role";
  return others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`;
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
