import { lte, sql } from "drizzle-orm";
import { unsentForm } from "#db/schema/unsent";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork, type Unit } from "../unit-of-work.ts";
import { staleBefore } from "./list-unsent.ts";
import { findOwner, type UnsentPlace } from "./unsent-place.ts";

/**
 * What was typed was sent, or is thrown away. The row stays for a while without its words, also where there was none
 * yet: a save that is still on its way finds it ended, and nothing comes back that was sent already.
 */
export async function endUnsent(
  context: Context,
  actor: StaffActor,
  { ids, ...place }: UnsentPlace & { ids: readonly string[] },
): Promise<void> {
  const known = [...new Set(ids)];
  if (known.length === 0) return;
  await unitOfWork(context, actor, async (unit) => {
    const { contactId, callId } = await findOwner(unit, actor, place);
    const rows = known.map((id) => ({
      ...{ id, staffId: actor.id, contactId, callId, form: place.form },
      ...{ body: null, saves: 0, savedAt: unit.now },
    }));
    await unit.tx
      .insert(unsentForm)
      .values(rows)
      .onConflictDoUpdate({ target: unsentForm.id, set: { body: sql`null` } });
  });
}

/** Deletes what nobody came back for. */
export async function deleteOldUnsent({ tx, now }: Unit): Promise<void> {
  await tx.delete(unsentForm).where(lte(unsentForm.savedAt, staleBefore(now)));
}
