import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { invitation } from "#db/schema/identity";
import type { Unit } from "../unit-of-work.ts";
import { endEnrolment } from "./end-enrolment.ts";

export type OpenInvitation = typeof invitation.$inferSelect;

/** The newest leave that somebody has to set up their account, or to set it up anew; null when they have none. */
export async function openInvitation(unit: Unit, staffId: string): Promise<OpenInvitation | null> {
  const [found] = await unit.tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.staffId, staffId),
        isNull(invitation.doneAt),
        isNull(invitation.withdrawnAt),
        gt(invitation.expiresAt, unit.now),
      ),
    )
    .orderBy(desc(invitation.startedAt), desc(invitation.id))
    .limit(1);
  return found ?? null;
}

/** Ends whatever leave stands, and what was begun with it: a new one replaces it. */
export async function withdrawInvitations(unit: Unit, staffId: string): Promise<void> {
  await endEnrolment(unit, staffId);
  const ended = await unit.tx
    .update(invitation)
    .set({ withdrawnAt: unit.now })
    .where(and(eq(invitation.staffId, staffId), isNull(invitation.doneAt), isNull(invitation.withdrawnAt)))
    .returning({ id: invitation.id });
  await unit.audit(
    ...ended.map(() => ({
      kind: "account.invitation-withdrawn" as const,
      subjectId: staffId,
      facts: {},
    })),
  );
}
