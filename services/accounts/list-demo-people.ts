import { and, asc, eq } from "drizzle-orm";
import { organisation, staff, team } from "#db/schema/directory";
import type { Role } from "#domain/actor";
import type { OrganisationKind } from "#domain/organisation";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { standingRoles } from "./find-staff.ts";

export type DemoPerson = {
  id: string;
  name: string;
  jobTitle: string;
  organisation: string;
  organisationKind: OrganisationKind;
  team: string | null;
  roles: readonly Role[];
};

/**
 * Everybody who can be signed in as, hub first.
 * @throws NotFound outside demo mode
 */
export async function listDemoPeople(context: Context): Promise<DemoPerson[]> {
  if (!context.site.demo) throw new NotFound("not a demonstration");
  return unitOfWork(context, { kind: "public" }, ({ tx }) =>
    tx
      .select({
        id: staff.id,
        name: staff.name,
        jobTitle: staff.jobTitle,
        organisation: organisation.name,
        organisationKind: organisation.kind,
        team: team.name,
        roles: standingRoles,
      })
      .from(staff)
      .innerJoin(organisation, eq(organisation.id, staff.organisationId))
      .leftJoin(team, eq(team.id, staff.teamId))
      .where(and(eq(staff.active, true), eq(organisation.active, true)))
      .orderBy(asc(organisation.kind), asc(organisation.name), asc(team.purpose), asc(staff.name))
      .limit(200),
  );
}
