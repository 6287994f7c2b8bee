import type { z } from "zod";
import type { Unsettled } from "./children-on-decision.ts";
import { formOf } from "./decision-form.ts";
import { recordSchemaOf, verdictSchema, type DecisionRecord, type VerdictRecord } from "./decision.ts";
import { isOutcome, type Outcome } from "./outcome.ts";

/** `field` is the field of the form to point at; "" is the form as a whole. */
export type Problem = { field: string; message: string };

/** What the record is checked against: all of it known to the hub, none of it typed into this form. */
export type RecordFacts = {
  harmAlleged: boolean;
  /** A police notice that a second practitioner may sign: its record as information only is the short one. */
  shortNotice: boolean;
  /** Contacts about this child before this one that the hub knows of. */
  earlierContacts: number;
  /** Requests that have not been answered. */
  unansweredChecks: number;
  /** On a child protection plan, looked after, or under section 47. */
  onPlan: boolean;
  /** A person confirmed that this child has an open social-work case; open to early help is not that. */
  confirmedOpenCase: boolean;
  /** Which of the core agencies are among those invited to a strategy discussion. */
  invitedCore: { police: boolean; health: boolean };
  /** Children of the household who are neither subjects nor set aside with a reason. */
  unsettled: readonly Unsettled[];
};

export type Draft = Readonly<Record<string, unknown>>;

export type Read<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/**
 * Reads what a screener recommends, or a manager decides, for one child: every problem at once, in the order of the
 * form. The draft's `outcome` says which record it is.
 */
export function readRecord(draft: Draft, facts: RecordFacts): Read<DecisionRecord> {
  const { outcome } = draft;
  if (!isOutcome(outcome))
    return { ok: false, problems: [{ field: "outcome", message: "Choose an outcome" }] };
  const parsed = recordSchemaOf(outcome, facts).safeParse(draft);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error)),
    ...conditionalProblems(outcome, draft, facts),
  ].filter((one, i, all) => all.findIndex((other) => other.field === one.field) === i);
  if (!parsed.success || problems.length > 0) return { ok: false, problems: inFormOrder(outcome, problems) };
  // The outcome picked the schema, so the pair fits; TypeScript cannot follow an index into a union.
  return { ok: true, value: { outcome, record: parsed.data } as DecisionRecord };
}

/** The problems alone, for pages that only show them. */
export function decisionProblems(draft: Draft, facts: RecordFacts): Problem[] {
  const read = readRecord(draft, facts);
  return read.ok ? [] : read.problems;
}

const said = (draft: Draft, field: string): string => {
  const value = draft[field];
  return typeof value === "string" ? value.trim() : "";
};

function conditionalProblems(outcome: Outcome, draft: Draft, facts: RecordFacts): Problem[] {
  const problems: Problem[] = [];
  const need = (field: string, message: string) => {
    if (said(draft, field) === "") problems.push({ field, message });
  };
  const refuse = (field: string, message: string) => problems.push({ field, message });

  for (const one of facts.unsettled) refuse("children", one.because);
  if (facts.earlierContacts > 0 && !(facts.shortNotice && outcome === "information_only")) {
    need("historyChanges", "Say whether the history changes your view");
    need("historyBecause", "Say why the history does or does not change your view");
  }
  if (facts.unansweredChecks > 0)
    need("goingAheadBecause", "Some checks are not answered. Say why you go ahead");
  if (said(draft, "parentsTold") === "not_told") need("notToldBecause", "Say why they have not been told");
  if (said(draft, "agreement") === "not_asked") need("notAskedBecause", "Say why they have not been asked");
  for (const { field, message, refuses } of ownRules[outcome]?.(draft, facts) ?? []) {
    if (refuses) refuse(field, message);
    else need(field, message);
  }
  return problems;
}

/** Asks for a field that is empty, or refuses what was chosen in it. */
type Rule = Problem & { refuses: boolean };

const asks = (field: string, message: string): Rule => ({ field, message, refuses: false });
const refuses = (field: string, message: string): Rule => ({ field, message, refuses: true });

const ownRules: Partial<Record<Outcome, (draft: Draft, facts: RecordFacts) => Rule[]>> = {
  information_only: (draft) =>
    said(draft, "informationKind") === "cannot_identify"
      ? [asks("whatWasTried", "Say what was tried to find the child")]
      : [],
  family_caf: (draft, facts) => {
    switch (said(draft, "agreement")) {
      case "yes":
        return [
          asks("agreedBy", "Say who in the family agreed"),
          asks("agreedOn", "Enter the date on which they agreed"),
          asks("agreedHow", "Say how they agreed, such as by phone"),
          asks("agreedTo", "Say what they agreed to"),
        ];
      case "not_asked":
        return [asks("askFirstBy", "Enter the date by which the family is asked")];
      case "no":
        return [
          refuses(
            "agreement",
            facts.harmAlleged
              ? "The family has refused and there are signs of harm. Choose another outcome"
              : "This help needs the family's agreement. Choose another outcome",
          ),
        ];
      case "not_needed":
        return [
          refuses(
            "agreement",
            "This help needs the family's agreement. Ask them first, or choose another outcome",
          ),
        ];
      default:
        return [];
    }
  },
  strategy_discussion: (_draft, { invitedCore }) =>
    invitedCore.police && invitedCore.health
      ? []
      : [
          asks(
            "coreMissingBecause",
            `${missingCore(invitedCore)} not invited. Invite them, or say why you go ahead`,
          ),
        ],
  transfer: (_draft, facts) =>
    facts.onPlan
      ? [
          asks(
            "formalTransfer",
            "This child is on a plan or under section 47. Say how the formal transfer is made",
          ),
        ]
      : [],
  already_open: (draft, facts) => [
    ...(facts.confirmedOpenCase
      ? []
      : [
          refuses(
            "outcome",
            "Confirm the match with an open social-work case first. Early help is not an open case",
          ),
        ]),
    ...(said(draft, "strategyNow") === "yes"
      ? [refuses("strategyNow", "A strategy discussion is an outcome of its own. Choose that one")]
      : []),
  ],
};

function missingCore(invited: { police: boolean; health: boolean }): string {
  if (!invited.police && !invited.health) return "Police and health are";
  return invited.police ? "Health is" : "The police are";
}

export type VerdictFacts = {
  /** Why the manager's own sentence is needed (signing.ts); none when it is not. */
  ownSentenceBecause: readonly string[];
  /** This contact makes a pattern by the authority's repeat rule. */
  repeats: boolean;
  /** Who was asked about a contact that is rated Red and has not answered; nobody when it is not Red. */
  redUnanswered: readonly string[];
  /** The outcome that stands when the manager agrees. */
  recommendedOutcome: Outcome;
};

/** Reads the manager's part: agreeing needs nothing typed unless a rule asks for the manager's own words. */
export function readVerdict(draft: Draft, facts: VerdictFacts): Read<VerdictRecord> {
  const parsed = verdictSchema.safeParse(draft);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const { verdict, ownReason, pattern, question, withoutAnswer } = parsed.data;
  const problems: Problem[] = [];
  if (verdict === "send_back") {
    if (question === "")
      problems.push({ field: "question", message: "Ask the screener a specific question" });
  } else {
    const outcome = verdict === "decide_something_else" ? draft["outcome"] : facts.recommendedOutcome;
    if (ownReason === "" && verdict !== "agree")
      problems.push({ field: "ownReason", message: "Say why, in your own words" });
    else if (ownReason === "" && facts.ownSentenceBecause.length > 0) {
      const because = facts.ownSentenceBecause.join(", and ");
      problems.push({ field: "ownReason", message: `Add one sentence of your own, because ${because}` });
    }
    if (facts.repeats && outcome === "information_only" && pattern === "") {
      problems.push({ field: "pattern", message: "Say what you make of the pattern of contacts" });
    }
    if (facts.redUnanswered.length > 0 && outcome === "information_only" && withoutAnswer.length === 0) {
      const who = facts.redUnanswered.join(" and ");
      problems.push({
        field: "withoutAnswer",
        message: `This is rated Red and ${who} did not answer yet. Wait, or tick that you end it without`,
      });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({ field: String(issue.path[0] ?? ""), message: issue.message }));
}

/** Fields in the order in which the form asks; the children come first, what the schema does not know last. */
function inFormOrder(outcome: Outcome, problems: Problem[]): Problem[] {
  const order = ["children", "outcome", ...formOf(outcome).map(({ name }) => name)];
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return [...problems].sort((a, b) => place(a.field) - place(b.field));
}
