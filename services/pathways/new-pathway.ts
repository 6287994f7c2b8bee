import type { clock } from "#db/schema/decision";
import type { StandingDecision } from "../decisions/load-decisions.ts";
import type { HouseholdChild } from "../decisions/load-household.ts";
import type { contact } from "#db/schema/intake";
import {
  acceptReferralDeadline,
  assessmentDeadline,
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

/**
 * The deadlines of a new piece of work. They count from the decision and not from the moment of routing: a queue that
 * was slow gives nobody more time.
 */
export function onwardClocks(
  unit: Pick<Unit, "context">,
  made: Pick<NewPathway, "id" | "kind"> & {
    decision: Pick<StandingDecision, "at">;
    child: Pick<HouseholdChild, "id">;
    contact: Pick<NewPathway["contact"], "id" | "rating">;
  },
): (typeof clock.$inferInsert)[] {
  const { settings, newId } = unit.context;
  const calendar = calendarOf(settings);
  const from = made.decision.at;
  const accept = [
    "accept",
    acceptReferralDeadline(from, settings, calendar),
    "working hours to accept",
  ] as const;
  const firstContact = [
    "first_contact",
    cafFirstContactDeadline(from, settings, calendar),
    "working days to a first contact",
  ] as const;
  const byKind: Record<PathwayKind, readonly (readonly [ClockKind, Date, string])[]> = {
    advice_episode: [accept, firstContact],
    caf_redirect: [accept, firstContact],
    social_work_referral: [
      accept,
      ["assessment", assessmentDeadline(from, settings, calendar), "working days to finish an assessment"],
    ],
    strategy_discussion: [
      ["hold_discussion", strategyDeadline(from, settings), "hours to hold a discussion"],
    ],
    transfer: [
      ["receipt", transferReceiptDeadline(from, settings, calendar), "working hours to confirm receipt"],
    ],
    case_notice: [
      [
        "acknowledge",
        caseNoticeDeadline(from, made.contact.rating, settings, calendar),
        "minutes to acknowledge",
      ],
    ],
  };
  return byKind[made.kind].map(([kind, dueAt, rule]) => ({
    id: newId(),
    kind,
    contactId: made.contact.id,
    contactChildId: made.child.id,
    pathwayId: made.id,
    startedAt: from,
    dueAt,
    rule,
  }));
}
