import { and, eq, inArray, or } from "drizzle-orm";
import { strategyAttendance } from "#db/schema/strategy";
import type { InvitedRole } from "#domain/strategy-invitation";
import type { Unit } from "../unit-of-work.ts";

/** As what those are invited who come, by discussion. The council is there: whoever chairs is one of its own. */
export async function loadComing(
  { tx }: Unit,
  discussionIds: readonly string[],
): Promise<Map<string, InvitedRole[]>> {
  const byDiscussion = new Map<string, InvitedRole[]>();
  if (discussionIds.length === 0) return byDiscussion;
  const rows = await tx
    .select({ id: strategyAttendance.discussionId, role: strategyAttendance.role })
    .from(strategyAttendance)
    .where(
      and(
        inArray(strategyAttendance.discussionId, [...discussionIds]),
        or(
          inArray(strategyAttendance.answer, ["coming", "somebody_else"]),
          eq(strategyAttendance.role, "social_care"),
        ),
      ),
    );
  for (const { id, role } of rows) byDiscussion.set(id, [...(byDiscussion.get(id) ?? []), role]);
  return byDiscussion;
}
