import type { StaffActor } from "#domain/actor";
import { verdicts, type Verdict } from "#domain/decision";
import { isOutcome, type Outcome } from "#domain/outcome";
import { localDate } from "#domain/time-words";
import { recordAlert } from "#services/alerts/record-alert";
import type { Context } from "#services/context";
import { decideChildren, type DecidedMeanwhile } from "#services/decisions/decide-children";
import { seenField } from "#services/decisions/deciding";
import { Conflict, Invalid } from "#services/errors";
import { shownAgain, typedIn, type Problems, type Typed } from "./form.ts";
import { dateFieldsOf, problemsOf, recordDraft, typedFromRecord, typedRecord } from "./record-form.ts";
import { versionIn } from "./recommend-post.ts";

export type DecideAgain = {
  status: 409 | 422;
  typed: Typed;
  /** Which record is being written for which child. */
  writing: Readonly<Record<string, Outcome>>;
  problems: Problems | null;
  changed: DecidedMeanwhile | null;
  /** Which newer contacts they had seen. */
  seen: readonly string[];
};

type Part = {
  childId: string;
  typed: Typed;
  draft: Record<string, unknown>;
  verdict: Verdict | null;
  writing: Outcome | null;
};

const partFields = ["verdict", "ownReason", "pattern", "question", "withoutAnswer", "other"] as const;
const childrenAtMost = 60;

/** One child's part of the form. A record is written only under "with changes" or "something else". */
function partOf(body: URLSearchParams, childId: string, today: string): Part {
  const prefix = `${childId}.`;
  const typed = typedIn(body, { fields: partFields.map((name) => prefix + name) });
  const text = (name: string) => {
    const value = typed[prefix + name];
    return typeof value === "string" ? value : "";
  };
  const verdict = verdicts.find((one) => one === text("verdict")) ?? null;
  const [writing, other] = [body.get(`${prefix}outcome`), text("other")];
  const chosen = verdict === "decide_something_else" && isOutcome(other) ? other : writing;
  const own = {
    verdict: text("verdict"),
    ownReason: text("ownReason"),
    pattern: text("pattern"),
    question: text("question"),
    withoutAnswer: text("withoutAnswer"),
  };
  if (verdict === "agree" || verdict === "send_back" || !isOutcome(chosen))
    return { childId, typed, draft: own, verdict, writing: null };
  const record = typedRecord(body, chosen, prefix);
  return {
    childId,
    typed: { ...typed, ...record },
    draft: { ...own, ...recordDraft(chosen, record, today, prefix) },
    verdict,
    writing: chosen,
  };
}

/**
 * Decides, or says what to show again. "With changes" and "something else" first open the record that is to be written.
 * @param recommended the standing recommendation of each child, to start a changed record from
 */
export async function decidePost(
  context: Context,
  actor: StaffActor,
  reference: string,
  body: URLSearchParams,
  recommended: ReadonlyMap<string, { outcome: Outcome; record: Readonly<Record<string, unknown>> }>,
): Promise<DecideAgain | null> {
  const today = localDate(context.now());
  const childIds = [...new Set(body.getAll("child"))].slice(0, childrenAtMost);
  const parts = childIds.map((childId) => partOf(body, childId, today));
  const opened = parts.flatMap((part): [string, Outcome, Typed][] => {
    const { childId, verdict, writing } = part;
    const shown = body.get(`${childId}.outcome`);
    const standing = recommended.get(childId);
    if (verdict === "agree_with_changes" && writing === null && standing)
      return [[childId, standing.outcome, typedFromRecord(standing.outcome, standing.record, `${childId}.`)]];
    if (verdict === "decide_something_else" && writing !== null && shown !== writing)
      return [[childId, writing, {}]];
    return [];
  });
  const writing = Object.fromEntries([
    ...parts.flatMap(({ childId, writing: one }) => (one === null ? [] : [[childId, one] as const])),
    ...opened.map(([childId, outcome]) => [childId, outcome] as const),
  ]);
  const typed: Typed = Object.assign(
    {},
    ...parts.map((part) => part.typed),
    ...opened.map(([, , record]) => record),
  ) as Typed;
  const seen = body.getAll(seenField).flatMap((references) => references.split(" "));
  const again = { status: 422 as const, typed: shownAgain(typed), writing, changed: null, seen };
  if (opened.length > 0) {
    const lines = opened.map(([childId]) => [`${childId}.level`, "Fill in what you decide, then record it"]);
    return { ...again, problems: problemsOf(Object.fromEntries(lines) as Record<string, string>, new Set()) };
  }
  // A child without a recommendation is decided only when something was chosen for it.
  const decided = parts.filter(({ childId, verdict }) => recommended.has(childId) || verdict !== null);
  if (decided.length === 0 && parts.length > 0) {
    const lines = parts.map(({ childId }) => [`${childId}.verdict`, "Choose this if you decide now"]);
    return { ...again, problems: problemsOf(Object.fromEntries(lines) as Record<string, string>, new Set()) };
  }
  try {
    await decideChildren(context, actor, {
      reference,
      contactIds: body.getAll("contact"),
      version: versionIn(body),
      formKey: body.get("formKey") ?? "",
      seenNewer: seen,
      children: decided.map(({ childId, draft }) => ({ childId, draft })),
    });
    return null;
  } catch (error) {
    if (error instanceof Invalid) {
      if (Object.keys(error.problems).some((field) => field.endsWith(".withoutAnswer")))
        await recordAlert(context, actor, { reference, kind: "red-unanswered" });
      const dates = new Set(
        Object.entries(writing).flatMap(([id, outcome]) => [...dateFieldsOf(outcome, `${id}.`)]),
      );
      return { ...again, problems: problemsOf(error.problems, dates) };
    }
    if (!(error instanceof Conflict)) throw error;
    return { ...again, status: 409, problems: null, changed: error.details as DecidedMeanwhile };
  }
}
