import { eq } from "drizzle-orm";
import { contactChild } from "#db/schema/intake";
import { recommendationReturn } from "#db/schema/screening";
import type { StaffActor } from "#domain/actor";
import { follows } from "#domain/contact";
import { Invalid } from "../errors.ts";
import { seal } from "../sealing/seal.ts";
import type { Unit } from "../unit-of-work.ts";
import { fieldOf } from "./deciding.ts";
import type { HouseholdChild } from "./load-household.ts";
import type { StandingRecommendation } from "./load-recommendations.ts";
import type { ToDecide } from "./to-decide.ts";

/**
 * Sends a recommendation back to whoever made it, with a question. The decision clock runs on: a question is no answer.
 * The caller holds the contact by its version.
 */
export async function sendBack(
  unit: Unit,
  actor: StaffActor,
  { row, key }: ToDecide,
  child: HouseholdChild,
  { recommendation, question }: { recommendation: StandingRecommendation; question: string },
): Promise<void> {
  const next = follows(child.state, "send_back");
  if (!next.allowed) throw new Invalid({ [fieldOf(child.id, "verdict")]: next.because });
  const place = { table: "recommendation_return", row: recommendation.id, column: "question" };
  await Promise.all([
    unit.tx.insert(recommendationReturn).values({
      recommendationId: recommendation.id,
      question: seal(key, place, question),
      returnedBy: actor.id,
      returnedAt: unit.now,
    }),
    unit.tx.update(contactChild).set({ state: next.next }).where(eq(contactChild.id, child.id)),
    unit.audit(
      { kind: "recommendation.returned", contactId: row.id, subjectId: recommendation.id, facts: {} },
      {
        kind: "child.state-changed",
        contactId: row.id,
        subjectId: child.id,
        facts: { from: child.state, to: next.next },
      },
    ),
    unit.owe({
      kind: "send-message",
      subjectId: recommendation.id,
      recipientId: recommendation.by.id,
      facts: { message: "recommendation-sent-back", to: "staff" },
    }),
  ]);
}
