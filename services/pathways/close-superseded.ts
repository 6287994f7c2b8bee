import { eq } from "drizzle-orm";
import { cafRedirect, feedback, pathway } from "#db/schema/pathways";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Unit } from "../unit-of-work.ts";
import { closePathway } from "./close-pathway.ts";

/**
 * What a superseded decision had set going. Its pathway closes, but for a strategy discussion, with the section 47 that it
 * may have opened: that protects a child now, and is ended by its own manager. News that has not gone out yet is dropped.
 * A decision that was not routed yet makes no pathway any more: routing looks under the same lock of the contact.
 */
export async function closeSuperseded(
  unit: Unit,
  { oldDecisionId, newDecisionId }: { oldDecisionId: string; newDecisionId: string },
): Promise<void> {
  const [[work], [news]] = await Promise.all([
    unit.tx.select().from(pathway).where(eq(pathway.decisionId, oldDecisionId)).for("update"),
    unit.tx.select().from(feedback).where(eq(feedback.decisionId, oldDecisionId)),
  ]);
  if (news && news.droppedAt === null && news.availableAt > unit.now)
    await unit.tx.update(feedback).set({ droppedAt: unit.now }).where(eq(feedback.id, news.id));
  // Whether the help began is not asked any more once something else is decided.
  if (work?.kind === "caf_redirect")
    await unit.tx
      .update(cafRedirect)
      .set({ startCheckDueAt: null })
      .where(eq(cafRedirect.pathwayId, work.id));
  if (!work || work.state === "closed" || work.kind === "strategy_discussion") return;
  await closePathway(unit, work, "superseded");
  await stopClocks(unit, { pathwayId: work.id }, newDecisionId);
}
