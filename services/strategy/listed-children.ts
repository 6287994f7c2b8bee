import { asc, eq, inArray } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { pathway } from "#db/schema/pathways";
import { strategyChild } from "#db/schema/strategy";
import { ageInWords, childName } from "#domain/child-name";
import { localDate } from "#domain/time-words";
import type { Unit } from "../unit-of-work.ts";

/** Who each of these discussions is about, by discussion. */
export async function loadListedChildren({ tx, now }: Unit, discussionIds: string[]) {
  const byDiscussion = new Map<string, { name: string; age: string }[]>();
  if (discussionIds.length === 0) return byDiscussion;
  const rows = await tx
    .select({ discussionId: strategyChild.discussionId, child: contactChild })
    .from(strategyChild)
    .innerJoin(pathway, eq(pathway.id, strategyChild.pathwayId))
    .innerJoin(contactChild, eq(contactChild.id, pathway.contactChildId))
    .where(inArray(strategyChild.discussionId, discussionIds))
    .orderBy(asc(contactChild.ordinal));
  for (const { discussionId, child } of rows) {
    const unborn = child.dueDate !== null;
    const shown = {
      name: childName({ ...child, description: null, unborn }),
      age: ageInWords({ ...child, unborn }, localDate(now)),
    };
    byDiscussion.set(discussionId, [...(byDiscussion.get(discussionId) ?? []), shown]);
  }
  return byDiscussion;
}
