import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { staff } from "#db/schema/directory";
import { matchCandidate, personLink } from "#db/schema/people";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export type MatchAnswer = { answer: "same" | "not_same"; reason: string; by: string; at: Date };

export type AnswerOnRecord = MatchAnswer & {
  /** Who took it back, and why; null while it stands. */
  ended: { reason: string; by: string; at: Date } | null;
};

/**
 * What people said about the proposals for a contact, by proposal: its child and the earlier child stand for the same
 * person, or somebody said that its child is not the earlier child's person. Where nothing stands, the last that was taken
 * back.
 */
export async function loadMatchAnswers(unit: Unit, contactId: string): Promise<Map<string, AnswerOnRecord>> {
  const own = alias(personLink, "own");
  const theirs = alias(personLink, "theirs");
  const ender = alias(staff, "ender");
  const rows = await unit.tx
    .select({ candidateId: matchCandidate.id, own, by: staff.name, endedBy: ender.name })
    .from(matchCandidate)
    .innerJoin(
      own,
      and(
        eq(own.contactChildId, matchCandidate.contactChildId),
        or(isNull(own.endedAt), isNotNull(own.endedReason)),
      ),
    )
    .innerJoin(
      theirs,
      and(
        eq(theirs.contactChildId, matchCandidate.earlierChildId),
        eq(theirs.personId, own.personId),
        eq(theirs.answer, "same"),
        isNull(theirs.endedAt),
      ),
    )
    .leftJoin(staff, eq(staff.id, own.saidBy))
    .leftJoin(ender, eq(ender.id, own.endedBy))
    .where(eq(matchCandidate.contactId, contactId))
    // The one that counts comes last and so stays: what stands, else what was taken back most lately.
    .orderBy(sql`${own.endedAt} asc nulls last`);
  if (rows.length === 0) return new Map();
  const key = await readDataKey(unit, "contact", contactId);
  return new Map(
    rows.map(({ candidateId, own: said, by, endedBy }) => [
      candidateId,
      {
        answer: said.answer,
        reason: open<string>(key, { table: "person_link", row: said.id, column: "reason" }, said.reason),
        by: by ?? "Somebody",
        at: said.saidAt,
        ended:
          said.endedAt === null || said.endedReason === null
            ? null
            : {
                reason: open<string>(
                  key,
                  { table: "person_link", row: said.id, column: "ended_reason" },
                  said.endedReason,
                ),
                by: endedBy ?? "Somebody",
                at: said.endedAt,
              },
      },
    ]),
  );
}
