import { eq } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openDraft, type DraftAccess } from "./draft-access.ts";

/** Mints the draft's idempotency key when its check-answers page is first shown; every later call gives the same. */
export async function prepareSubmission(
  context: Context,
  access: DraftAccess,
): Promise<{ submissionKey: string }> {
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    const { row } = await openDraft(unit, access, true);
    if (row.submissionKey !== null) return { submissionKey: row.submissionKey };
    const submissionKey = context.newId();
    await unit.tx.update(draft).set({ submissionKey }).where(eq(draft.id, row.id));
    return { submissionKey };
  });
}
