import { canDoItAnswers, primaryNeeds, primaryNeedWords, toldHow, yesNo } from "#domain/decision-fields";
import type { PathwayKind } from "#domain/pathway";
import {
  advisedWho,
  callResults,
  callResultWords,
  familyAnswers,
  reachedHow,
  reachedHowWords,
  returnReasons,
  type RecordKind,
} from "#domain/pathway-records";

/** The forms on a piece of work, and how they ask for each field. What they take is domain/pathway-records.ts. */

export type Option = { value: string; label: string };

export type WorkField = {
  name: string;
  label: string;
  hint?: string;
  kind: "sentence" | "box" | "radios" | "select" | "date" | "time";
  options?: readonly Option[];
  /** Asked under this answer to this question. */
  under?: { field: string; value: string };
};

export type WorkFormName = RecordKind | "accept" | "assign" | "return";

export type WorkForm = {
  title: string;
  lead?: string;
  button: string;
  /** What the page says once it is done. */
  done: string;
  fields: readonly WorkField[];
};

const choices = <const Codes extends readonly string[]>(
  codes: Codes,
  labels: Record<Codes[number], string>,
): Option[] => codes.map((value: Codes[number]) => ({ value, label: labels[value] }));

type More = Pick<WorkField, "hint" | "under">;
const field =
  (kind: WorkField["kind"]) =>
  (name: string, label: string, more: More = {}) =>
    ({ kind, name, label, ...more }) satisfies WorkField;
const [sentence, box, date, time, select] = [
  field("sentence"),
  field("box"),
  field("date"),
  field("time"),
  field("select"),
];
const radios = (name: string, label: string, options: readonly Option[], more: More = {}) =>
  ({ kind: "radios", name, label, options, ...more }) satisfies WorkField;

const yes = { under: { field: "agreement", value: "yes" } };
const no = { under: { field: "agreement", value: "no" } };
const clockHint = { hint: "Such as 3:40pm" };
const yesOrNo = choices(yesNo, { yes: "Yes", no: "No" });
const how = choices(reachedHow, reachedHowWords);

export const workForms: Record<WorkFormName, WorkForm> = {
  accept: {
    title: "Accept this work",
    lead: "You own it from then on, in your own name. Until somebody accepts it, the hub owns it.",
    button: "Accept this work",
    done: "You own this work now.",
    fields: [],
  },
  assign: {
    title: "Send it to a team",
    lead: "Its deadlines stay the ones it has.",
    button: "Send to this team",
    done: "It was sent to the team.",
    fields: [select("teamId", "Which team?")],
  },
  return: {
    title: "Return it to the hub",
    lead: "It does not vanish: a manager sends it to another team, or decides again.",
    button: "Return to the hub",
    done: "It is back with the hub. A manager sees it there.",
    fields: [
      radios(
        "reason",
        "Why does this come back?",
        choices(Object.keys(returnReasons) as Reason[], returnReasons),
      ),
      box("because", "What does the hub need to know?"),
    ],
  },
  call: {
    title: "Record a call",
    lead: "Answered or not. Try at different times of day.",
    button: "Save the call",
    done: "The call is recorded.",
    fields: [
      radios("result", "What came of the call?", choices(callResults, callResultWords)),
      box("note", "Anything to remember (optional)"),
    ],
  },
  advice: {
    title: "Record advice given",
    button: "Save the advice",
    done: "The advice is recorded.",
    fields: [
      radios(
        "advisedWho",
        "Who was advised?",
        choices(advisedWho, {
          family: "The family",
          referrer: "The referrer",
          professional: "Another professional",
        }),
      ),
      sentence("advisedName", "Their name"),
      radios("advisedHow", "How were they advised?", how),
      box("advice", "What were they advised?"),
      sentence("service", "Which service can help?", { hint: "If there is none, say so" }),
      sentence("namedPerson", "Is there a named person to go to? (optional)"),
      radios(
        "canDoIt",
        "Did they say that they can do it?",
        choices(canDoItAnswers, { yes: "Yes", no: "No", not_asked: "Not asked" }),
      ),
      radios("safeContact", "Is it checked how it is safe to reach them?", [
        { value: "checked", label: "Yes, checked" },
        { value: "not_needed", label: "Not needed, nothing is sent to the family" },
      ]),
      sentence("comeBack", "When should they come back to us? (optional)"),
      radios("finished", "Is this work finished?", yesOrNo),
    ],
  },
  agreement: {
    title: "Record whether the family agrees",
    lead: "If the family says no, this goes back to a manager at once, who looks at the risk again.",
    button: "Save the answer",
    done: "The family’s answer is recorded.",
    fields: [
      radios(
        "agreement",
        "Does the family agree to help?",
        choices(familyAnswers, { yes: "Yes", not_yet: "Not yet", no: "No" }),
      ),
      sentence("agreedBy", "Who in the family agreed?", yes),
      date("agreedOn", "When did they agree?", yes),
      radios("agreedHow", "How did they agree?", how, yes),
      box("agreedTo", "What did they agree to?", yes),
      box("familyWants", "What does the family want? (optional)", yes),
      box("needs", "What help is needed?", yes),
      box("strengths", "What is going well?", yes),
      sentence("lead", "Who leads the help?", { ...yes, hint: "If nobody does yet, say so" }),
      select("leadOrganisationId", "Which organisation do they work for? (optional)", yes),
      box("stepUp", "What would mean coming back to us? (optional)", yes),
      box("refusedBecause", "What did they say?", no),
    ],
  },
  "family-contact": {
    title: "Record that the family was spoken to",
    lead: "This closes the work: somebody else helps the family from here.",
    button: "Save and close",
    done: "The family was spoken to, and the work is closed.",
    fields: [
      date("contactedOn", "On which date did you speak to them?"),
      time("contactedAt", "At what time?", clockHint),
      sentence("spokeTo", "Whom did you speak to?"),
      radios("contactedHow", "How did you speak to them?", how),
      sentence("handedTo", "Who helps the family from here?", { hint: "A person who has said yes, by name" }),
      box("next", "What happens next?"),
      date("reviewOn", "When is it reviewed? (optional)"),
    ],
  },
  allocation: {
    title: "Give the child to a worker",
    lead: "Who is in the list has an account here, and hears of it by email. Giving the child to somebody else later keeps what was written.",
    button: "Save the worker",
    done: "The worker and the first visit are recorded.",
    fields: [
      select("workerId", "Which worker of the team has the child?", {
        hint: "With the children whom they have now. Leave it empty for somebody who is not in the list",
      }),
      sentence("worker", "The name of a worker who is not in the list (optional)"),
      date("firstVisitOn", "First visit on which date?"),
      time("firstVisitAt", "First visit by what time?", clockHint),
      radios("need", "What is the main need? (optional)", choices(primaryNeeds, primaryNeedWords)),
      box("questions", "What should the assessment answer? (optional)"),
    ],
  },
  "child-seen": {
    title: "Record that the child was seen",
    button: "Save",
    done: "It is recorded that the child was seen.",
    fields: [
      date("seenOn", "On which date was the child seen?"),
      time("seenAt", "At what time?", clockHint),
      sentence("seenBy", "Who saw the child?"),
      radios("seenAlone", "Was the child seen alone?", yesOrNo),
      box("said", "What did the child say?", { hint: "Use their words. If you do not know, say why" }),
    ],
  },
  "ended-without-assessment": {
    title: "End it without an assessment",
    lead: "You sign this, and the work closes.",
    button: "Sign and close",
    done: "The work is closed without an assessment.",
    fields: [box("because", "Why is there no assessment?"), box("childSafe", "What keeps the child safe?")],
  },
  receipt: {
    title: "Confirm that the other council has it",
    lead: "Until they confirm it, the child is ours.",
    button: "Confirm receipt",
    done: "Receipt is confirmed, and the transfer is closed.",
    fields: [
      sentence("receivedBy", "Who there confirmed it?", { hint: "Their name" }),
      date("receivedOn", "On which date?"),
      time("receivedAt", "At what time?", clockHint),
      sentence("receivedHow", "How did they confirm it?"),
    ],
  },
  acknowledgement: {
    title: "Record that the worker acknowledged it",
    button: "Save and close",
    done: "The worker’s acknowledgement is recorded.",
    fields: [
      sentence("acknowledgedBy", "Which worker acknowledged it?"),
      date("acknowledgedOn", "On which date?"),
      time("acknowledgedAt", "At what time?", clockHint),
      radios(
        "acknowledgedHow",
        "How were they told?",
        choices(toldHow, { phone: "By phone", portal: "In this portal" }),
      ),
      box("next", "What does the worker do next?"),
    ],
  },
};

type Reason = keyof typeof returnReasons;

/** What is written on each kind of work. A strategy discussion has pages of its own. */
export const recordsOn: Record<PathwayKind, readonly RecordKind[]> = {
  advice_episode: ["call", "advice"],
  caf_redirect: ["call", "agreement", "family-contact"],
  social_work_referral: ["allocation", "child-seen", "ended-without-assessment"],
  strategy_discussion: [],
  transfer: ["receipt"],
  case_notice: ["acknowledgement"],
};

/** Several forms stand on one page, and a field of the same name in more than one of them. */
export const idOnPage = (form: string, workId: string, field: string) => `${form}-${workId}-${field}`;

export const isWorkForm = (name: string | null): name is WorkFormName =>
  name !== null && Object.hasOwn(workForms, name);
