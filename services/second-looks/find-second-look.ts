import { eq } from "drizzle-orm";
import { decision, secondLook } from "#db/schema/decision";
import { contact } from "#db/schema/intake";
import { recommendation } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { may } from "#domain/permissions";
import { knowing } from "../contacts/known-to.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../new-id.ts";
import type { Unit } from "../unit-of-work.ts";

export type FoundSecondLook = {
  row: typeof secondLook.$inferSelect;
  decision: typeof decision.$inferSelect;
  reference: string;
};

/**
 * One decision that was drawn, for somebody who had no part in it.
 * @throws NotFound when it is not drawn, or not theirs to look at: they made it, recommended it or may not know of it
 */
export async function findSecondLook(
  unit: Unit,
  actor: StaffActor,
  decisionId: string,
): Promise<FoundSecondLook> {
  const [found] = isId(decisionId)
    ? await unit.tx
        .select({ row: secondLook, decision, contact, recommendedById: recommendation.recommendedBy })
        .from(secondLook)
        .innerJoin(decision, eq(decision.id, secondLook.decisionId))
        .innerJoin(contact, eq(contact.id, secondLook.contactId))
        .leftJoin(recommendation, eq(recommendation.id, decision.recommendationId))
        .where(eq(secondLook.decisionId, decisionId))
    : [];
  if (!found) throw new NotFound("not drawn for a second look");
  const subject = {
    ...knowing(actor, found.contact),
    decidedById: found.decision.decidedBy,
    recommendedById: found.recommendedById,
  };
  if (!may(actor, "look-again", subject)) throw new NotFound("not theirs to look at again", found.contact.id);
  return { row: found.row, decision: found.decision, reference: found.contact.reference };
}
