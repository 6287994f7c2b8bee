import type { Role, StaffActor } from "./actor.ts";
import { countersignDeadline } from "./clocks.ts";
import { outcomeFacts, type Outcome } from "./outcome.ts";
import { isOpen, type WorkingCalendar } from "./working-calendar.ts";

/** Who signs when nothing makes a manager necessary. `manager` signs everything. */
type Signers = {
  /** Roles that may sign beside a manager, and only what somebody else recommended. */
  second: readonly Role[];
  /** What takes those roles' signature away, as words for the page. */
  managerWhen: (facts: SigningFacts) => string | null;
};

const always = (because: string): Signers => ({ second: [], managerWhen: () => because });
const harm = (facts: SigningFacts) => (facts.harmAlleged ? "harm is alleged" : null);

/** The one table of who signs what. Out of hours and one's own recommendation are judged in `maySign`. */
const whoSigns: Record<Outcome, Signers> = {
  information_only: {
    second: ["screener"],
    managerWhen: (facts) =>
      facts.policeNotice
        ? policeNoticeNeedsManager(facts)
        : facts.duplicate
          ? harm(facts)
          : "information only is signed by a manager unless it is a duplicate or a police notice",
  },
  advice: { second: ["advice"], managerWhen: harm },
  family_caf: always("this help is agreed by a manager"),
  assessment: always("an assessment is agreed by a manager"),
  strategy_discussion: always("a strategy discussion is called by a manager"),
  transfer: always("a transfer is agreed by a manager"),
  already_open: { second: ["screener"], managerWhen: () => null },
};

/** Why a manager signs this police notice as information only; null when a second practitioner may. */
export function policeNoticeNeedsManager(
  facts: Pick<SigningFacts, "riskGradedHigh" | "childHurt" | "childUnderOne" | "repeats">,
): string | null {
  if (facts.riskGradedHigh) return "the risk was graded high";
  if (facts.childHurt) return "a child was hurt";
  if (facts.childUnderOne) return "a child is under one";
  if (facts.repeats) return "contacts repeat";
  return null;
}

export type SigningFacts = {
  outcome: Outcome;
  /** Who made the recommendation that stands; null when nobody has recommended yet. */
  recommendedById: string | null;
  /** The contact came as a police notice. */
  policeNotice: boolean;
  /** Information only because the same thing has been told before. */
  duplicate: boolean;
  harmAlleged: boolean;
  riskGradedHigh: boolean;
  childHurt: boolean;
  childUnderOne: boolean;
  /** The authority's repeat rule is met. */
  repeats: boolean;
};

export type Signing =
  | { kind: "allowed" }
  /** Acts at once; another manager signs it again by then. */
  | { kind: "countersign"; by: Date }
  | { kind: "refused"; because: string };

type Signer = Pick<StaffActor, "id" | "roles">;

const refused = (because: string): Signing => ({ kind: "refused", because });

/**
 * Whether this person may sign this decision now. Nobody signs their own recommendation, and two people look at every
 * decision, except that protective action never waits: a worker alone out of hours may take it and has it countersigned.
 */
export function maySign(signer: Signer, facts: SigningFacts, now: Date, calendar: WorkingCalendar): Signing {
  const has = (role: Role) => signer.roles.includes(role);
  const closed = !isOpen(now, calendar);
  const { protective } = outcomeFacts[facts.outcome];
  const own = facts.recommendedById === signer.id;
  const isManager = has("manager") || (closed && has("on_call_manager"));

  if (isManager && !own && (facts.recommendedById !== null || protective)) return { kind: "allowed" };
  const bySecond = isManager ? null : signsAsSecond(signer, facts);
  if (bySecond?.kind === "allowed") return bySecond;

  // One person alone at night: what protects a child goes ahead, everything that can wait does.
  if (closed && (isManager || has("out_of_hours"))) {
    if (protective) return { kind: "countersign", by: countersignDeadline(now, calendar) };
    return refused(
      "Out of hours one person alone may decide only what protects a child now: a strategy discussion, or telling the worker of an open case.",
    );
  }
  if (own) return refused("You recommended this, so somebody else signs it.");
  if (isManager) return refused("Nobody has recommended this yet. Two people look at every decision.");
  if (has("on_call_manager")) return refused("The hub is open, so a manager of the hub signs this.");
  return bySecond ?? refused("A manager signs this.");
}

/** A second practitioner signs what another one recommended; null when the table gives this person no part. */
function signsAsSecond(signer: Signer, facts: SigningFacts): Signing | null {
  const { second, managerWhen } = whoSigns[facts.outcome];
  const because = managerWhen(facts);
  if (!second.some((role) => signer.roles.includes(role))) {
    return because === null ? null : refused(`A manager signs this, because ${because}.`);
  }
  if (because !== null) return refused(`A manager signs this, because ${because}.`);
  if (facts.recommendedById === signer.id) return refused("You recommended this, so somebody else signs it.");
  if (facts.recommendedById === null)
    return refused("Nobody has recommended this yet. Two people look at every decision.");
  return { kind: "allowed" };
}

/** Whether this person may countersign what somebody else decided alone. */
export function mayCountersign(signer: Signer, decidedById: string): Signing {
  if (!signer.roles.includes("manager")) return refused("A manager of the hub countersigns this.");
  if (signer.id === decidedById) return refused("You decided this, so another manager countersigns it.");
  return { kind: "allowed" };
}

export type SentenceFacts = {
  outcome: Outcome;
  harmAlleged: boolean;
  /** Counting this one, by the authority's repeat rule. */
  repeats: boolean;
  childUnderOne: boolean;
  missingChecks: boolean;
};

/** Why agreeing also takes a sentence of the manager's own, as words; empty when two clicks are enough. */
export function ownSentenceNeeded(facts: SentenceFacts): string[] {
  return [
    ...(facts.outcome === "information_only" && facts.harmAlleged
      ? ["harm is alleged and nothing more is done"]
      : []),
    ...(facts.outcome === "strategy_discussion" ? ["this calls a strategy discussion"] : []),
    ...(facts.repeats ? ["contacts about this child repeat"] : []),
    ...(facts.childUnderOne ? ["a child is under one"] : []),
    ...(facts.missingChecks ? ["a check is missing"] : []),
  ];
}

/** Whether `contactsAt` (received times of this child's contacts, this one among them) meet the repeat rule at `now`. */
export function contactsRepeat(
  contactsAt: readonly Date[],
  now: Date,
  rule: readonly { contacts: number; days: number }[],
): boolean {
  return rule.some(({ contacts, days }) => {
    const since = now.getTime() - days * 86_400_000;
    return (
      contactsAt.filter((at) => at.getTime() > since && at.getTime() <= now.getTime()).length >= contacts
    );
  });
}
