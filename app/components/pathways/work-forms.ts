import { toldHow } from "#domain/decision-fields";
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
import { socialWorkForms } from "./social-work-forms.ts";

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
  ...socialWorkForms,
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
      sentence("actedInstead", "If the worker is away, who acts instead? (optional)"),
      box("next", "What do they do next?"),
      radios("strategyNow", "Does this need a strategy discussion now?", yesOrNo, {
        hint: "If it does, it goes back to a manager at once, who calls one",
      }),
    ],
  },
  refusal: {
    title: "Record that the other council refuses it",
    lead: "It goes back to a manager at once, who decides again. Until then the child is ours.",
    button: "Save the refusal",
    done: "The refusal is recorded. A manager decides again.",
    fields: [
      sentence("refusedBy", "Who there refused it?", { hint: "Their name" }),
      date("refusedOn", "On which date?"),
      time("refusedAt", "At what time?", clockHint),
      box("because", "Why do they refuse it?"),
      box("childSafe", "What keeps the child safe until it is decided again?"),
    ],
  },
};

type Reason = keyof typeof returnReasons;

/** What is written on each kind of work. A strategy discussion has pages of its own. */
export const recordsOn: Record<PathwayKind, readonly RecordKind[]> = {
  advice_episode: ["call", "safe-calling", "advice", "step-up"],
  caf_redirect: ["call", "safe-calling", "agreement", "lead", "family-contact", "step-up"],
  social_work_referral: [
    ...(["allocation", "consent", "child-seen", "review", "assessment"] as const),
    ...(["ending", "ended-without-assessment"] as const),
  ],
  strategy_discussion: [],
  transfer: ["receipt", "refusal"],
  case_notice: ["acknowledgement"],
};

/** Several forms stand on one page, and a field of the same name in more than one of them. */
export const idOnPage = (form: string, workId: string, field: string) => `${form}-${workId}-${field}`;

export const isWorkForm = (name: string | null): name is WorkFormName =>
  name !== null && Object.hasOwn(workForms, name);
