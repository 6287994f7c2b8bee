import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { phoneCall } from "#db/schema/calls";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { Conflict } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openCall, sealCall, type TypedCall } from "./open-call.ts";

/** What stands instead of what somebody typed: another tab of theirs kept something else meanwhile. */
export type CallElsewhere = { typed: TypedCall; savedAt: Date };

/**
 * Keeps a call as far as it was typed; one that has ended stays as it is.
 * @param input.saved when what the page was made from was kept; null where it does not say
 * @throws Conflict with `CallElsewhere` when other words have been kept since
 */
export async function saveCall(
  context: Context,
  actor: StaffActor,
  { id, typed, saved = null }: { id: string; typed: TypedCall; saved?: number | null },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, key, typed: before } = await openCall(unit, actor, id, true);
    if (row.endedAt !== null) return;
    if (saved !== null && saved !== row.savedAt.getTime() && !isDeepStrictEqual(before, typed))
      throw new Conflict<CallElsewhere>("kept elsewhere", { typed: before, savedAt: row.savedAt });
    await unit.tx
      .update(phoneCall)
      .set({ typed: sealCall(key, row.id, typed), savedAt: unit.now })
      .where(eq(phoneCall.id, row.id));
  });
}
