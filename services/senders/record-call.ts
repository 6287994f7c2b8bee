import { and, eq, isNull, lte } from "drizzle-orm";
import { referrer } from "#db/schema/intake";
import { feedback } from "#db/schema/pathways";
import type { StaffActor } from "#domain/actor";
import { findContactFor } from "../contacts/contact-access.ts";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";

/** What came of ringing whoever sent a contact. */
export type SenderCall = "it-is-them" | "told";

/**
 * Keeps what came of a call: that they are who they say, so that they may read what was decided; or that they were told
 * it. Saying it twice changes nothing.
 */
export async function recordSenderCall(
  context: Context,
  actor: StaffActor,
  { reference, call }: { reference: string; call: SenderCall },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row } = await findContactFor(unit, actor, reference, "see-referrer");
    const changed =
      call === "it-is-them"
        ? await unit.tx
            .update(referrer)
            .set({ calledBackAt: unit.now, calledBackBy: actor.id })
            .where(and(eq(referrer.contactId, row.id), isNull(referrer.calledBackAt)))
            .returning({ id: referrer.id })
        : await unit.tx
            .update(feedback)
            .set({ toldAt: unit.now, toldBy: actor.id })
            .where(
              and(
                eq(feedback.contactId, row.id),
                isNull(feedback.toldAt),
                isNull(feedback.droppedAt),
                lte(feedback.availableAt, unit.now),
              ),
            )
            .returning({ id: feedback.id });
    if (changed.length === 0) return;
    await unit.audit({ kind: "sender.called", contactId: row.id, facts: { call } });
  });
}
