import { eq } from "drizzle-orm";
import { phoneCall } from "#db/schema/calls";
import type { StaffActor } from "#domain/actor";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openCall, sealCall, type TypedCall } from "./open-call.ts";

/** Keeps a call as far as it was typed; one that has ended stays as it is. */
export async function saveCall(
  context: Context,
  actor: StaffActor,
  { id, typed }: { id: string; typed: TypedCall },
): Promise<void> {
  await unitOfWork(context, actor, async (unit) => {
    const { row, key } = await openCall(unit, actor, id, true);
    if (row.endedAt !== null) return;
    await unit.tx
      .update(phoneCall)
      .set({ typed: sealCall(key, row.id, typed), savedAt: unit.now })
      .where(eq(phoneCall.id, row.id));
  });
}
