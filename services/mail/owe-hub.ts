import { and, eq } from "drizzle-orm";
import { team } from "#db/schema/directory";
import type { MessageKind } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

/**
 * Owes a message to every team of the hub: managers read the hub's inbox. What is about a contact that only cleared staff
 * may know of goes to managers one by one instead, when it is sent (no-longer-wanted.ts).
 */
export async function oweHub(
  unit: Unit,
  message: MessageKind,
  ...subjectIds: readonly string[]
): Promise<void> {
  if (subjectIds.length === 0) return;
  const hubs = await unit.tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.purpose, "hub"), eq(team.active, true)));
  await unit.owe(
    ...subjectIds.flatMap((subjectId) =>
      hubs.map(({ id }) => ({
        kind: "send-message" as const,
        subjectId,
        recipientId: id,
        facts: { message, to: "team" as const },
      })),
    ),
  );
}
