import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { staff } from "#db/schema/directory";
import { openCaseAnswer, openCaseLoad } from "#db/schema/open-cases";
import { openCase, personLink } from "#db/schema/people";
import type { MatchAnswer } from "../contacts/load-match-answers.ts";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";

/** Which of these children are the child of an open case, as people said. */
export async function confirmedCases({ tx }: Unit, childIds: readonly string[]) {
  if (childIds.length === 0) return [];
  const rows = await tx
    .select({ childId: personLink.contactChildId, caseId: openCase.id })
    .from(personLink)
    .innerJoin(openCase, and(eq(openCase.personId, personLink.personId), isNull(openCase.closedAt)))
    .where(
      and(
        inArray(personLink.contactChildId, [...childIds]),
        eq(personLink.answer, "same"),
        isNull(personLink.endedAt),
      ),
    );
  return rows.flatMap(({ childId, caseId }) => (childId === null ? [] : [{ childId, caseId }]));
}

/** What was said in this contact, by child and case. */
export async function caseAnswers(
  { tx }: Unit,
  contactId: string,
  key: Buffer,
): Promise<Map<string, MatchAnswer>> {
  const rows = await tx
    .select({ said: openCaseAnswer, by: staff.name })
    .from(openCaseAnswer)
    .leftJoin(staff, eq(staff.id, openCaseAnswer.saidBy))
    .where(and(eq(openCaseAnswer.contactId, contactId), isNull(openCaseAnswer.endedAt)));
  return new Map(
    rows.map(({ said, by }) => {
      const place = { table: "open_case_answer", row: said.id, column: "reason" };
      const reason = open<string>(key, place, said.reason);
      return [
        `${said.contactChildId} ${said.openCaseId}`,
        { answer: said.answer, reason, by: by ?? "Somebody", at: said.saidAt },
      ];
    }),
  );
}

/** As at when the list that stands is, and whether that is too long ago to rely on. */
export async function standingList({
  tx,
  now,
  context,
}: Unit): Promise<{ listAsAt: Date | null; stale: boolean }> {
  const [last] = await tx
    .select({ asAt: openCaseLoad.asAt })
    .from(openCaseLoad)
    .orderBy(desc(openCaseLoad.asAt))
    .limit(1);
  const until = now.getTime() - context.settings.openCasesStaleHours * 3_600_000;
  return { listAsAt: last?.asAt ?? null, stale: last !== undefined && last.asAt.getTime() < until };
}
