import type { clock } from "#db/schema/decision";
import type { Records } from "#domain/decision";
import type { DecisionContent } from "../decisions/content.ts";
import type { StandingDecision } from "../decisions/load-decisions.ts";
import type { HouseholdChild } from "../decisions/load-household.ts";
import type { contact } from "#db/schema/intake";
import {
  acceptReferralDeadline,
  assessmentDeadline,
  assessmentReviewDeadline,
  cafFirstContactDeadline,
  caseNoticeDeadline,
  strategyDeadline,
  transferReceiptDeadline,
} from "#domain/onward-clocks";
import type { ClockKind, PathwayKind } from "#domain/pathway";
import { calendarOf } from "#domain/working-calendar";
import type { Unit } from "../unit-of-work.ts";

/** A piece of work as it is being made: what was decided, for whom, and who is to own it. */
export type NewPathway = {
  id: string;
  kind: PathwayKind;
  decision: StandingDecision;
  child: HouseholdChild;
  contact: typeof contact.$inferSelect;
  teamId: string | null;
};

/** The clocks that each kind of work starts with. */
const startsWith = {
  advice_episode: ["accept", "first_contact"],
  caf_redirect: ["accept", "first_contact"],
  social_work_referral: ["accept", "assessment", "first_review", "second_review"],
  strategy_discussion: ["hold_discussion"],
  transfer: ["receipt"],
  case_notice: ["acknowledge"],
} as const satisfies Record<PathwayKind, readonly ClockKind[]>;

type Routed = Pick<NewPathway, "id" | "kind"> & {
  decision: { at: Date; content: Pick<DecisionContent, "record"> };
  child: Pick<HouseholdChild, "id">;
  contact: Pick<NewPathway["contact"], "id" | "rating">;
};

/**
 * The deadlines of a new piece of work. They count from the decision and not from the moment of routing: a queue that
 * was slow gives nobody more time.
 */
export function onwardClocks(unit: Pick<Unit, "context">, made: Routed): (typeof clock.$inferInsert)[] {
  return startsWith[made.kind].map((kind) => ({
    id: unit.context.newId(),
    kind,
    contactId: made.contact.id,
    contactChildId: made.child.id,
    pathwayId: made.id,
    startedAt: made.decision.at,
    ...deadlineOf(kind, unit, made),
  }));
}

function deadlineOf(
  kind: (typeof startsWith)[PathwayKind][number],
  { context: { settings } }: Pick<Unit, "context">,
  { decision: { at: from, content }, contact: { rating } }: Routed,
): { dueAt: Date; rule: string } {
  const calendar = calendarOf(settings);
  switch (kind) {
    case "accept":
      return { dueAt: acceptReferralDeadline(from, settings, calendar), rule: "working hours to accept" };
    case "first_contact":
      return {
        dueAt: cafFirstContactDeadline(from, settings, calendar),
        rule: "working days to a first contact",
      };
    case "assessment":
      return {
        dueAt: assessmentDeadline(from, settings, calendar),
        rule: "working days to finish an assessment",
      };
    case "first_review":
    case "second_review": {
      const which = kind === "first_review" ? "first" : "second";
      return {
        dueAt: assessmentReviewDeadline(from, which, settings, calendar),
        rule: "working days to a review of the assessment",
      };
    }
    case "hold_discussion": {
      const { urgency } = content.record as Records["strategy_discussion"];
      return {
        dueAt: strategyDeadline(from, urgency, settings),
        rule: "as soon as the discussion was called for",
      };
    }
    case "receipt":
      return {
        dueAt: transferReceiptDeadline(from, settings, calendar),
        rule: "working hours to confirm receipt",
      };
    case "acknowledge":
      return { dueAt: caseNoticeDeadline(from, rating, settings, calendar), rule: "minutes to acknowledge" };
  }
}
