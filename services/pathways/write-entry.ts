import { pathwayEntry, type pathway } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export const entryPlace = (row: string) => ({ table: "pathway_entry", row, column: "content" });

/** Adds one entry to a piece of work: what was done, as it was typed, sealed with the contact. */
export async function writeEntry(
  unit: Unit,
  actor: StaffActor,
  work: Pick<typeof pathway.$inferSelect, "id" | "contactId">,
  { id, kind, content }: { id: string; kind: string; content: unknown },
): Promise<void> {
  const key = await readDataKey(unit, "contact", work.contactId);
  await unit.tx.insert(pathwayEntry).values({
    id,
    pathwayId: work.id,
    kind,
    content: seal(key, entryPlace(id), content),
    authorId: actor.id,
    at: unit.now,
  });
}
