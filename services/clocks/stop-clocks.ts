import { and, eq, isNull } from "drizzle-orm";
import { clock } from "#db/schema/decision";
import type { ClockKind } from "#domain/pathway";
import type { Unit } from "../unit-of-work.ts";

/**
 * Stops the clocks that still run for this child or this piece of work, of one kind or of all. A stopped clock keeps the
 * moment at which it was stopped first.
 * @param stoppedById the row that stopped them: a decision, an acceptance, an entry
 */
export async function stopClocks(
  unit: Unit,
  which: { kind?: ClockKind } & ({ contactChildId: string } | { pathwayId: string }),
  stoppedById: string,
): Promise<void> {
  const whose =
    "pathwayId" in which
      ? eq(clock.pathwayId, which.pathwayId)
      : eq(clock.contactChildId, which.contactChildId);
  await unit.tx
    .update(clock)
    .set({ stoppedAt: unit.now, stoppedById })
    .where(and(whose, which.kind ? eq(clock.kind, which.kind) : undefined, isNull(clock.stoppedAt)));
}
