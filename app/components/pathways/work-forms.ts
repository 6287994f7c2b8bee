import { primaryNeeds, primaryNeedWords, toldHow } from "#domain/decision-fields";
import type { PathwayKind } from "#domain/pathway";
import { returnReasons, type RecordKind } from "#domain/pathway-records";
import {
  box,
  choices,
  clockHint,
  date,
  radios,
  select,
  sentence,
  time,
  yesOrNo,
  type WorkForm,
  type WorkFormName,
} from "./asking.ts";
import { helpForms } from "./help-forms.ts";

export type { Option, WorkField, WorkFormName } from "./asking.ts";

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
  ...helpForms,
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
  advice_episode: ["call", "safe-calling", "advice", "step-up"],
  caf_redirect: ["call", "safe-calling", "agreement", "lead", "family-contact", "step-up"],
  social_work_referral: ["allocation", "child-seen", "ended-without-assessment"],
  strategy_discussion: [],
  transfer: ["receipt"],
  case_notice: ["acknowledgement"],
};

/** Several forms stand on one page, and a field of the same name in more than one of them. */
export const idOnPage = (form: string, workId: string, field: string) => `${form}-${workId}-${field}`;

export const isWorkForm = (name: string | null): name is WorkFormName =>
  name !== null && Object.hasOwn(workForms, name);
