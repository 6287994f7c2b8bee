import { and, eq, isNull } from "drizzle-orm";
import { organisation, staff } from "#db/schema/directory";
import { authenticatorApp, passkey } from "#db/schema/identity";
import type { StaffActor } from "#domain/actor";
import type { PersonForm } from "#domain/admin-forms";
import { giveInvitation } from "../accounts/give-invitation.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { Unit } from "../unit-of-work.ts";
import { administering } from "./administering.ts";
import { findTeam, refuseOthersRoles } from "./change-person.ts";
import { keepChange } from "./history.ts";
import { findPerson } from "./people.ts";
import { grantRoles } from "./person-roles.ts";

/**
 * Lets somebody come back who was ended, under the row that has everything they did before. Whoever has an account of ours
 * proves the inbox and sets it up anew, as somebody new does; the council's own people come with the roles of their groups.
 * @throws NotFound; Invalid by field
 */
export async function returnPerson(
  context: Context,
  actor: StaffActor,
  id: string,
  form: PersonForm,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const person = await findPerson(unit, id);
    if (person.active) throw new Invalid({ reason: "They are here" });
    await refuseEnded(unit, person.organisationId);
    const roles = person.fromProvider ? [] : form.roles;
    if (!person.fromProvider && roles.length === 0) throw new Invalid({ roles: "Choose what they may do" });
    refuseOthersRoles(person, roles);
    const teamName = await findTeam(unit, person, form.teamId);
    const teamId = form.teamId === "" ? null : form.teamId;
    await unit.tx.update(staff).set({ active: true, teamId }).where(eq(staff.id, id));
    await grantRoles(unit, actor, id, roles);
    if (!person.fromProvider) {
      await endFactors(unit, id);
      await giveInvitation(unit, id, { kind: "invitation", startedBy: actor.id });
    }
    await keepChange(unit, {
      ...{ kind: "person", subjectId: id, act: "changed", reason: form.reason },
      before: { active: "no", team: person.team, roles: person.roles },
      after: { active: "yes", team: teamName, roles },
    });
  });
}

async function refuseEnded({ tx }: Unit, organisationId: string): Promise<void> {
  const there = await tx.$count(organisation, and(eq(organisation.id, organisationId), organisation.active));
  if (there === 0) throw new Invalid({ reason: "Their organisation was ended" });
}

/** What they signed in with before opens nothing: somebody else may have it now. */
async function endFactors({ tx, now }: Unit, staffId: string): Promise<void> {
  for (const factor of [authenticatorApp, passkey])
    await tx
      .update(factor)
      .set({ endedAt: now })
      .where(and(eq(factor.staffId, staffId), isNull(factor.endedAt)));
}
