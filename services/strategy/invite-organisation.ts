import { and, eq } from "drizzle-orm";
import { organisation } from "#db/schema/directory";
import { strategyAttendance } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { inviteSchema, invitedRoleWords, mayBeInvitedAs } from "#domain/strategy-invitation";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { notBypassed } from "../lado/not-bypassed.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { findDiscussion } from "./find-discussion.ts";
import { invitation } from "./invitation.ts";

/**
 * Invites one organisation more, as what it is needed for, and tells it. Inviting it twice changes nothing.
 * @throws Invalid by field
 */
export async function inviteOrganisation(
  context: Context,
  actor: StaffActor,
  input: { id: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact } = await findDiscussion(unit, actor, input.id, "chair-strategy");
    const read = inviteSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    if (row.heldAt !== null) throw new Invalid({ organisationId: "The discussion was held already" });
    const { organisationId, role } = read.data;
    const found = (await listInvitable(unit, contact.id)).find(({ id }) => id === organisationId);
    if (!found) throw new Invalid({ organisationId: "Choose whom to invite from the list" });
    if (!mayBeInvitedAs(role, found.kind))
      throw new Invalid({ role: `${found.name} cannot speak for ${invitedRoleWords[role]}` });
    const added = await unit.tx
      .insert(strategyAttendance)
      .values(invitation(unit, row.id, { organisationId, role }))
      .onConflictDoNothing()
      .returning({ id: strategyAttendance.id });
    if (added.length === 0) return;
    await unit.owe({
      ...{ kind: "send-message", subjectId: row.id, recipientId: organisationId },
      facts: { message: "strategy-called", to: "organisation" },
    });
    await unit.audit({
      ...{ kind: "strategy.invited", contactId: contact.id, subjectId: row.id, facts: { role } },
    });
  });
}

/** Organisations that work with the council and that nothing goes around in this contact, by name. */
export async function listInvitable({ tx }: Unit, contactId: string) {
  return tx
    .select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
    .from(organisation)
    .where(and(eq(organisation.active, true), notBypassed(tx, contactId)))
    .orderBy(organisation.name);
}
