import { eq } from "drizzle-orm";
import { clock, decision } from "#db/schema/decision";
import { contactChild } from "#db/schema/intake";
import type { StaffActor } from "#domain/actor";
import type { DecisionRecord } from "#domain/decision";
import { feedbackWords } from "#domain/feedback-words";
import { stopClocks } from "../clocks/stop-clocks.ts";
import { seal } from "../sealing/seal.ts";
import { drawSecondLook } from "../second-looks/draw-second-look.ts";
import type { Unit } from "../unit-of-work.ts";
import { contentOf, type DecisionContent } from "./content.ts";
import { oweFeedback } from "./owe-feedback.ts";
import type { HouseholdChild } from "./load-household.ts";
import type { ToDecide } from "./to-decide.ts";
import { whatIsKnown } from "./what-was-known.ts";

export type Written = DecisionRecord & {
  id: string;
  child: HouseholdChild;
  content: Omit<DecisionContent, "record" | "checks" | "known">;
  recommendationId: string | null;
  supersedesId: string | null;
  countersignBy: Date | null;
};

/**
 * Writes one child's decision with everything that hangs on it: the clock stops, the pathway is owed, and the referrer's
 * news waits its ten minutes. The caller holds the contact by its version, so nobody else is writing one.
 */
export async function writeDecision(
  unit: Unit,
  actor: StaffActor,
  all: ToDecide,
  made: Written,
): Promise<void> {
  const { row, key } = all;
  const { id, child, outcome, record, supersedesId } = made;
  const content: DecisionContent = {
    ...made.content,
    record,
    known: await whatIsKnown(unit, all, child),
    checks: all.checks.map(({ organisation, askedAt, repliedAt }) => ({
      organisation,
      askedAt: askedAt.toISOString(),
      repliedAt: repliedAt?.toISOString() ?? null,
    })),
  };
  await unit.tx.insert(decision).values({
    id,
    contactId: row.id,
    contactChildId: child.id,
    supersedesId,
    recommendationId: made.recommendationId,
    outcome,
    level: record.level,
    content: seal(key, contentOf("decision", id), content),
    decidedBy: actor.id,
    decidedAt: unit.now,
    countersignBy: made.countersignBy,
  });
  await Promise.all([
    supersedesId === null ? settleChild(unit, row.id, child, id) : undefined,
    // A correction is somebody's second look already.
    supersedesId === null
      ? drawSecondLook(unit, { decisionId: id, contactId: row.id, notice: "historyRead" in record })
      : undefined,
    made.countersignBy === null
      ? undefined
      : startCountersignClock(unit, row.id, child.id, made.countersignBy),
    unit.audit({
      kind: "decision.made",
      contactId: row.id,
      subjectId: id,
      facts: { outcome, level: record.level, childId: child.id, supersedesId },
    }),
    unit.owe({ kind: "route-decision", subjectId: id, facts: {} }),
    record.noFeedbackBecause === ""
      ? oweFeedback(unit, all, id, feedbackWords(outcome, record.feedback))
      : undefined,
  ]);
}

async function settleChild(unit: Unit, contactId: string, child: HouseholdChild, decisionId: string) {
  await Promise.all([
    unit.tx.update(contactChild).set({ state: "decided" }).where(eq(contactChild.id, child.id)),
    stopClocks(unit, { kind: "decision", contactChildId: child.id }, decisionId),
    unit.audit({
      kind: "child.state-changed",
      contactId,
      subjectId: child.id,
      facts: { from: child.state, to: "decided" },
    }),
  ]);
}

/** One a child: when a lone worker corrects their own decision the first deadline stands. */
async function startCountersignClock(unit: Unit, contactId: string, contactChildId: string, dueAt: Date) {
  const rule = "noon of the next working day";
  await unit.tx
    .insert(clock)
    .values({
      id: unit.context.newId(),
      kind: "countersign",
      contactId,
      contactChildId,
      startedAt: unit.now,
      dueAt,
      rule,
    })
    .onConflictDoNothing();
}
