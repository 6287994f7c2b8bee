import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { staff } from "#db/schema/directory";
import { matchCandidate, personLink } from "#db/schema/people";
import { readDataKey } from "../sealing/data-keys.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

export type MatchAnswer = { answer: "same" | "not_same"; reason: string; by: string; at: Date };

/**
 * What people said about the proposals for a contact, by proposal: its child and the earlier child stand for the same
 * person, or somebody said that its child is not the earlier child's person.
 */
export async function loadMatchAnswers(unit: Unit, contactId: string): Promise<Map<string, MatchAnswer>> {
  const own = alias(personLink, "own");
  const theirs = alias(personLink, "theirs");
  const rows = await unit.tx
    .select({ candidateId: matchCandidate.id, own, by: staff.name })
    .from(matchCandidate)
    .innerJoin(own, and(eq(own.contactChildId, matchCandidate.contactChildId), isNull(own.endedAt)))
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
    .where(eq(matchCandidate.contactId, contactId));
  if (rows.length === 0) return new Map();
  const key = await readDataKey(unit, "contact", contactId);
  return new Map(
    rows.map(({ candidateId, own: said, by }) => [
      candidateId,
      {
        answer: said.answer,
        reason: open<string>(key, { table: "person_link", row: said.id, column: "reason" }, said.reason),
        by: by ?? "Somebody",
        at: said.saidAt,
      },
    ]),
  );
}
