import {
  assessmentOutcomes,
  assessmentOutcomeWords,
  closureReasons,
  closureReasonWords,
  consents,
  consentWords,
} from "#domain/assessment";
import { primaryNeeds, primaryNeedWords } from "#domain/decision-fields";
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
} from "./asking.ts";

/** What is written on a social-work referral, from the worker to the end. */
export const socialWorkForms = {
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
  consent: {
    title: "Record whether the family agrees to the assessment",
    button: "Save the answer",
    done: "The family’s answer is recorded.",
    fields: [
      radios("answer", "What did the family say?", choices(consents, consentWords)),
      sentence("who", "Who agreed?", { under: { field: "answer", value: "given" } }),
      date("on", "On which date?", { under: { field: "answer", value: "given" } }),
      box("because", "If they do not agree or were not asked, why does it go on? (optional)", {
        hint: "Needed unless they agree",
      }),
    ],
  },
  review: {
    title: "Record a review of the assessment",
    lead: "Each is done, or explained.",
    button: "Save the review",
    done: "The review is recorded.",
    fields: [
      radios("which", "Which review?", [
        { value: "first", label: "The first" },
        { value: "second", label: "The second" },
      ]),
      radios("held", "Was the assessment reviewed?", [
        { value: "done", label: "Yes" },
        { value: "not_done", label: "No" },
      ]),
      box("found", "What did the review find, and what changes?", {
        under: { field: "held", value: "done" },
      }),
      box("because", "Why was there none, and how does the assessment go on?", {
        under: { field: "held", value: "not_done" },
      }),
    ],
  },
  assessment: {
    title: "Record what the assessment found",
    lead: "The assessment ends with it. The work stays open until it is closed with a reason.",
    button: "Save the outcome",
    done: "The outcome of the assessment is recorded.",
    fields: [
      radios("outcome", "What did it find?", choices(assessmentOutcomes, assessmentOutcomeWords)),
      date("finishedOn", "On which date was it finished?"),
      box("found", "What was found, and what happens next?"),
      box("childSays", "What does the child say about it?", {
        hint: "Use their words. If you do not know, say why",
      }),
    ],
  },
  ending: {
    title: "Close it",
    lead: "For the manager of the team. Stepping down to early help closes nothing: a manager of the hub decides on it, and what was written stays.",
    button: "Sign and close",
    done: "The work is closed, or back with a manager of the hub.",
    fields: [
      radios("why", "Why is it closed?", choices(closureReasons, closureReasonWords)),
      box("told", "Who told the family, and what?"),
    ],
  },
  "ended-without-assessment": {
    title: "End it without an assessment",
    lead: "You sign this, and the work closes.",
    button: "Sign and close",
    done: "The work is closed without an assessment.",
    fields: [box("because", "Why is there no assessment?"), box("childSafe", "What keeps the child safe?")],
  },
} as const satisfies Record<string, WorkForm>;
