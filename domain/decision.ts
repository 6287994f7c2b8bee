import { z } from "zod";
import {
  agreements,
  box,
  canDoItAnswers,
  dateField,
  informationKinds,
  levelField,
  maybe,
  maybeDate,
  maybeOneOf,
  newOrSame,
  oneOf,
  parentsTold,
  primaryNeeds,
  protections,
  safeContactAnswers,
  sentence,
  ticks,
  timeField,
  toldHow,
  urgencies,
  yesNo,
  yesOnly,
} from "./decision-fields.ts";
import type { Outcome } from "./outcome.ts";

/**
 * What is written for one child, whatever the outcome. "maybe" boxes become needed through facts (decision-problems.ts):
 * the history when there are earlier contacts, a reason when a check went unanswered.
 */
const everyRecord = {
  level: levelField,
  reason: sentence("Say in one sentence why"),
  childsLife: box("Say what life is like for the child, or why you do not know"),
  childSays: maybe(),
  historyChanges: maybeOneOf(yesNo),
  historyBecause: maybe(),
  goingAheadBecause: maybe(),
  parentsTold: oneOf(parentsTold, "Say whether the parents or carers have been told"),
  notToldBecause: maybe(),
  parentsViews: maybe(),
  whoTells: maybe(),
  agreement: oneOf(agreements, "Say whether the family agrees to help"),
  notAskedBecause: maybe(),
  lookAgain: sentence("Say what would make us look again"),
  equality: maybe(),
  /** Empty means the standard message of the outcome. */
  feedback: maybe(),
  noFeedbackBecause: maybe(),
};

const notHigher = { whyNotHigher: box("Say why not a higher step") };
const notLower = { whyNotLower: box("Say why not a lower step") };
const safeNow = { safeNow: box("Say what keeps the child safe until the next step, and who sees them") };

/** What each outcome asks for beside that. Every required piece says in plain words what is missing. */
export const recordSchemas = {
  information_only: z.object({
    ...everyRecord,
    ...notHigher,
    whyNotLower: maybe(),
    safeNow: maybe(),
    // Nobody is going to help, so there is nothing to agree to; what the family said is kept where they said it.
    agreement: maybeOneOf(agreements),
    informationKind: oneOf(informationKinds, "Say what kind of information this is"),
    whatWasTried: maybe(),
  }),
  advice: z.object({
    ...everyRecord,
    ...notHigher,
    ...notLower,
    ...safeNow,
    adviceTo: box("Say who is to be advised, and how to reach them"),
    advice: box("Say what to advise"),
    services: maybe(),
    namedPerson: oneOf(yesNo, "Say whether you name a person to go to"),
    canDoIt: oneOf(canDoItAnswers, "Say whether they told us that they can do it"),
    comeBack: maybe(),
    safeContact: oneOf(safeContactAnswers, "Check how it is safe to reach them before anything is sent"),
  }),
  family_caf: z.object({
    ...everyRecord,
    ...notHigher,
    ...notLower,
    ...safeNow,
    agreedBy: maybe(),
    agreedOn: maybeDate(),
    agreedHow: maybe(),
    agreedTo: maybe(),
    askFirstBy: maybeDate(),
    familyWants: box("Say what the family wants"),
    needs: box("Say what help is needed"),
    strengths: box("Say what is going well"),
    leadPractitioner: maybe(),
    stepUp: box("Say what would mean coming back to us"),
    stayInvolved: oneOf(yesNo, "Say whether the referrer is asked to stay involved"),
  }),
  assessment: z.object({
    ...everyRecord,
    ...notHigher,
    ...notLower,
    ...safeNow,
    childSays: box("Say what the child says they want, or why you do not know"),
    primaryNeed: oneOf(primaryNeeds, "Choose the main need"),
    questions: box("Say what the assessment should answer"),
    firstVisitBy: dateField("Enter the date for a first visit"),
    workerRisks: box("Say what a worker should know before a visit, or that nothing is known"),
    whoTells: box("Say who tells the family, and when"),
    earlierAssessment: maybe(),
  }),
  strategy_discussion: z.object({
    ...everyRecord,
    whyNotHigher: maybe(),
    ...notLower,
    ...safeNow,
    childSays: box("Say what the child says they want, or why you do not know"),
    harmSuspected: box("Say what harm is suspected, when and to whom"),
    protection: ticks(protections).refine((chosen) => chosen.length > 0, "Say what protects the child now"),
    protectionDetail: maybe(),
    urgency: oneOf(urgencies, "Say how soon the discussion is needed"),
    /** Organisation ids. Which ones there are is not this file's business. */
    invited: z
      .union([z.string().transform((one) => (one === "" ? [] : [one])), z.array(z.string())])
      .default(() => [])
      .refine((chosen) => chosen.length > 0, "Choose who is invited"),
    coreMissingBecause: maybe(),
  }),
  transfer: z.object({
    ...everyRecord,
    whyNotHigher: maybe(),
    whyNotLower: maybe(),
    ...safeNow,
    receivingCouncil: box("Say which council is responsible"),
    acceptedBy: box("Give the name of the person there who accepted by phone"),
    acceptedOn: dateField("Enter the date on which they accepted"),
    acceptedAt: timeField("Enter the time at which they accepted"),
    whyResponsible: box("Say why they are responsible"),
    protectsNow: box("Say who protects the child now; it is the area where the child is"),
    sentHow: box("Say how it was sent"),
    whatSent: box("Say what was sent"),
    policeAndHealthTold: oneOf(yesNo, "Say whether police and health in both areas were told"),
    ifRefused: box("Say what happens to the child if they refuse"),
    formalTransfer: maybe(),
  }),
  already_open: z.object({
    ...everyRecord,
    whyNotHigher: maybe(),
    whyNotLower: maybe(),
    ...safeNow,
    worker: box("Say which worker has the child"),
    team: maybe(),
    toldHow: oneOf(toldHow, "Say how the worker is told"),
    urgency: oneOf(urgencies, "Say how soon the worker must act"),
    workerAway: maybe(),
    newOrSame: oneOf(newOrSame, "Say whether this is a new risk or the same one"),
    strategyNow: oneOf(yesNo, "Say whether a strategy discussion is needed now"),
  }),
} as const satisfies Record<Outcome, z.ZodObject>;

/**
 * The short record of a police notice that ends as information and needs no manager: a line about the child and the
 * history ticked as read. Seventy of them come in a morning, and a long form is filled with nothing.
 */
export const noticeSchema = z.object({
  level: levelField,
  reason: sentence("Say in one sentence why"),
  line: sentence("Write one line about this child"),
  historyRead: ticks(yesOnly).refine(
    (chosen) => chosen.length > 0,
    "Read the history and tick that you have",
  ),
  goingAheadBecause: maybe(),
  feedback: maybe(),
  noFeedbackBecause: maybe(),
});

/** Which schema a record of this outcome has to fit. */
export const recordSchemaOf = (outcome: Outcome, { shortNotice }: { shortNotice: boolean }) =>
  outcome === "information_only" && shortNotice ? noticeSchema : recordSchemas[outcome];

export type Records = { [O in Outcome]: z.infer<(typeof recordSchemas)[O]> };

/** What is written for one child: the outcome with its own record. */
export type DecisionRecord =
  | { [O in Outcome]: { outcome: O; record: Records[O] } }[Outcome]
  | { outcome: "information_only"; record: z.infer<typeof noticeSchema> };

/** What a manager does with a recommendation for one child. Nothing is chosen beforehand. */
export const verdicts = ["agree", "agree_with_changes", "decide_something_else", "send_back"] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictWords: Record<Verdict, string> = {
  agree: "Agree",
  agree_with_changes: "Agree with changes",
  decide_something_else: "Decide something else",
  send_back: "Send back with a question",
};

/** The manager's part of the form; `reason` is their own sentence, `pattern` their comment on repeat contacts. */
export const verdictSchema = z.object({
  verdict: oneOf(verdicts, "Choose what to do with this recommendation"),
  ownReason: maybe(),
  pattern: maybe(),
  question: maybe(),
  /** Ticked on the page that stops whoever ends a Red contact before an agency has answered. */
  withoutAnswer: ticks(yesOnly),
});
export type VerdictRecord = z.infer<typeof verdictSchema>;

/** Why a decision is replaced by a new one, in the manager's own words. */
export const correctionReason = box("Say why the decision is put right");
