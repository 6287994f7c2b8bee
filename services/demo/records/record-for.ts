import { outcomeOrigin, type DemoOutcome } from "./demo-outcome.ts";
import type { FilledForm, RecordSubject } from "./filled-form.ts";
import { ownFields } from "./own-fields.ts";

const reasons: Record<DemoOutcome, string> = {
  information_only: "What we were told changes nothing for {child}, and others are already helping.",
  advice: "{child}'s family can sort this out with the right service, and wants to.",
  family_caf: "Several needs that early help can meet, and a family that says yes to it.",
  assessment: "{child} is unlikely to do well without help that starts with an assessment.",
  strategy_discussion: "There is reason to suspect that {child} is suffering significant harm.",
};

/** What a screener writes for one child: complete, whatever the outcome. */
export function recordFor(outcome: DemoOutcome, subject: RecordSubject): FilledForm {
  const say = (text: string) => text.replaceAll("{child}", subject.child);
  const { parentsTold, earlierContacts } = subject;
  const helped = outcome === "family_caf" || outcome === "advice";
  return {
    outcome,
    level: outcomeOrigin[outcome].level,
    reason: say(reasons[outcome]),
    childsLife: say(
      "{child} lives with the family that the contact describes. School and health see {child} often.",
    ),
    childSays: say("{child} has not been asked yet; the worker who sees the family first will."),
    historyChanges: earlierContacts > 0 ? "no" : "",
    historyBecause: earlierContacts > 0 ? "The earlier contacts were read, and they say the same." : "",
    goingAheadBecause: "",
    parentsTold: parentsTold ? "told" : "not_told",
    notToldBecause: parentsTold ? "" : "Telling them first could put the child at more risk.",
    parentsViews: parentsTold ? "They know what was sent and have nothing to add." : "",
    whoTells: "Whoever sees the family first, on that day.",
    agreement: helped ? "yes" : parentsTold ? "not_needed" : "not_asked",
    notAskedBecause: parentsTold || helped ? "" : "They have not been told yet.",
    lookAgain: say("A new injury, or {child} not being seen for a week."),
    equality: "",
    feedback: "",
    noFeedbackBecause: "",
    whyNotHigher: "Nothing we know today needs a higher step.",
    whyNotLower: "More than one service has tried, and it did not last.",
    safeNow: "The parent at home, and the school that sees the child each day.",
    ...ownFields(outcome, subject),
  };
}
