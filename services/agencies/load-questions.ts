import { asc, eq, inArray } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { agencyQuestion } from "#db/schema/screening";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { questionPlace } from "./request-place.ts";

export type QuestionView = {
  id: string;
  by: string;
  at: Date;
  text: string;
  answer: string | null;
  answeredAt: Date | null;
};

/** What agencies asked back, by request, in the order in which they asked. */
export async function loadQuestions(
  { tx }: Unit,
  requestIds: readonly string[],
  key: Buffer,
): Promise<Map<string, QuestionView[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx
    .select({ row: agencyQuestion, by: staff.name })
    .from(agencyQuestion)
    .leftJoin(staff, eq(staff.id, agencyQuestion.askedBy))
    .where(inArray(agencyQuestion.requestId, [...requestIds]))
    .orderBy(asc(agencyQuestion.askedAt), asc(agencyQuestion.id));
  const found = new Map<string, QuestionView[]>();
  for (const { row, by } of rows) {
    const { id, askedAt: at, answeredAt } = row;
    const view = {
      ...{ id, at, answeredAt, by: by ?? "Somebody" },
      text: open<string>(key, questionPlace(id, "content"), row.content),
      answer: row.answer && open<string>(key, questionPlace(id, "answer"), row.answer),
    };
    found.set(row.requestId, [...(found.get(row.requestId) ?? []), view]);
  }
  return found;
}
