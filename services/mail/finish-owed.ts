import { eq } from "drizzle-orm";
import { inbox, outbox } from "#db/schema/proof";
import type { Unit } from "../unit-of-work.ts";

/** Marks a message's row done, with the effect that keeps it from ever being sent again. */
export async function finishOwed(unit: Unit, id: string): Promise<void> {
  await unit.tx.update(outbox).set({ doneAt: unit.now, leaseUntil: null }).where(eq(outbox.id, id));
  await unit.tx
    .insert(inbox)
    .values({ outboxId: id, effect: "send-message", at: unit.now })
    .onConflictDoNothing();
}
