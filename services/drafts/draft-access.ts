import { createHash, timingSafeEqual } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import { dataKey } from "#db/schema/proof";
import type { Answers } from "#domain/questions/answers";
import { actOnDraft } from "../acting-as.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { unwrap } from "../sealing/data-keys.ts";
import { open, seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** A draft and the secret of the cookie that makes its address worth anything. */
export type DraftAccess = { draftId: string; secret: string };

export type OpenDraft = {
  row: typeof draft.$inferSelect;
  key: Buffer;
  answers: Answers;
};

/** The row outlives the sending by this much, for the page that shows the reference. */
export const sentDraftHours = 24;

export const hashSecret = (secret: string) => createHash("sha256").update(secret).digest();

/**
 * Opens a draft. A wrong secret, an unknown id and an expired draft are the same NotFound.
 * @param lock take the row for writing: two tabs, or a double click, then come one after the other
 */
export async function openDraft(unit: Unit, access: DraftAccess, lock: boolean): Promise<OpenDraft> {
  if (!isId(access.draftId)) throw new NotFound("no such draft");
  const acting = actOnDraft(unit, access.draftId);
  const query = unit.tx
    .select({ row: draft, wrapped: dataKey })
    .from(draft)
    .innerJoin(dataKey, and(eq(dataKey.subject, "draft"), eq(dataKey.subjectId, draft.id)))
    .where(and(eq(draft.id, access.draftId), gt(draft.expiresAt, unit.now)));
  const [[found]] = await Promise.all([lock ? query.for("update", { of: draft }) : query, acting]);
  if (!found || !timingSafeEqual(found.row.secretHash, hashSecret(access.secret)))
    throw new NotFound("no such draft");
  const key = unwrap(unit.context.keys, found.wrapped);
  return { row: found.row, key, answers: open<Answers>(key, answersPlace(found.row.id), found.row.answers) };
}

export function sealAnswers(key: Buffer, draftId: string, answers: Answers) {
  return seal(key, answersPlace(draftId), answers);
}

const answersPlace = (row: string) => ({ table: "draft", row, column: "answers" });
