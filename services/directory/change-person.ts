import { and, eq } from "drizzle-orm";
import { staff, team } from "#db/schema/directory";
import type { Role, StaffActor } from "#domain/actor";
import type { PersonForm } from "#domain/admin-forms";
import { invitableRoles } from "#domain/invitation";
import { may } from "#domain/permissions";
import { releaseHoldsOf } from "../contacts/release-holds-of.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { administering } from "./administering.ts";
import { keepChange } from "./history.ts";
import { findPerson, type Person } from "./people.ts";
import { grantRoles, revokeRoles } from "./person-roles.ts";

/**
 * Changes somebody's team and what they may do. Their sessions ask who they are before they go on (domain/session.ts); what
 * they hold goes back to the queue when they may no longer hold anything.
 * @throws NotFound; Invalid by field, always about oneself
 */
export async function changePerson(
  context: Context,
  actor: StaffActor,
  id: string,
  form: PersonForm,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const person = await findPerson(unit, id);
    if (id === actor.id) throw new Invalid({ roles: "Another administrator does this for you" });
    if (!person.active) throw new Invalid({ roles: "They are no longer here" });
    refuseRoles(person, form.roles);
    const teamName = await findTeam(unit, person, form.teamId);
    const grant = form.roles.filter((role) => !person.roles.includes(role));
    const revoke = person.roles.filter((role) => !form.roles.includes(role));
    if (grant.length + revoke.length === 0 && (person.teamId ?? "") === form.teamId)
      throw new Invalid({ reason: "Nothing here differs from what stands" });
    await unit.tx
      .update(staff)
      .set({ teamId: form.teamId === "" ? null : form.teamId })
      .where(eq(staff.id, id));
    await grantRoles(unit, actor, id, grant);
    await revokeRoles(unit, actor, id, revoke);
    const mayHold = may({ ...actor, id, roles: form.roles }, "hold", {});
    if (!mayHold) await releaseHoldsOf(unit, id, "signed-out");
    await keepChange(unit, {
      ...{ kind: "person", subjectId: id, act: "changed", reason: form.reason },
      before: { team: person.team, roles: person.roles },
      after: { team: teamName, roles: form.roles },
    });
  });
}

function refuseRoles(person: Person, wanted: readonly Role[]): void {
  const roles = [...wanted].sort();
  if (roles.length === 0) throw new Invalid({ roles: "Choose what they may do, or end them" });
  refuseOthersRoles(person, roles);
  if (person.fromProvider && roles.join() !== [...person.roles].sort().join())
    throw new Invalid({
      roles: "Their roles are those of their groups in the council’s own sign-in: change them there",
    });
}

/** @throws Invalid for what nobody of their organisation can do */
export function refuseOthersRoles({ organisation, organisationKind }: Person, roles: readonly Role[]): void {
  const allowed = invitableRoles(organisationKind);
  if (roles.some((role) => !allowed.includes(role)))
    throw new Invalid({ roles: `Nobody of ${organisation} can do that` });
}

/** The name of a team of their organisation; null for none. @throws Invalid by `teamId` */
export async function findTeam({ tx }: Unit, person: Person, teamId: string): Promise<string | null> {
  if (teamId === "") return null;
  const [found] = await tx
    .select({ name: team.name })
    .from(team)
    .where(and(eq(team.id, teamId), eq(team.organisationId, person.organisationId), team.active));
  if (!found) throw new Invalid({ teamId: "Choose a team from the list" });
  return found.name;
}
