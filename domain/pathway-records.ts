import { z } from "zod";
import { callResults, type CallResult } from "./call-attempts.ts";
import { assessmentRecords, needed } from "./assessment-records.ts";
import {
  box,
  canDoItAnswers,
  dateField,
  maybe,
  maybeDate,
  maybeOneOf,
  maybeTime,
  oneOf,
  primaryNeeds,
  safeContactAnswers,
  sentence,
  timeField,
  toldHow,
  yesNo,
} from "./decision-fields.ts";
import { dangerAnswers } from "./intake.ts";
import { startAnswers, type PathwayKind, type ReturnReason } from "./pathway.ts";

/** What is written on a pathway by whoever owns it. Every form is one schema; its messages are what the page says. */

export const reachedHow = ["phone", "in_person", "video", "email", "letter"] as const;
export const reachedHowWords: Record<(typeof reachedHow)[number], string> = {
  phone: "By phone",
  in_person: "In person",
  video: "By video call",
  email: "By email",
  letter: "By letter",
};

export const callResultWords: Record<CallResult, string> = {
  no_answer: "No answer",
  left_message: "Left a message that says nothing about why",
  asked_to_call_later: "They asked us to call later",
  reached: "Spoke to them",
};

export const advisedWho = ["family", "referrer", "professional"] as const;
/** What a named person outside the team says to leading the help. */
export const leadAnswers = ["accepted", "declined"] as const;
export const familyAnswers = ["yes", "not_yet", "no"] as const;

export const recordForms = {
  call: z
    .object({
      /** Both empty: just now. */
      calledOn: maybeDate(),
      calledAt: maybeTime(),
      result: oneOf(callResults, "Say what came of the call"),
      safeBecause: maybe(),
      note: maybe(),
    })
    .superRefine(({ calledOn, calledAt }, context) => {
      const add = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (calledOn !== "" && calledAt === "") add("calledAt", "Enter the time of the call as well");
      if (calledOn === "" && calledAt !== "") add("calledOn", "Enter the date of the call as well");
    }),
  "safe-calling": z
    .object({
      number: sentence("Write the number that is safe to call"),
      from: maybeTime(),
      until: maybeTime(),
      message: oneOf(yesNo, "Say whether it is safe to leave a message"),
      saidBy: sentence("Say who told you so"),
    })
    .superRefine(({ from, until }, context) => {
      const add = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (from !== "" && until === "") add("until", "Enter until when it is safe");
      if (from === "" && until !== "") add("from", "Enter from when it is safe");
    }),
  advice: z.object({
    advisedWho: oneOf(advisedWho, "Say who was advised"),
    advisedName: sentence("Give the name of who was advised"),
    advisedHow: oneOf(reachedHow, "Say how they were advised"),
    advice: box("Say what was advised"),
    service: sentence("Name the service that can help, or say that there is none"),
    namedPerson: maybe(),
    canDoIt: oneOf(canDoItAnswers, "Say whether they told us that they can do it"),
    safeContact: oneOf(safeContactAnswers, "Check how it is safe to reach them before anything is sent"),
    comeBack: maybe(),
    finished: oneOf(yesNo, "Say whether this work is finished"),
  }),
  agreement: z
    .object({
      agreement: oneOf(familyAnswers, "Say whether the family agrees"),
      agreedBy: maybe(),
      agreedOn: maybeDate(),
      agreedHow: maybeOneOf(reachedHow),
      agreedTo: maybe(),
      familyWants: maybe(),
      needs: maybe(),
      strengths: maybe(),
      lead: maybe(),
      leadOrganisationId: maybe(),
      stepUp: maybe(),
      askBy: maybeDate(),
      refusedBecause: maybe(),
    })
    .superRefine((record, context) => {
      const ask = (fields: Record<string, string>) =>
        needed(record, fields, (issue) => context.addIssue(issue));
      if (record.agreement === "no")
        ask({ refusedBecause: "Say what they said, so that a manager can look again" });
      if (record.agreement === "not_yet") ask({ askBy: "Enter the date by which they are asked again" });
      if (record.agreement !== "yes") return;
      ask({
        agreedBy: "Say who in the family agreed",
        agreedOn: "Enter the date on which they agreed",
        agreedHow: "Say how they agreed",
        agreedTo: "Say what they agreed to",
        needs: "Say what help is needed",
        strengths: "Say what is going well",
        lead: "Name the person who leads the help, or say that nobody does yet",
      });
    }),
  lead: z
    .object({
      answer: oneOf(leadAnswers, "Say what they answered"),
      name: sentence("Name the person who was asked to lead"),
      leadOrganisationId: maybe(),
      answeredOn: dateField("Enter the date on which they answered"),
      answeredHow: oneOf(reachedHow, "Say how they answered"),
      declinedBecause: maybe(),
    })
    .superRefine(({ answer, declinedBecause }, context) => {
      if (answer === "declined" && declinedBecause === "")
        context.addIssue({
          ...{ code: "custom", path: ["declinedBecause"] },
          message: "Say why, so that somebody else can be asked",
        });
    }),
  "family-contact": z.object({
    contactedOn: dateField("Enter the date on which you spoke to the family"),
    contactedAt: timeField("Enter the time at which you spoke to the family"),
    spokeTo: sentence("Say whom you spoke to"),
    contactedHow: oneOf(reachedHow, "Say how you spoke to them"),
    handedTo: sentence("Name the person who helps the family from here"),
    handedOverBy: sentence("Name the person who introduced them"),
    next: box("Say what happens next"),
    reviewOn: maybeDate(),
  }),
  "did-it-start": z
    .object({
      started: oneOf(startAnswers, "Say whether the help has begun"),
      saidBy: sentence("Say who told you so"),
      because: maybe(),
    })
    .superRefine(({ started, because }, context) => {
      if (started !== "yes" && because === "")
        context.addIssue({ code: "custom", path: ["because"], message: "Say what stands in the way" });
    }),
  "step-up": z.object({
    danger: oneOf(dangerAnswers, "Say whether a child is in danger right now"),
    learned: box("Say what you learned"),
  }),
  allocation: z
    .object({
      /** Of the team, where they use this service; otherwise their name is written. */
      workerId: z.union([z.literal(""), z.uuid()], "Choose a worker from the list").default(""),
      worker: maybe(),
      firstVisitOn: dateField("Enter the date of the first visit"),
      firstVisitAt: timeField("Enter the time by which the child is visited"),
      need: maybeOneOf(primaryNeeds),
      questions: maybe(),
    })
    .superRefine(({ workerId, worker }, context) => {
      const say = (message: string) => context.addIssue({ code: "custom", path: ["worker"], message });
      if (workerId === "" && worker === "") say("Choose a worker above, or give the name of one");
      if (workerId !== "" && worker !== "") say("Choose a worker or give a name, not both");
      if (worker.length > 200) say("Use 200 characters or fewer");
    }),
  "child-seen": z.object({
    seenOn: dateField("Enter the date on which the child was seen"),
    seenAt: timeField("Enter the time at which the child was seen"),
    seenBy: sentence("Say who saw the child"),
    seenAlone: oneOf(yesNo, "Say whether the child was seen alone"),
    said: box("Say what the child said, or why you do not know"),
  }),
  ...assessmentRecords,
  "ended-without-assessment": z.object({
    because: box("Say why there is no assessment"),
    childSafe: box("Say what keeps the child safe"),
  }),
  receipt: z.object({
    receivedBy: sentence("Name the person there who confirmed it"),
    receivedOn: dateField("Enter the date on which they confirmed it"),
    receivedAt: timeField("Enter the time at which they confirmed it"),
    receivedHow: sentence("Say how they confirmed it"),
  }),
  acknowledgement: z.object({
    acknowledgedBy: sentence("Give the name of the worker who acknowledged it"),
    acknowledgedOn: dateField("Enter the date on which they acknowledged it"),
    acknowledgedAt: timeField("Enter the time at which they acknowledged it"),
    acknowledgedHow: oneOf(toldHow, "Say how they were told"),
    /** The worker was away, and somebody else acts. */
    actedInstead: maybe(),
    next: box("Say what the worker does next"),
    strategyNow: oneOf(yesNo, "Say whether a strategy discussion is needed now"),
  }),
  refusal: z.object({
    refusedBy: sentence("Name the person there who refused it"),
    refusedOn: dateField("Enter the date on which they refused it"),
    refusedAt: timeField("Enter the time at which they refused it"),
    because: box("Say why they refuse it"),
    childSafe: box("Say what keeps the child safe until it is decided again"),
  }),
} as const;

export type RecordKind = keyof typeof recordForms;
/** Everything that is written on a piece of work; what was said in a strategy discussion has its own form. */
export const entryKinds = [
  ...(Object.keys(recordForms) as RecordKind[]),
  ...(["strategy-record", "assessment-received"] as const),
];
export type RecordOf<K extends RecordKind> = z.infer<(typeof recordForms)[K]>;

export const returnReasons: Record<ReturnReason, string> = {
  refused: "The family said no",
  withdrawn: "The family changed its mind",
  unreachable: "The family could not be reached",
  more_worrying: "We learned something more worrying",
  wrong_team: "Another team should have this",
  wrong_area: "The child lives in another team's area",
  wrong_age: "The child is not of an age that this team takes",
  wrong_need: "A team for this need should have this",
  step_down: "The assessment found that early help is enough",
  strategy_needed: "It needs a strategy discussion now",
  refused_there: "The other council refuses it",
  held_elsewhere: "Another team works with this family already",
  not_started: "The help never began",
  owner_left: "Whoever had it can do it no more",
};

const routingReasons = ["wrong_area", "wrong_age", "wrong_need", "held_elsewhere"] as const;
const helpReasons = ["refused", "withdrawn", "unreachable", "more_worrying", "wrong_team"] as const;

/** What each kind of work may be returned for; a strategy discussion, a transfer and a notice never are. */
export const returnableFor: Record<PathwayKind, readonly [ReturnReason, ...ReturnReason[]] | null> = {
  advice_episode: helpReasons,
  caf_redirect: helpReasons,
  social_work_referral: routingReasons,
  strategy_discussion: null,
  transfer: null,
  case_notice: null,
};

export const returnSchema = (reasons: readonly [ReturnReason, ...ReturnReason[]]) =>
  z.object({
    reason: oneOf(reasons, "Choose why this comes back"),
    because: box("Say what the hub needs to know"),
  });
