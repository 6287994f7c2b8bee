import { eq } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { staffPassword } from "#db/schema/identity";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { releaseHoldsOf } from "../contacts/release-holds-of.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { endSessionsOf } from "./end-sessions-of.ts";
import { giveInvitation } from "./give-invitation.ts";
import { openInvitation } from "./open-invitation.ts";

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

export type AccountState = {
  id: string;
  name: string;
  active: boolean;
  /** Ours to recover: somebody of the provider is helped there. */
  hasLocalAccount: boolean;
  /** What they have leave to do now, until when. */
  open: { kind: "invitation" | "recovery"; until: Date } | null;
  isMe: boolean;
};

/** What an administrator sees before they begin. */
export async function readAccountState(
  context: Context,
  actor: StaffActor,
  id: string,
): Promise<AccountState> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  return unitOfWork(context, actor, (unit) => stateOf(unit, actor, id));
}

/**
 * Gives somebody who lost their password or second factor leave to set their account up anew. An administrator can
 * start this and cannot end it: only whoever reads that inbox gets the code. They are signed out everywhere and told.
 * Somebody who was invited and has not come yet gets a new invitation the same way.
 */
export async function startRecovery(context: Context, actor: StaffActor, id: string): Promise<void> {
  if (!may(actor, "administer")) throw new Forbidden("administer");
  await unitOfWork(context, actor, async (unit) => {
    const { isMe, active, hasLocalAccount, open } = await stateOf(unit, actor, id);
    if (isMe) throw new Invalid({ recovery: "Another administrator has to start this for you" });
    if (!active) throw new Invalid({ recovery: "They are no longer here" });
    const neverCame = !hasLocalAccount && open?.kind === "invitation";
    if (!hasLocalAccount && !neverCame)
      throw new Invalid({ recovery: "They sign in with their council account and are helped there" });
    await endSessionsOf(unit, id);
    // Also what they held with no session open: nobody works on it until they are back.
    await releaseHoldsOf(unit, id, "signed-out");
    await giveInvitation(unit, id, { kind: neverCame ? "invitation" : "recovery", startedBy: actor.id });
  });
  // What they held of restricted people is not there for the administrator. Should this be lost, the lease still ends.
  await unitOfWork(context, { kind: "system", process: "recovery" }, (unit) =>
    releaseHoldsOf(unit, id, "signed-out"),
  );
}

async function stateOf(unit: Unit, actor: StaffActor, id: string): Promise<AccountState> {
  if (!uuid.test(id)) throw new NotFound("no such person");
  const [found] = await unit.tx
    .select({ name: staff.name, active: staff.active, passwordOf: staffPassword.staffId })
    .from(staff)
    .leftJoin(staffPassword, eq(staffPassword.staffId, staff.id))
    .where(eq(staff.id, id))
    .for("update", { of: staff });
  if (!found) throw new NotFound("no such person");
  const open = await openInvitation(unit, id);
  return {
    id,
    name: found.name,
    active: found.active,
    hasLocalAccount: found.passwordOf !== null,
    open: open && { kind: open.kind, until: open.expiresAt },
    isMe: id === actor.id,
  };
}
