import { organisation, roleGrant, staff, team } from "#db/schema/directory";
import type { Role, StaffActor } from "#domain/actor";
import type { OrganisationKind, TeamPurpose } from "#domain/organisation";
import { startSession } from "#services/accounts/start-session";
import type { Context } from "#services/context";
import { unitOfWork } from "#services/unit-of-work";

const arranging = { kind: "system", process: "test" } as const;

export type Place = { organisationId: string; organisationKind: OrganisationKind; teamId: string };

/** An organisation with one team. */
export async function addTeam(
  context: Context,
  { kind = "council", purpose = "hub" }: { kind?: OrganisationKind; purpose?: TeamPurpose } = {},
): Promise<Place> {
  const [organisationId, teamId] = [context.newId(), context.newId()];
  await unitOfWork(context, arranging, async ({ tx }) => {
    await tx
      .insert(organisation)
      .values({ id: organisationId, name: `Organisation ${organisationId}`, kind });
    await tx.insert(team).values({ id: teamId, organisationId, name: "Team", purpose });
  });
  return { organisationId, organisationKind: kind, teamId };
}

/** Somebody with these roles, in a team of the hub unless another place is given. Not signed in. */
export async function addStaff(
  context: Context,
  roles: readonly Role[],
  { name = "Amira Patel", place }: { name?: string; place?: Place } = {},
): Promise<StaffActor> {
  const where = place ?? (await addTeam(context));
  const id = context.newId();
  await unitOfWork(context, arranging, async ({ tx, now }) => {
    const { organisationId, teamId } = where;
    await tx
      .insert(staff)
      .values({ id, organisationId, teamId, name, jobTitle: "Worker", email: `${id}@example.gov.uk` });
    if (roles.length > 0)
      await tx
        .insert(roleGrant)
        .values(
          roles.map((role) => ({ id: context.newId(), staffId: id, role, grantedBy: id, grantedAt: now })),
        );
  });
  return { kind: "staff", id, name, roles, ...where, sessionId: context.newId() };
}

/** The Cookie header of a browser in which this person is signed in. */
export async function signedIn(context: Context, actor: StaffActor): Promise<string> {
  const { secret } = await startSession(context, actor.id);
  return `session=${secret}`;
}
