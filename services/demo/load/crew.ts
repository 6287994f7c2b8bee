import { eq } from "drizzle-orm";
import { organisation, staff, team } from "#db/schema/directory";
import type { Role, StaffActor } from "#domain/actor";
import type { RoutableTeam } from "#domain/routing";
import { findStaff } from "../../accounts/find-staff.ts";
import type { Context } from "../../context.ts";
import { unitOfWork } from "../../unit-of-work.ts";

/** Who works on what is loaded, and where it is routed. */
export type Crew = {
  /** @throws when nobody has this role */
  withRole: (role: Role, turn: number) => StaffActor;
  /** Somebody of this team; null for a team without people. */
  ofTeam: (teamId: string) => StaffActor | null;
  teams: readonly RoutableTeam[];
  /** Organisations that every strategy discussion needs, the council first. */
  core: readonly Pick<typeof organisation.$inferSelect, "id" | "kind">[];
};

export async function gatherCrew(context: Context): Promise<Crew> {
  const read = await unitOfWork(context, { kind: "system", process: "demo" }, async (unit) => {
    const ids = await unit.tx.select({ id: staff.id }).from(staff).where(eq(staff.active, true)).limit(500);
    const teams = await unit.tx.select().from(team).where(eq(team.active, true));
    const organisations = await unit.tx.select().from(organisation).where(eq(organisation.active, true));
    return { people: await Promise.all(ids.map(({ id }) => findStaff(unit, id))), teams, organisations };
  });
  const people = read.people.flatMap((one) => (one ? [{ ...one, sessionId: context.newId() }] : []));
  const ofKind = (kind: string) => read.organisations.filter((one) => one.kind === kind).slice(0, 1);
  return {
    withRole: (role, turn) => {
      const able = people.filter(({ roles }) => roles.includes(role));
      const found = able[turn % able.length];
      if (!found) throw new Error(`nobody is ${role}: make the demonstration's people first`);
      return found;
    },
    // A worker is given children; the work of a team is its manager's to accept.
    ofTeam: (teamId) =>
      people.find((one) => one.teamId === teamId && !one.roles.includes("social_worker")) ?? null,
    teams: read.teams,
    core: ["council", "police", "health"].flatMap(ofKind),
  };
}
