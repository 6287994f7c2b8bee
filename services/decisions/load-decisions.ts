import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { countersignature, decision } from "#db/schema/decision";
import { staff } from "#db/schema/directory";
import type { Outcome } from "#domain/outcome";
import { open } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { contentOf, type DecisionContent } from "./content.ts";

export type StandingDecision = {
  id: string;
  childId: string;
  outcome: Outcome;
  level: number;
  content: DecisionContent;
  by: { id: string; name: string };
  at: Date;
  supersedes: boolean;
  recommendationId: string | null;
  countersignBy: Date | null;
  countersigned: { by: string; at: Date } | null;
};

/** The decision that stands for each child: the one that nothing supersedes. */
export async function loadDecisions(
  unit: Unit,
  contactId: string,
  key: Buffer,
): Promise<Map<string, StandingDecision>> {
  const later = alias(decision, "later");
  const signer = alias(staff, "signer");
  const rows = await unit.tx
    .select({ row: decision, by: staff.name, countersigned: countersignature, signer: signer.name })
    .from(decision)
    .leftJoin(later, eq(later.supersedesId, decision.id))
    .leftJoin(staff, eq(staff.id, decision.decidedBy))
    .leftJoin(countersignature, eq(countersignature.decisionId, decision.id))
    .leftJoin(signer, eq(signer.id, countersignature.signedBy))
    .where(and(eq(decision.contactId, contactId), isNull(later.id)));
  return new Map(
    rows.map(({ row, by, countersigned, signer: signedBy }) => [
      row.contactChildId,
      {
        id: row.id,
        childId: row.contactChildId,
        outcome: row.outcome,
        level: row.level,
        content: open<DecisionContent>(key, contentOf("decision", row.id), row.content),
        by: { id: row.decidedBy, name: by ?? "Somebody" },
        at: row.decidedAt,
        supersedes: row.supersedesId !== null,
        recommendationId: row.recommendationId,
        countersignBy: row.countersignBy,
        countersigned: countersigned && { by: signedBy ?? "Somebody", at: countersigned.signedAt },
      },
    ]),
  );
}
