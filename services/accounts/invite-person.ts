import { and, eq, sql } from "drizzle-orm";
import { organisation, staff, team } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import { invitableRoles, refusesInvitation, type InvitationForm } from "#domain/invitation";
import { may } from "#domain/permissions";
import type { Context } from "../context.ts";
import { databaseCode } from "../database-errors.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { keepChange } from "../directory/history.ts";
import { grantRoles } from "../directory/person-roles.ts";
import { giveInvitation } from "./give-invitation.ts";

/**
 * Invites somebody to a local account. They can do nothing until they proved by a code that the inbox is theirs, and
 * set a password and a second factor.
 * @throws Invalid with words for the field that cannot be taken
 */
export async function invitePerson(
  context: Context,
  actor: StaffActor,
  form: InvitationForm,
): Promise<string> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  try {
    return await unitOfWork(context, actor, async (unit) => {
      const place = await findPlace(unit, form.place);
      if (!place) throw new Invalid({ place: "Choose where they work" });
      const refused = refusesInvitation(place.kind, context.provider !== null);
      if (refused) throw new Invalid({ place: refused });
      if (form.roles.some((role) => !invitableRoles(place.kind).includes(role)))
        throw new Invalid({ roles: `Nobody of ${place.name} can be invited for that` });
      await refuseReturning(unit, form.email);
      const id = context.newId();
      const { name, jobTitle, email, roles } = form;
      const { organisationId, teamId } = place;
      await unit.tx.insert(staff).values({ id, name, jobTitle, email, organisationId, teamId });
      await grantRoles(unit, actor, id, roles);
      await keepChange(unit, {
        ...{ kind: "person", subjectId: id, act: "added", reason: form.reason },
        ...{ before: {}, after: { organisation: place.name, team: place.team, roles } },
      });
      await giveInvitation(unit, id, { kind: "invitation", startedBy: actor.id });
      return id;
    });
  } catch (error) {
    // Only an administrator is told: they see everybody's address anyway.
    if (databaseCode(error) === "23505")
      throw new Invalid({ email: "Somebody with this email address is here already" });
    throw error;
  }
}

/** Whoever was here keeps the row under which everything is that they did. */
async function refuseReturning({ tx }: Unit, email: string): Promise<void> {
  const [found] = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(sql`lower(${staff.email}) = ${email.toLowerCase()}`, eq(staff.active, false)));
  if (found)
    throw new Invalid({
      email:
        "Somebody with this email address was here and was ended: open them under People, and let them come back",
    });
}

async function findPlace({ tx }: Unit, id: string) {
  const [found] = await tx
    .select({ id: organisation.id, kind: organisation.kind, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.id, id), organisation.active));
  if (found)
    return { organisationId: found.id, kind: found.kind, name: found.name, teamId: null, team: null };
  const [part] = await tx
    .select({
      organisationId: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      teamId: team.id,
      team: team.name,
    })
    .from(team)
    .innerJoin(organisation, and(eq(organisation.id, team.organisationId), organisation.active))
    .where(and(eq(team.id, id), team.active));
  return part ?? null;
}
