import { invitation } from "#db/schema/identity";
import { invitationHours, type InvitationKind } from "#domain/sign-in";
import type { Unit } from "../unit-of-work.ts";
import { withdrawInvitations } from "./open-invitation.ts";

/**
 * Gives somebody leave to set up their account, in place of any before, and tells them by email: unless the operator's
 * command has the code, which nothing that comes by email may stand in for.
 */
export async function giveInvitation(
  unit: Unit,
  staffId: string,
  {
    kind,
    startedBy,
    codeHash = null,
  }: { kind: InvitationKind; startedBy: string | null; codeHash?: Buffer | null },
): Promise<string> {
  await withdrawInvitations(unit, staffId);
  const id = unit.context.newId();
  await unit.tx.insert(invitation).values({
    id,
    staffId,
    kind,
    startedBy,
    startedAt: unit.now,
    expiresAt: new Date(unit.now.getTime() + invitationHours[kind] * 3_600_000),
    codeHash,
  });
  await unit.audit({ kind: "account.invited", subjectId: staffId, facts: { kind } });
  if (codeHash !== null) return id;
  await unit.owe({
    kind: "send-message",
    subjectId: id,
    recipientId: staffId,
    facts: { message: kind === "recovery" ? "account-recovery" : "account-invited", to: "staff" },
  });
  return id;
}
