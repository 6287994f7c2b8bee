import { and, inArray, isNull } from "drizzle-orm";
import { handOver } from "#db/schema/hand-over";
import type { StaffActor } from "#domain/actor";
import { isHandedTo } from "#domain/hand-over";
import type { Unit } from "../unit-of-work.ts";

/**
 * Somebody took contacts from the queue: whoever it was offered to has accepted it by taking it, and anybody else has
 * overtaken them, which the one who gave it is told. What the service itself offered only wants somebody to have it, and
 * that they took it is on record already.
 */
export async function settleTaken(
  unit: Unit,
  actor: StaffActor,
  contactIds: readonly string[],
): Promise<void> {
  const open = await unit.tx
    .select()
    .from(handOver)
    .where(and(inArray(handOver.contactId, [...contactIds]), isNull(handOver.endedAt)))
    .for("update");
  for (const row of open) {
    const how =
      row.fromId === null || isHandedTo(row, actor) ? ("accepted" as const) : ("overtaken" as const);
    await unit.tx
      .update(handOver)
      .set({ ending: how, endedBy: actor.id, endedAt: unit.now })
      .where(inArray(handOver.id, [row.id]));
    if (row.fromId === null) continue;
    await unit.audit({
      kind: "hand-over.ended",
      ...{ contactId: row.contactId, subjectId: row.id, facts: { how } },
    });
  }
}

/** A manager took a contact from its holder: it is told in the same place as what became of what they gave. */
export async function tellTakenOver(
  unit: Unit,
  actor: StaffActor,
  { contactId, fromId, answerId }: { contactId: string; fromId: string; answerId: string },
): Promise<void> {
  const id = unit.context.newId();
  await unit.tx.insert(handOver).values({
    ...{ id, contactId, fromId, answerId, target: "person" as const, toId: actor.id },
    ...{ offeredAt: unit.now, acceptBy: unit.now },
    ...{ ending: "taken_over" as const, endedBy: actor.id, endedAt: unit.now },
  });
  await unit.audit({
    kind: "hand-over.ended",
    ...{ contactId, subjectId: id, facts: { how: "taken_over" as const } },
  });
}
