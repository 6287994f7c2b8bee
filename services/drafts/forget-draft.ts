import { eq, sql } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openDraft, sealAnswers, type DraftAccess } from "./draft-access.ts";

/**
 * Empties a draft and ends its time: from this moment its address leads nowhere, and the row goes with the next sweep;
 * its files go at once.
 * What was sent already stays. Nothing happens for whoever has not its secret.
 */
export async function forgetDraft(context: Context, access: DraftAccess): Promise<void> {
  await unitOfWork(context, { kind: "public" }, async (unit) => {
    const { row, key } = await openDraft(unit, access, true);
    await unit.tx.execute(sql`select frontdoor_drop_files(${row.id}::uuid, null)`);
    await unit.tx
      .update(draft)
      .set({ answers: sealAnswers(key, row.id, {}), updatedAt: unit.now, expiresAt: unit.now })
      .where(eq(draft.id, row.id));
  }).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
  });
}
