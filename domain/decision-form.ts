import { noticeSchema, recordSchemas } from "./decision.ts";
import {
  agreements,
  canDoItAnswers,
  informationKinds,
  newOrSame,
  parentsTold,
  primaryNeeds,
  primaryNeedWords,
  protections,
  safeContactAnswers,
  toldHow,
  urgencies,
  yesNo,
  yesOnly,
} from "./decision-fields.ts";
import type { Outcome } from "./outcome.ts";
import { inSections } from "./record-sections.ts";
import { longDate } from "./time-words.ts";

/** How the recommendation and decision forms ask for each field. Which fields an outcome has is decision.ts. */

type Option = { value: string; label: string; hint?: string };

export type FormField = {
  label: string;
  hint?: string;
  /**
   * level and organisations get their options from the page: one is a setting, the other a directory. Every option
   * starts unchosen.
   */
  kind: "sentence" | "box" | "radios" | "checkboxes" | "date" | "time" | "level" | "organisations";
  options?: readonly Option[];
  /** Shown only once this field has this answer; without JavaScript it is always there. */
  shownWhen?: { field: string; value: string };
};

/** Labels in the order of their codes, so that a code without words does not compile. */
const choices = <const Codes extends readonly string[]>(
  codes: Codes,
  labels: Record<Codes[number], string>,
): Option[] => codes.map((value: Codes[number]) => ({ value, label: labels[value] }));

const yesOrNo = choices(yesNo, { yes: "Yes", no: "No" });
const box = (label: string, hint?: string): FormField => ({ kind: "box", label, ...(hint ? { hint } : {}) });
const sentence = (label: string, hint?: string): FormField => ({ ...box(label, hint), kind: "sentence" });
const radios = (label: string, options: Option[]): FormField => ({ kind: "radios", label, options });
const when = (field: string, value: string, one: FormField): FormField => ({
  ...one,
  shownWhen: { field, value },
});
const date = (label: string, hint?: string): FormField => ({ ...box(label, hint), kind: "date" });

export const formFields: Record<string, FormField> = {
  level: { kind: "level", label: "Level of need" },
  reason: sentence("Why, in one sentence", "This is what shows in the queue"),
  whyNotHigher: box("Why not a higher step?"),
  whyNotLower: box("Why not a lower step?"),
  childsLife: box(
    "What is life like for the child?",
    "Write it so the young person could read it at 18. If you do not know, say why",
  ),
  childSays: box("What do they say they want?", "Use their words. If you do not know, say why"),
  historyChanges: radios("Does the history change your view?", yesOrNo),
  historyBecause: box("Why does it, or why not?"),
  goingAheadBecause: box("Why go ahead without the answers that are missing?"),
  parentsTold: radios(
    "Have the parents or carers been told?",
    choices(parentsTold, { told: "Yes", not_told: "No" }),
  ),
  notToldBecause: when("parentsTold", "not_told", box("Why have they not been told?")),
  parentsViews: box("What do they say?"),
  whoTells: box("Who tells them, and when?"),
  agreement: radios(
    "Does the family agree to help?",
    choices(agreements, {
      yes: "Yes",
      no: "No",
      not_needed: "Not needed, this is to protect a child",
      not_asked: "Not asked yet",
    }),
  ),
  notAskedBecause: when("agreement", "not_asked", box("Why have they not been asked?")),
  safeNow: box("What keeps the child safe until the next step?", "Who sees them, and when"),
  lookAgain: sentence("What would make us look again?", "Shown if the family comes back"),
  equality: box("Is there anything that shapes how we respond?", "Such as language, disability or faith"),
  feedback: box("What should the referrer be told?", "Leave this empty to send the usual message"),
  noFeedbackBecause: box("If the referrer should hear nothing, why?"),
  informationKind: radios(
    "What kind of information is this?",
    choices(informationKinds, {
      duplicate: "We have been told this already",
      no_concern: "Nothing to worry about was found",
      noted: "Information noted",
      cannot_identify: "The child could not be identified",
    }),
  ),
  line: sentence("One line about this child", "What the notice says about them"),
  historyRead: {
    kind: "checkboxes",
    label: "Have you read what is known?",
    options: choices(yesOnly, { yes: "I have read the earlier contacts and matches, or there are none" }),
  },
  whatWasTried: when("informationKind", "cannot_identify", box("What was tried to find the child?")),
  adviceTo: box("Who is to be advised?", "And how it is safe to reach them"),
  advice: box("What should they be advised?"),
  services: box("Which services are named?"),
  namedPerson: radios("Is there a named person to go to?", yesOrNo),
  canDoIt: radios(
    "Did they say that they can do it?",
    choices(canDoItAnswers, { yes: "Yes", no: "No", not_asked: "Not asked" }),
  ),
  comeBack: box("When should they come back to us?"),
  safeContact: radios(
    "Is it checked how it is safe to reach them?",
    choices(safeContactAnswers, {
      checked: "Yes, checked",
      not_needed: "Not needed, nothing is sent to the family",
    }),
  ),
  agreedBy: when("agreement", "yes", box("Who agreed?")),
  agreedOn: when("agreement", "yes", date("When did they agree?")),
  agreedHow: when("agreement", "yes", box("How did they agree?")),
  agreedTo: when("agreement", "yes", box("What did they agree to?")),
  askFirstBy: when("agreement", "not_asked", date("By when is the family asked?")),
  familyWants: box("What does the family want?"),
  needs: box("What help is needed?"),
  strengths: box("What is going well?"),
  leadPractitioner: box("Who could lead?"),
  stepUp: box("What would mean coming back to us?"),
  stayInvolved: radios("Is the referrer asked to stay involved?", yesOrNo),
  primaryNeed: radios("What is the main need?", choices(primaryNeeds, primaryNeedWords)),
  questions: box("What should the assessment answer?"),
  firstVisitBy: date("First visit by"),
  workerRisks: box("What should a worker know before a visit?", "If nothing is known, say so"),
  earlierAssessment: box("Is there an earlier assessment?"),
  harmSuspected: box("What harm is suspected?", "What, when and to whom"),
  protection: {
    kind: "checkboxes",
    label: "What protects the child now?",
    options: choices(protections, {
      police_powers: "Police powers",
      hospital: "In hospital",
      parent_agreement: "Agreed with a parent",
      legal_advice: "Legal advice asked for",
      none_yet: "Nothing yet",
    }),
  },
  protectionDetail: box("More about that"),
  urgency: radios(
    "How soon?",
    choices(urgencies, { now: "Now", today: "Today", within_24_hours: "Within 24 hours" }),
  ),
  invited: {
    kind: "organisations",
    label: "Who is invited?",
    hint: "Police and health always, with whoever knows the child",
  },
  coreMissingBecause: box("If police or health are not invited, why?"),
  receivingCouncil: box("Which council is responsible?"),
  acceptedBy: box("Who there accepted by phone?", "Their name"),
  acceptedOn: date("On which date?"),
  acceptedAt: { ...box("At what time?", "Such as 3:40pm"), kind: "time" },
  whyResponsible: box("Why are they responsible?"),
  protectsNow: box("Who protects the child now?", "The area where the child is acts first"),
  sentHow: box("How was it sent?"),
  whatSent: box("What was sent?"),
  policeAndHealthTold: radios("Were police and health in both areas told?", yesOrNo),
  ifRefused: box("What if they refuse?"),
  formalTransfer: box("How is the formal transfer made?", "Only for a child on a plan or under section 47"),
  worker: box("Which worker has the child?"),
  team: box("In which team?"),
  toldHow: radios(
    "How is the worker told?",
    choices(toldHow, { phone: "By phone", portal: "In this portal" }),
  ),
  workerAway: box("If the worker is away, who acted?"),
  newOrSame: radios("Is this a new risk?", choices(newOrSame, { new: "New", same: "The same as before" })),
  strategyNow: radios("Is a strategy discussion needed now?", yesOrNo),
};

export type NamedField = { name: string; field: FormField };

/** Every field that a record of this outcome can have; what is asked of one contact is asked-fields.ts. */
const fieldNames = (outcome: Outcome): string[] => {
  const names = Object.keys(recordSchemas[outcome].shape);
  const short = outcome === "information_only" ? Object.keys(noticeSchema.shape) : [];
  return [...new Set([...names, ...short])];
};

/** The fields of one outcome's form under their headings, in the order in which they are asked and read. */
export function formSections(outcome: Outcome): { title: string; fields: NamedField[] }[] {
  return inSections(fieldNames(outcome)).map(({ title, names }) => ({
    title,
    fields: names.flatMap((name) => {
      const field = formFields[name];
      return field === undefined ? [] : [{ name, field }];
    }),
  }));
}

/** The same fields in one row. */
export const formOf = (outcome: Outcome): NamedField[] =>
  formSections(outcome).flatMap(({ fields }) => fields);

/**
 * What was written, as label and words, for the workspace and the timeline. Empty fields are left out.
 * @param organisations what the ids of those who are invited are called; without it they are left out
 */
export function recordInWords(
  outcome: Outcome,
  record: Readonly<Record<string, unknown>>,
  organisations: readonly { id: string; name: string }[] = [],
): { label: string; words: string }[] {
  return formOf(outcome).flatMap(({ name, field }) => {
    const value = record[name];
    const values = (Array.isArray(value) ? value : [value])
      .filter((one) => typeof one === "string" || typeof one === "number")
      .map(String)
      .filter((one) => one !== "");
    const words = values.flatMap((one) => wordsFor(field, one, organisations));
    return words.length === 0 ? [] : [{ label: field.label, words: words.join(", ") }];
  });
}

function wordsFor(
  { kind, options }: FormField,
  value: string,
  organisations: readonly { id: string; name: string }[],
): string[] {
  // Levels have names that only the page knows.
  if (kind === "level") return [];
  if (kind === "organisations") return organisations.filter(({ id }) => id === value).map(({ name }) => name);
  if (kind === "date") return [longDate(value)];
  return [options?.find((option) => option.value === value)?.label ?? value];
}
