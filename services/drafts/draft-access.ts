import { timingSafeEqual } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { draft } from "#db/schema/intake";
import { dataKey } from "#db/schema/proof";
import type { Language } from "#domain/intake";
import type { Answers } from "#domain/questions/answers";
import { actOnDraft } from "../acting-as.ts";
import { senderOf } from "../senders/sender-of.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import { unwrap } from "../sealing/data-keys.ts";
import { hashSecret } from "../sealing/hash-secret.ts";
import { open, seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** A draft and what makes its address worth anything: the secret of its own cookie, or that of its sender's browser. */
export type DraftAccess = {
  draftId: string;
  secret: string | null;
  sender?: string | null;
  /** What its pages are read in now: kept with what is saved next, for the emails about it and for the contact. */
  language?: Language;
};

export type OpenDraft = {
  row: typeof draft.$inferSelect;
  key: Buffer;
  answers: Answers;
};

/** The row outlives the sending by this much, for the page that shows the reference. */
export const sentDraftHours = 24;

/**
 * Opens a draft. A wrong secret, an unknown id and an expired draft are the same NotFound.
 * @param lock take the row for writing: two tabs, or a double click, then come one after the other
 */
export async function openDraft(unit: Unit, access: DraftAccess, lock: boolean): Promise<OpenDraft> {
  if (!isId(access.draftId)) throw new NotFound("no such draft");
  const acting = actOnDraft(unit, access.draftId, access.sender ? hashSecret(access.sender) : null);
  const query = unit.tx
    .select({ row: draft, wrapped: dataKey })
    .from(draft)
    .innerJoin(dataKey, and(eq(dataKey.subject, "draft"), eq(dataKey.subjectId, draft.id)))
    .where(and(eq(draft.id, access.draftId), gt(draft.expiresAt, unit.now)));
  const [[found]] = await Promise.all([lock ? query.for("update", { of: draft }) : query, acting]);
  if (!found || !(isItsSecret(found.row, access) || (await isItsSender(unit, found.row, access))))
    throw new NotFound("no such draft");
  const key = unwrap(unit.context.keys, found.wrapped);
  return { row: found.row, key, answers: openAnswers(key, found.row) };
}

const isItsSecret = ({ secretHash }: OpenDraft["row"], { secret }: DraftAccess): boolean =>
  secret !== null && timingSafeEqual(secretHash, hashSecret(secret));

/** Whose address was proven in this browser goes on with their own form on another device. */
async function isItsSender(unit: Unit, row: OpenDraft["row"], access: DraftAccess): Promise<boolean> {
  if (row.senderId === null || !access.sender) return false;
  return (await senderOf(unit, access.sender)) === row.senderId;
}

export const openAnswers = (key: Buffer, { id, answers }: OpenDraft["row"]): Answers =>
  open<Answers>(key, answersPlace(id), answers);

export function sealAnswers(key: Buffer, draftId: string, answers: Answers) {
  return seal(key, answersPlace(draftId), answers);
}

const answersPlace = (row: string) => ({ table: "draft", row, column: "answers" });
