import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { decision, secondLook } from "#db/schema/decision";
import { contact } from "#db/schema/intake";
import { recommendation } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { addElapsed } from "#domain/clocks";
import { may } from "#domain/permissions";
import type { DrawnBecause } from "#domain/second-look";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { isId } from "../new-id.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type ListedSecondLook = { id: string; drawnAt: Date; because: DrawnBecause; lookedAt: Date | null };

const pageSize = 50;
const week = { hours: 7 * 24 };

/**
 * What is drawn and not looked at yet, the longest waiting first; with `made`, what was looked at, the newest first.
 * Nobody is shown a decision that they had a part in, and the list says nothing of what a contact is about.
 * @param after the decision that was shown last
 */
export async function listSecondLooks(
  context: Context,
  actor: StaffActor,
  { made, after }: { made: boolean; after: string | null },
): Promise<{ rows: ListedSecondLook[]; after: string | null; madeThisWeek: number }> {
  if (!may(actor, "look-again")) throw new Forbidden("look-again");
  return unitOfWork(context, actor, async (unit) => {
    const mine = and(
      mayKnowOf(actor),
      ne(decision.decidedBy, actor.id),
      or(isNull(recommendation.recommendedBy), ne(recommendation.recommendedBy, actor.id)),
      made ? isNotNull(secondLook.lookedAt) : isNull(secondLook.lookedAt),
    );
    // Ids of decisions are in the order in which they were made, which is that in which they were drawn.
    const next = made ? lt(secondLook.decisionId, after ?? "") : gt(secondLook.decisionId, after ?? "");
    const [rows, [recent]] = await Promise.all([
      unit.tx
        .select({
          id: secondLook.decisionId,
          drawnAt: secondLook.drawnAt,
          because: secondLook.because,
          lookedAt: secondLook.lookedAt,
        })
        .from(secondLook)
        .innerJoin(decision, eq(decision.id, secondLook.decisionId))
        .innerJoin(contact, eq(contact.id, secondLook.contactId))
        .leftJoin(recommendation, eq(recommendation.id, decision.recommendationId))
        .where(and(mine, after !== null && isId(after) ? next : undefined))
        .orderBy(made ? desc(secondLook.decisionId) : asc(secondLook.decisionId))
        .limit(pageSize),
      unit.tx
        .select({ count: count() })
        .from(secondLook)
        .where(gte(secondLook.lookedAt, addElapsed(unit.now, { hours: -week.hours }))),
    ]);
    const resultIds = rows.map(({ id }) => id);
    await unit.audit({ kind: "list.viewed", facts: { list: "second-looks", resultIds } });
    return {
      rows: rows.map((row) => ({ ...row, because: row.because as DrawnBecause })),
      after: rows.length === pageSize ? (resultIds.at(-1) ?? null) : null,
      madeThisWeek: recent?.count ?? 0,
    };
  });
}
