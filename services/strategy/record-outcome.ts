import { section47Outcome } from "#db/schema/strategy";
import type { StaffActor } from "#domain/actor";
import { outcomeSchema } from "#domain/strategy-record";
import { stopClocks } from "../clocks/stop-clocks.ts";
import type { Context } from "../context.ts";
import { Invalid, NotFound } from "../errors.ts";
import { closePathway } from "../pathways/close-pathway.ts";
import { invalidFrom } from "../pathways/invalid-from.ts";
import { readDataKey } from "../sealing/data-keys.ts";
import { seal } from "../sealing/seal.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { findDiscussion } from "./find-discussion.ts";

export const outcomePlace = (row: string) => ({ table: "section47_outcome", row, column: "content" });

/** Records how section 47, or the assessment that was found, ended for one child: that ends the child's work, and its clocks. */
export async function recordOutcome(
  context: Context,
  actor: StaffActor,
  input: { id: string; pathwayId: string; draft: Readonly<Record<string, unknown>> },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, contact, children } = await findDiscussion(unit, actor, input.id, "chair-strategy", true);
    const child = children.find(({ work }) => work.id === input.pathwayId);
    if (!child) throw new NotFound("no such child");
    if (child.work.state === "closed") return;
    if (row.heldAt === null || row.quorate !== true)
      throw new Invalid({ "": "Nothing was found for this child that could end." });
    const read = outcomeSchema.safeParse(input.draft);
    if (!read.success) throw invalidFrom(read.error);
    const { outcome, outcomeBecause, conferenceOn } = read.data;
    const { id: pathwayId } = child.work;
    const key = await readDataKey(unit, "contact", contact.id);
    const kept = await unit.tx
      .insert(section47Outcome)
      .values({
        ...{ pathwayId, outcome, recordedBy: actor.id, recordedAt: unit.now },
        conferenceOn: outcome === "conference" ? conferenceOn : null,
        content: seal(key, outcomePlace(pathwayId), { outcomeBecause }),
      })
      .onConflictDoNothing()
      .returning({ id: section47Outcome.pathwayId });
    if (kept.length === 0) return;
    await closePathway(unit, child.work, "section47-ended");
    await stopClocks(unit, { pathwayId }, pathwayId);
    await unit.audit({
      ...{ kind: "strategy.outcome-recorded", contactId: contact.id, subjectId: row.id, facts: { outcome } },
    });
  });
}
