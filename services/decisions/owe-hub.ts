import { and, eq } from "drizzle-orm";
import { team } from "#db/schema/directory";
import type { MessageKind } from "#domain/messages";
import type { Unit } from "../unit-of-work.ts";

/** Owes a message to every team of the hub: managers read the hub's inbox. */
export async function oweHub(unit: Unit, message: MessageKind, subjectId: string): Promise<void> {
  const hubs = await unit.tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.purpose, "hub"), eq(team.active, true)));
  await unit.owe(
    ...hubs.map(({ id }) => ({
      kind: "send-message" as const,
      subjectId,
      recipientId: id,
      facts: { message, to: "team" as const },
    })),
  );
}
