import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { staff } from "#db/schema/directory";
import { recommendation, recommendationReturn } from "#db/schema/screening";
import type { DecisionRecord } from "#domain/decision";
import type { Outcome } from "#domain/outcome";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { contentOf } from "./content.ts";

export type StandingRecommendation = {
  id: string;
  childId: string;
  outcome: Outcome;
  level: number;
  record: DecisionRecord["record"];
  by: { id: string; name: string };
  at: Date;
  returned: { question: string; byId: string; by: string; at: Date } | null;
};

/** The last recommendation for each child, with the question that sent it back if one did. */
export async function loadRecommendations(
  unit: Unit,
  contactId: string,
  key: Buffer,
): Promise<Map<string, StandingRecommendation>> {
  const returner = alias(staff, "returner");
  const rows = await unit.tx
    .selectDistinctOn([recommendation.contactChildId], {
      row: recommendation,
      by: staff.name,
      returned: recommendationReturn,
      returner: returner.name,
    })
    .from(recommendation)
    .leftJoin(staff, eq(staff.id, recommendation.recommendedBy))
    .leftJoin(recommendationReturn, eq(recommendationReturn.recommendationId, recommendation.id))
    .leftJoin(returner, eq(returner.id, recommendationReturn.returnedBy))
    .where(eq(recommendation.contactId, contactId))
    .orderBy(recommendation.contactChildId, desc(recommendation.recommendedAt), desc(recommendation.id));
  return new Map(
    rows.map(({ row, by, returned, returner: returnedBy }) => [
      row.contactChildId,
      {
        id: row.id,
        childId: row.contactChildId,
        outcome: row.outcome,
        level: row.level,
        record: open<DecisionRecord["record"]>(key, contentOf("recommendation", row.id), row.content),
        by: { id: row.recommendedBy, name: by ?? "Somebody" },
        at: row.recommendedAt,
        returned: returned && {
          question: open<string>(
            key,
            { table: "recommendation_return", row: row.id, column: "question" },
            returned.question,
          ),
          byId: returned.returnedBy,
          by: returnedBy ?? "Somebody",
          at: returned.returnedAt,
        },
      },
    ]),
  );
}
