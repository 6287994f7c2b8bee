import type { strategyAttendance } from "#db/schema/strategy";
import { nextChaseAt, type InvitedRole } from "#domain/strategy-invitation";
import type { Unit } from "../unit-of-work.ts";

/** The row of an organisation that is invited. The council is not reminded: whoever chairs is one of its own. */
export function invitation(
  { context, now }: Pick<Unit, "context" | "now">,
  discussionId: string,
  { organisationId, role }: { organisationId: string; role: InvitedRole },
): typeof strategyAttendance.$inferInsert {
  const chaseAt = role === "social_care" ? null : nextChaseAt(now, 0, context.settings);
  return { id: context.newId(), discussionId, organisationId, role, invitedAt: now, chaseAt };
}
