import { strategyNotice, type strategyAttendance } from "#db/schema/strategy";
import type { Unit } from "../unit-of-work.ts";

/** Tells an invited organisation something more. Each notice is a message of its own: the outbox takes one a subject. */
export async function noticeTo(
  unit: Unit,
  { id: attendanceId, organisationId }: Pick<typeof strategyAttendance.$inferSelect, "id" | "organisationId">,
  message: "strategy-arranged" | "strategy-chased",
): Promise<void> {
  const id = unit.context.newId();
  await unit.tx.insert(strategyNotice).values({ id, attendanceId, at: unit.now });
  await unit.owe({
    ...{ kind: "send-message", subjectId: id, recipientId: organisationId },
    facts: { message, to: "organisation" },
  });
}
