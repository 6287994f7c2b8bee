import { roles, type Role } from "./actor.ts";

/** Which roles each group of the identity provider brings. A group that is not in it brings none. */
export type RolesByGroup = ReadonlyMap<string, readonly Role[]>;

/** A partner belongs to another organisation, which this provider cannot speak for: partners are invited. */
const grantable: readonly string[] = roles.filter((role) => role !== "partner");

/**
 * Reads what an operator wrote: "MASH Screeners=screener; MASH Managers=manager+strategy_chair". A group may be a name
 * or an id, whichever the provider sends; a group that is there twice brings both.
 * @returns null when it cannot be read, or names a role that there is not
 */
export function parseRolesByGroup(text: string): RolesByGroup | null {
  const byGroup = new Map<string, Role[]>();
  for (const pair of text.split(";").filter((one) => one.trim() !== "")) {
    // The last "=": directory names such as CN=Screeners,DC=council hold some of their own.
    const at = pair.lastIndexOf("=");
    const group = pair.slice(0, Math.max(at, 0)).trim();
    const named = pair
      .slice(at + 1)
      .split("+")
      .map((role) => role.trim());
    // "A=screener, B=manager" with a comma for a semicolon would take everything before the last "=" for one group.
    const [, mistaken = ""] = /=\s*([a-z_]+)\s*,/.exec(group) ?? [];
    if (grantable.includes(mistaken)) return null;
    if (group === "" || named.some((role) => !grantable.includes(role))) return null;
    byGroup.set(group, [...new Set([...(byGroup.get(group) ?? []), ...(named as Role[])])]);
  }
  return byGroup.size === 0 ? null : byGroup;
}

/** What somebody in these groups may do, in the order of the roles; nothing for groups that nobody mapped. */
export function rolesForGroups(byGroup: RolesByGroup, groups: readonly string[]): Role[] {
  const brought = new Set(groups.flatMap((group) => byGroup.get(group) ?? []));
  return roles.filter((role) => brought.has(role));
}

/** What changes when these roles are to stand instead of those. */
export function roleChanges(
  standing: readonly Role[],
  wanted: readonly Role[],
): { grant: Role[]; revoke: Role[] } {
  return {
    grant: wanted.filter((role) => !standing.includes(role)),
    revoke: standing.filter((role) => !wanted.includes(role)),
  };
}

/** Whether the provider says that two factors were used, in one of the ways that the operator accepts. */
export function saysTwoFactors(accepted: readonly string[], acr: unknown, amr: unknown): boolean {
  if (accepted.length === 0) return true;
  const said = [acr, ...(Array.isArray(amr) ? (amr as unknown[]) : [])];
  return said.some((value) => typeof value === "string" && accepted.includes(value));
}
