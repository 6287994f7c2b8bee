import { and, eq } from "drizzle-orm";
import { team } from "#db/schema/directory";
import type { Unit } from "../unit-of-work.ts";

/** Tells each hub team that a contact needs somebody now. The contact is on the screen already; this is the knock. */
export async function oweUrgentNotice(unit: Unit, contactId: string): Promise<void> {
  const hubs = await unit.tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.purpose, "hub"), eq(team.active, true)));
  await unit.owe(
    ...hubs.map(({ id }) => ({
      kind: "send-message" as const,
      subjectId: contactId,
      recipientId: id,
      facts: { message: "red-contact" as const, to: "team" as const },
    })),
  );
}
