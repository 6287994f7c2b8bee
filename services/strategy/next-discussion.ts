import { strategyAttendance, strategyChild, strategyDiscussion } from "#db/schema/strategy";
import type { Unit } from "../unit-of-work.ts";
import type { FoundDiscussion } from "./find-discussion.ts";
import { invitation } from "./invitation.ts";

/**
 * Calls the discussion that follows one that was held: the same children whose work is not over, the same organisations,
 * and a deadline of its own. The organisations are told, and asked again whether they come.
 * @returns its id
 */
export async function nextDiscussion(
  unit: Unit,
  { row, children, attendance }: Pick<FoundDiscussion, "row" | "children" | "attendance">,
  holdBy: Date,
): Promise<string> {
  const id = unit.context.newId();
  const { contactId, chairId } = row;
  await unit.tx.insert(strategyDiscussion).values({
    ...{ id, contactId, chairId, holdBy, meetingAt: holdBy, ordinal: row.ordinal + 1, previousId: row.id },
    createdAt: unit.now,
  });
  const open = children.filter(({ work }) => work.state !== "closed");
  await unit.tx
    .insert(strategyChild)
    .values(open.map(({ work }) => ({ pathwayId: work.id, discussionId: id })));
  await unit.tx
    .insert(strategyAttendance)
    .values(
      attendance.map(({ row: { organisationId, role } }) => invitation(unit, id, { organisationId, role })),
    );
  await unit.owe(
    ...attendance.map(({ row: { organisationId } }) => ({
      ...{ kind: "send-message" as const, subjectId: id, recipientId: organisationId },
      facts: { message: "strategy-called" as const, to: "organisation" as const },
    })),
  );
  return id;
}
