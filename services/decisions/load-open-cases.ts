import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { openCase, personLink } from "#db/schema/people";
import { isOnPlan, isOpenSocialWork } from "#domain/open-case";
import type { Unit } from "../unit-of-work.ts";

export type CaseOfChild = {
  childId: string;
  id: string;
  workerId: string | null;
  socialWork: boolean;
  onPlan: boolean;
};

/** Open cases of these children, where a person has confirmed who the child is. */
export async function loadOpenCases(unit: Unit, childIds: readonly string[]): Promise<CaseOfChild[]> {
  if (childIds.length === 0) return [];
  const rows = await unit.tx
    .select({ childId: personLink.contactChildId, row: openCase })
    .from(personLink)
    .innerJoin(openCase, and(eq(openCase.personId, personLink.personId), isNull(openCase.closedAt)))
    .where(
      and(
        inArray(personLink.contactChildId, [...childIds]),
        eq(personLink.answer, "same"),
        isNull(personLink.endedAt),
      ),
    )
    .orderBy(asc(openCase.id));
  return rows.flatMap(({ childId, row }) =>
    childId === null
      ? []
      : [
          {
            childId,
            id: row.id,
            workerId: row.workerId,
            socialWork: isOpenSocialWork(row.status),
            onPlan: isOnPlan(row.status),
          },
        ],
  );
}
