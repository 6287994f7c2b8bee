import { and, asc, eq, isNull } from "drizzle-orm";
import { organisation, roleGrant, staff, team } from "#db/schema/directory";
import type { Role, StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type ListedStaff = {
  id: string;
  name: string;
  jobTitle: string;
  organisation: string;
  team: string | null;
  active: boolean;
  roles: Role[];
};

/** More people than one authority's front door has; a larger one will need pages. */
const atMost = 1_000;

/** Everybody who may sign in, by organisation and name. */
export async function listStaff(context: Context, actor: StaffActor): Promise<ListedStaff[]> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  return unitOfWork(context, actor, async (unit) => {
    const rows = await unit.tx
      .select({ person: staff, organisation: organisation.name, team: team.name, role: roleGrant.role })
      .from(staff)
      .innerJoin(organisation, eq(organisation.id, staff.organisationId))
      .leftJoin(team, eq(team.id, staff.teamId))
      .leftJoin(roleGrant, and(eq(roleGrant.staffId, staff.id), isNull(roleGrant.revokedAt)))
      .orderBy(asc(organisation.name), asc(staff.name), asc(staff.id))
      .limit(atMost);
    const people = new Map<string, ListedStaff>();
    for (const { person, organisation: from, team: of, role } of rows) {
      const { id, name, jobTitle, active } = person;
      const listed = people.get(id) ?? {
        id,
        name,
        jobTitle,
        organisation: from,
        team: of,
        active,
        roles: [],
      };
      if (role !== null) listed.roles.push(role);
      people.set(id, listed);
    }
    await unit.audit({ kind: "list.viewed", facts: { list: "staff", resultIds: [...people.keys()] } });
    return [...people.values()];
  });
}
