import { eq } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import type { StaffActor } from "#domain/actor";
import { endSessionsOf } from "../accounts/end-sessions-of.ts";
import { withdrawInvitations } from "../accounts/open-invitation.ts";
import { releaseHoldsOf } from "../contacts/release-holds-of.ts";
import { giveUpWorkOf } from "../pathways/give-up-work-of.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { administering } from "./administering.ts";
import { keepChange } from "./history.ts";
import { findPerson } from "./people.ts";
import { revokeRoles } from "./person-roles.ts";

/**
 * Ends somebody: they are signed out everywhere and cannot come back, what they held is the queue's, their work is the hub's, an invitation or a
 * recovery under way is worth nothing, and they may nothing any more. What they did stays theirs.
 * @throws NotFound; Invalid by `reason`
 */
export async function endPerson(
  context: Context,
  actor: StaffActor,
  id: string,
  reason: string,
): Promise<void> {
  await administering(context, actor, async (unit) => {
    const person = await findPerson(unit, id);
    if (id === actor.id) throw new Invalid({ reason: "Another administrator does this for you" });
    if (!person.active) throw new Invalid({ reason: "They have been ended already" });
    await unit.tx.update(staff).set({ active: false }).where(eq(staff.id, id));
    await endSessionsOf(unit, id);
    await releaseHoldsOf(unit, id, "signed-out");
    await giveUpWorkOf(unit, actor, id);
    await withdrawInvitations(unit, id);
    await revokeRoles(unit, actor, id, person.roles);
    await keepChange(unit, {
      ...{ kind: "person", subjectId: id, act: "ended", reason },
      ...{ before: { active: "yes", roles: person.roles }, after: { active: "no", roles: [] } },
    });
  });
  // What they held of restricted people is not there for the administrator. Should this be lost, the lease still ends, and
  // the hourly look finds the work (check-ownership.ts).
  await unitOfWork(context, { kind: "system", process: "end-person" }, async (unit) => {
    await releaseHoldsOf(unit, id, "signed-out");
    await giveUpWorkOf(unit, actor, id);
  });
}
