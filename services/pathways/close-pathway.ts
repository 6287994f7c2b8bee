import { eq, sql } from "drizzle-orm";
import { pathway } from "#db/schema/pathways";
import type { ClosedBecause } from "#domain/pathway";
import type { Unit } from "../unit-of-work.ts";

/** Ends a piece of work. The caller has locked its row, and stops its clocks with what ended it. */
export async function closePathway(
  unit: Unit,
  { id, contactId }: Pick<typeof pathway.$inferSelect, "id" | "contactId">,
  because: ClosedBecause,
): Promise<void> {
  await unit.tx
    .update(pathway)
    .set({ state: "closed", closedAt: unit.now, version: sql`${pathway.version} + 1` })
    .where(eq(pathway.id, id));
  await unit.audit({ kind: "pathway.closed", contactId, subjectId: id, facts: { because } });
}
