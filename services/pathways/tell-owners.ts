import { and, eq, isNull } from "drizzle-orm";
import { pathway } from "#db/schema/pathways";
import type { Owed } from "#domain/jobs";
import type { Unit } from "../unit-of-work.ts";

/**
 * Tells whoever has work on a contact that something was added to it, each team and each owner without a team once; work
 * that nobody has is the hub's, who see what was added themselves. Their board and their record show when.
 * @param subjectId what was added: the addition, or the contact that it became
 */
export async function tellOwners(unit: Unit, contactId: string, subjectId: string): Promise<void> {
  const open = await unit.tx
    .selectDistinct({ teamId: pathway.teamId, ownerId: pathway.ownerId })
    .from(pathway)
    .where(and(eq(pathway.contactId, contactId), isNull(pathway.closedAt)));
  const recipients = new Map(
    open.flatMap(({ teamId, ownerId }): [string, "team" | "staff"][] => {
      if (teamId !== null) return [[teamId, "team"]];
      return ownerId === null ? [] : [[ownerId, "staff"]];
    }),
  );
  const message = "work-added-to" as const;
  await unit.owe(
    ...[...recipients].map(([recipientId, to]): Owed => ({
      kind: "send-message",
      subjectId,
      recipientId,
      facts: { message, to },
    })),
  );
}
