import type { StaffActor } from "#domain/actor";
import { follows } from "#domain/contact";
import type { DecisionRecord, Verdict } from "#domain/decision";
import { readRecord, readVerdict, type Problem } from "#domain/decision-problems";
import { maySign, ownSentenceNeeded } from "#domain/signing";
import { calendarOf } from "#domain/working-calendar";
import type { Unit } from "../unit-of-work.ts";
import { recordFacts, redUnanswered, repeats, sentenceFacts, signingFacts } from "./decision-facts.ts";
import type { StandingRecommendation } from "./load-recommendations.ts";
import type { HouseholdChild } from "./load-household.ts";
import type { ToDecide } from "./to-decide.ts";

type Draft = Readonly<Record<string, unknown>>;

export type Planned =
  | { kind: "refused"; problems: Problem[] }
  | { kind: "send_back"; recommendation: StandingRecommendation; question: string }
  | ({ kind: "decide"; countersignBy: Date | null } & DecisionRecord & {
        verdict: Verdict | null;
        ownReason: string;
        pattern: string;
      });

const refused = (...problems: Problem[]): Planned => ({ kind: "refused", problems });

/** What a manager's part of the form would do for one child, or every reason why it cannot. Nothing is written here. */
export function planDecision(
  unit: Unit,
  actor: StaffActor,
  all: ToDecide,
  child: HouseholdChild,
  draft: Draft,
): Planned {
  const next = follows(child.state, "decide");
  if (!next.allowed) return refused({ field: "verdict", message: next.because });
  const standing = child.state === "recommended" ? (all.recommendations.get(child.id) ?? null) : null;
  const said = standing ? draft["verdict"] : "decide_something_else";
  const read = said === "send_back" ? null : readWhat(unit, all, child, standing, draft, said);
  const outcome = read?.ok ? read.value.outcome : standing?.outcome;
  const settings = unit.context.settings;
  const verdict = readVerdict(
    { ...draft, verdict: said },
    {
      ownSentenceBecause: outcome ? ownSentenceNeeded(sentenceFacts(all, child, outcome, settings)) : [],
      repeats: repeats(all, settings),
      redUnanswered: redUnanswered(all),
      recommendedOutcome: standing?.outcome ?? "information_only",
    },
  );
  if (verdict.ok && verdict.value.verdict === "send_back" && standing)
    return { kind: "send_back", recommendation: standing, question: verdict.value.question };
  const problems = [...(verdict.ok ? [] : verdict.problems), ...(read && !read.ok ? read.problems : [])];
  if (!verdict.ok || !read?.ok) return refused(...problems);
  const signing = maySign(
    actor,
    signingFacts(
      all,
      {
        child,
        outcome: read.value.outcome,
        duplicate:
          "informationKind" in read.value.record && read.value.record.informationKind === "duplicate",
        recommendedById: standing?.by.id ?? null,
      },
      settings,
    ),
    unit.now,
    calendarOf(settings),
  );
  if (signing.kind === "refused") return refused({ field: "verdict", message: signing.because });
  const { ownReason, pattern } = verdict.value;
  return {
    kind: "decide",
    ...read.value,
    verdict: standing ? verdict.value.verdict : null,
    ownReason,
    pattern,
    countersignBy: signing.kind === "countersign" ? signing.by : null,
  };
}

/** The record that would stand: the screener's, the screener's as changed here, or one of the manager's own. */
function readWhat(
  { context: { settings } }: Unit,
  all: ToDecide,
  child: HouseholdChild,
  standing: StandingRecommendation | null,
  draft: Draft,
  verdict: unknown,
) {
  if (!standing || verdict === "decide_something_else")
    return readRecord(draft, recordFacts(all, child, draft, settings));
  const { outcome } = standing;
  if (verdict === "agree_with_changes") {
    const changed = { ...draft, outcome };
    return readRecord(changed, recordFacts(all, child, changed, settings));
  }
  const agreed = { ...standing.record, outcome };
  const read = readRecord(agreed, recordFacts(all, child, agreed, settings));
  if (read.ok) return read;
  // Something changed since it was recommended: the manager cannot agree to what the rules no longer take.
  const [first] = read.problems;
  const message = `${first?.message ?? "It no longer fits"}. Agree with changes, or send it back`;
  return { ok: false as const, problems: [{ field: "verdict", message }] };
}
