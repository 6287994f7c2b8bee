import { and, asc, eq, isNull } from "drizzle-orm";
import { organisation, roleGrant, staff, team } from "#db/schema/directory";
import { federatedIdentity } from "#db/schema/identity";
import type { Role, StaffActor } from "#domain/actor";
import { invitableRoles } from "#domain/invitation";
import type { OrganisationKind } from "#domain/organisation";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";
import { readingAs } from "./administering.ts";
import { readHistory, type HistoryEntry } from "./history.ts";

export type Person = {
  id: string;
  name: string;
  jobTitle: string;
  email: string;
  organisationId: string;
  organisation: string;
  organisationKind: OrganisationKind;
  teamId: string | null;
  team: string | null;
  active: boolean;
  roles: Role[];
  /** Their roles are those of their groups in the council's own sign-in. */
  fromProvider: boolean;
};

export type PersonPage = {
  person: Person;
  isMe: boolean;
  teams: { id: string; name: string }[];
  mayHave: readonly Role[];
  history: HistoryEntry[];
};

/** @throws NotFound */
export async function readPerson(context: Context, actor: StaffActor, id: string): Promise<PersonPage> {
  return readingAs(context, actor, async (unit) => {
    const person = await findPerson(unit, id);
    const teams = await unit.tx
      .select({ id: team.id, name: team.name })
      .from(team)
      .where(and(eq(team.organisationId, person.organisationId), team.active))
      .orderBy(asc(team.name))
      .limit(200);
    const mayHave = invitableRoles(person.organisationKind);
    return { person, isMe: id === actor.id, teams, mayHave, history: await readHistory(unit, id) };
  });
}

/** Locked until the unit ends: two changes of one person come one after the other. */
export async function findPerson({ tx }: Unit, id: string): Promise<Person> {
  const [found] = isId(id)
    ? await tx
        .select({
          ...{ id: staff.id, name: staff.name, jobTitle: staff.jobTitle, email: staff.email },
          ...{ organisationId: organisation.id, organisation: organisation.name },
          ...{
            organisationKind: organisation.kind,
            active: staff.active,
            teamId: staff.teamId,
            team: team.name,
          },
        })
        .from(staff)
        .innerJoin(organisation, eq(organisation.id, staff.organisationId))
        .leftJoin(team, eq(team.id, staff.teamId))
        .where(eq(staff.id, id))
        .for("update", { of: staff })
    : [];
  if (!found) throw new NotFound("no such person");
  const held = await tx
    .select({ role: roleGrant.role })
    .from(roleGrant)
    .where(and(eq(roleGrant.staffId, id), isNull(roleGrant.revokedAt)))
    .orderBy(roleGrant.role);
  const elsewhere = await tx.$count(federatedIdentity, eq(federatedIdentity.staffId, id));
  return { ...found, roles: held.map(({ role }) => role), fromProvider: elsewhere > 0 };
}
