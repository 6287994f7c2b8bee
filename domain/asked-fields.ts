import { recordSchemaOf } from "./decision.ts";
import { formSections, type NamedField } from "./decision-form.ts";
import { decisionProblems, type RecordFacts } from "./decision-problems.ts";
import type { Outcome } from "./outcome.ts";

/** What decides which fields a form shows: a part of what its record is checked against. */
export type AskingFacts = Pick<
  RecordFacts,
  "earlierContacts" | "unansweredChecks" | "onPlan" | "shortNotice"
>;

export type AskedField = NamedField & {
  /** It may stay empty as things are. */
  optional: boolean;
};

/**
 * The form of one record as it is asked now: without what there is nothing to say about (a history that is not there,
 * an answer that nobody waits for), and with what may stay empty marked. What was written before is never left out.
 */
export function askedFields(
  outcome: Outcome,
  facts: AskingFacts,
  written: (name: string) => boolean,
): { title: string; fields: AskedField[] }[] {
  const idle = new Set(idleFields(facts));
  const own = recordSchemaOf(outcome, facts).shape;
  const needed = neededFields(outcome, facts);
  return formSections(outcome)
    .map(({ title, fields }) => ({
      title,
      fields: fields
        .filter(({ name }) => name in own && (!idle.has(name) || written(name)))
        // What opens under an answer is needed once that answer is given.
        .map((one) => ({ ...one, optional: !needed.has(one.name) && one.field.shownWhen === undefined })),
    }))
    .filter(({ fields }) => fields.length > 0);
}

function idleFields(facts: AskingFacts): string[] {
  return [
    ...(facts.earlierContacts === 0 ? ["historyChanges", "historyBecause"] : []),
    ...(facts.unansweredChecks === 0 ? ["goingAheadBecause"] : []),
    ...(facts.onPlan ? [] : ["formalTransfer"]),
  ];
}

/** The fields that an empty form is refused for. */
function neededFields(outcome: Outcome, facts: AskingFacts): ReadonlySet<string> {
  const settled = { harmAlleged: false, confirmedOpenCase: true, unsettled: [] };
  const invitedCore = { police: true, health: true };
  const problems = decisionProblems({ outcome }, { ...facts, ...settled, invitedCore });
  return new Set(problems.map(({ field }) => field));
}
