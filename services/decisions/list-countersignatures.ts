import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { countersignature, decision } from "#db/schema/decision";
import { staff } from "#db/schema/directory";
import { contact } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import { clockFace, type ClockFace } from "#domain/clock-face";
import type { Outcome } from "#domain/outcome";
import { may } from "#domain/permissions";
import { mayKnowOf } from "../contacts/known-to.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { unitOfWork } from "../unit-of-work.ts";

export type ToCountersign = {
  decisionId: string;
  reference: string;
  outcome: Outcome;
  by: string;
  mine: boolean;
  at: Date;
  due: ClockFace;
};

/** More than any night brings. */
const atMost = 100;

/**
 * What lone workers decided out of hours and no second manager has signed, the first due on top. A decision that was
 * superseded meanwhile is signed by whoever superseded it.
 */
export async function listCountersignatures(
  context: Context,
  actor: StaffActor,
): Promise<{ asAt: Date; rows: ToCountersign[] }> {
  if (!may(actor, "countersign")) throw new Forbidden("A manager of the hub countersigns.");
  return unitOfWork(context, actor, async (unit) => {
    const later = alias(decision, "later");
    const found = await unit.tx
      .select({ row: decision, reference: contact.reference, by: staff.name })
      .from(decision)
      .innerJoin(contact, eq(contact.id, decision.contactId))
      .leftJoin(staff, eq(staff.id, decision.decidedBy))
      .leftJoin(later, eq(later.supersedesId, decision.id))
      .leftJoin(countersignature, eq(countersignature.decisionId, decision.id))
      .where(
        and(
          isNotNull(decision.countersignBy),
          isNull(later.id),
          isNull(countersignature.decisionId),
          mayKnowOf(actor),
        ),
      )
      .orderBy(asc(decision.countersignBy), asc(decision.id))
      .limit(atMost);
    const resultIds = found.map(({ row }) => row.id);
    await unit.audit({ kind: "list.viewed", facts: { list: "countersign", resultIds } });
    return {
      asAt: unit.now,
      rows: found.map(({ row, reference, by }) => ({
        decisionId: row.id,
        reference,
        outcome: row.outcome,
        by: by ?? "Somebody",
        mine: row.decidedBy === actor.id,
        at: row.decidedAt,
        due: clockFace(
          { startedAt: row.decidedAt, dueAt: row.countersignBy ?? row.decidedAt },
          unit.now,
          null,
        ),
      })),
    };
  });
}
