import { and, eq, sql } from "drizzle-orm";
import { organisation, roleGrant, staff } from "#db/schema/directory";
import type { Role, StaffActor } from "#domain/actor";
import type { Unit } from "../unit-of-work.ts";

/** The roles that stand now, as JSON: a driver needs to be taught arrays of an enum, but not JSON. */
export const standingRoles = sql<Role[]>`(
  select coalesce(json_agg(${roleGrant.role} order by ${roleGrant.role}), '[]')
  from ${roleGrant} where ${roleGrant.staffId} = ${staff.id} and ${roleGrant.revokedAt} is null)`;

/** Somebody who may sign in, without a session yet; null when they left or their organisation did. */
export async function findStaff(unit: Unit, staffId: string): Promise<Omit<StaffActor, "sessionId"> | null> {
  const [found] = await unit.tx
    .select({
      id: staff.id,
      name: staff.name,
      roles: standingRoles,
      organisationId: staff.organisationId,
      organisationKind: organisation.kind,
      teamId: staff.teamId,
    })
    .from(staff)
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .where(and(eq(staff.id, staffId), eq(staff.active, true), eq(organisation.active, true)));
  return found ? { kind: "staff", ...found } : null;
}
