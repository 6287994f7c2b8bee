import { asc, count, eq, sql } from "drizzle-orm";
import { organisation, staff, team } from "#db/schema/directory";
import type { Role, StaffActor } from "#domain/actor";
import { containing, directoryPageSize } from "../directory/organisations.ts";
import { readingAs } from "../directory/administering.ts";
import type { Context } from "../context.ts";
import { standingRoles } from "./find-staff.ts";

export type ListedStaff = {
  id: string;
  name: string;
  jobTitle: string;
  organisation: string;
  team: string | null;
  active: boolean;
  roles: Role[];
};

/** Everybody who may sign in, by organisation and name; those who left come last. */
export async function listStaff(
  context: Context,
  actor: StaffActor,
  query: { search: string; page: number },
): Promise<{ rows: ListedStaff[]; pages: number; total: number }> {
  return readingAs(context, actor, async (unit) => {
    const pattern = containing(query.search);
    const where =
      query.search === ""
        ? undefined
        : sql`(${staff.name} ilike ${pattern} or ${staff.jobTitle} ilike ${pattern} or ${organisation.name} ilike ${pattern})`;
    const [all] = await unit.tx
      .select({ n: count() })
      .from(staff)
      .innerJoin(organisation, eq(organisation.id, staff.organisationId))
      .where(where);
    const rows = await unit.tx
      .select({
        ...{ id: staff.id, name: staff.name, jobTitle: staff.jobTitle, active: staff.active },
        ...{ organisation: organisation.name, team: team.name, roles: standingRoles },
      })
      .from(staff)
      .innerJoin(organisation, eq(organisation.id, staff.organisationId))
      .leftJoin(team, eq(team.id, staff.teamId))
      .where(where)
      .orderBy(sql`${staff.active} desc`, asc(organisation.name), asc(staff.name), asc(staff.id))
      .limit(directoryPageSize)
      .offset((query.page - 1) * directoryPageSize);
    const total = all?.n ?? 0;
    await unit.audit({ kind: "list.viewed", facts: { list: "staff", resultIds: rows.map(({ id }) => id) } });
    return { rows, total, pages: Math.max(1, Math.ceil(total / directoryPageSize)) };
  });
}
