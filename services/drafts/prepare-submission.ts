import { eq } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import type { Context } from "../context.ts";
import { unitOfWork } from "../unit-of-work.ts";
import { openDraft, type DraftAccess } from "./draft-access.ts";

/**
 * Mints the draft's idempotency key when its check-answers page is first shown; every later call gives the same. The
 * language in which they were checked is the one in which the form was filled in.
 */
export async function prepareSubmission(
  context: Context,
  access: DraftAccess,
): Promise<{ submissionKey: string }> {
  return unitOfWork(context, { kind: "public" }, async (unit) => {
    const { row } = await openDraft(unit, access, true);
    const { language = row.language } = access;
    if (row.submissionKey !== null && row.language === language) return { submissionKey: row.submissionKey };
    const submissionKey = row.submissionKey ?? context.newId();
    await unit.tx.update(draft).set({ submissionKey, language }).where(eq(draft.id, row.id));
    return { submissionKey };
  });
}
