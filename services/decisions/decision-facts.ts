import type { RecordFacts } from "#domain/decision-problems";
import { childHurt, harmAlleged } from "#domain/harm";
import type { Outcome } from "#domain/outcome";
import type { Settings } from "#domain/settings";
import {
  contactsRepeat,
  policeNoticeNeedsManager,
  type SentenceFacts,
  type SigningFacts,
} from "#domain/signing";
import type { HouseholdChild } from "./load-household.ts";
import type { ToDecide } from "./to-decide.ts";

type Draft = Readonly<Record<string, unknown>>;

const harm = ({ row, facts }: ToDecide) => harmAlleged({ danger: row.danger, worries: facts.worries });

const unanswered = ({ checks }: ToDecide) => checks.filter(({ answered }) => !answered).length;

/** Who was asked about a contact that is rated Red and has not answered. */
export const redUnanswered = ({ row, checks }: ToDecide): string[] =>
  row.rating === "R"
    ? [...new Set(checks.filter(({ answered }) => !answered).map(({ organisation }) => organisation))]
    : [];

/** Unborn counts: what is decided now is what the baby comes home to. */
const childUnderOne = ({ subjects }: ToDecide) => subjects.some(({ years }) => years !== null && years < 1);

/**
 * Whether contacts make a pattern by the authority's rule, this one among them. Those about a brother or sister who is in
 * this one too count: worry about a family grows whichever of its children is named.
 */
export function repeats({ row, history }: ToDecide, { repeatRule }: Pick<Settings, "repeatRule">): boolean {
  const earlier = new Map(history.map(({ contactId, receivedAt }) => [contactId, receivedAt]));
  return contactsRepeat([...earlier.values(), row.receivedAt], row.receivedAt, repeatRule);
}

/** What one child's record is checked against; all of it known to the hub but for who is invited. */
export function recordFacts(
  all: ToDecide,
  child: HouseholdChild,
  draft: Draft,
  settings: Pick<Settings, "repeatRule">,
): RecordFacts {
  const chosen = [draft["invited"] ?? []].flat();
  const invited = all.organisations.filter(({ id }) => chosen.includes(id));
  const cases = all.openCases.filter(({ childId }) => childId === child.id);
  return {
    harmAlleged: harm(all),
    shortNotice: isNotice(all) && policeNoticeNeedsManager(noticeRisks(all, settings)) === null,
    earlierContacts: all.history.filter(({ childId }) => childId === child.id).length,
    unansweredChecks: unanswered(all),
    onPlan: cases.some(({ onPlan }) => onPlan),
    confirmedOpenCase: cases.some(({ socialWork }) => socialWork),
    invitedCore: {
      police: invited.some(({ kind }) => kind === "police"),
      health: invited.some(({ kind }) => kind === "health"),
    },
    unsettled: all.unsettled,
  };
}

export function signingFacts(
  all: ToDecide,
  { outcome, duplicate, recommendedById }: Signed,
  settings: Pick<Settings, "repeatRule">,
): SigningFacts {
  return {
    outcome,
    duplicate,
    recommendedById,
    policeNotice: isNotice(all),
    harmAlleged: harm(all),
    ...noticeRisks(all, settings),
  };
}

const isNotice = ({ row }: ToDecide) => row.channel === "police";

const noticeRisks = (all: ToDecide, settings: Pick<Settings, "repeatRule">) => ({
  // An officer who grades a notice high is not sure that nobody is in danger (domain/police/to-submission.ts).
  riskGradedHigh: all.row.danger !== "no" || all.row.rating === "R",
  childHurt: childHurt(all.facts),
  childUnderOne: childUnderOne(all),
  repeats: repeats(all, settings),
});

type Signed = {
  child: HouseholdChild;
  outcome: Outcome;
  duplicate: boolean;
  recommendedById: string | null;
};

export function sentenceFacts(
  all: ToDecide,
  child: HouseholdChild,
  outcome: Outcome,
  settings: Pick<Settings, "repeatRule">,
): SentenceFacts {
  return {
    outcome,
    harmAlleged: harm(all),
    repeats: repeats(all, settings),
    childUnderOne: childUnderOne(all),
    missingChecks: unanswered(all) > 0,
  };
}
