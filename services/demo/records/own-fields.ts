import { Temporal } from "temporal-polyfill";
import type { DemoOutcome } from "./demo-outcome.ts";
import type { FilledForm, RecordSubject } from "./filled-form.ts";

const inDays = (today: string, days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

/** What one outcome asks for beside what every record has. */
export function ownFields(outcome: DemoOutcome, { child, today, invited }: RecordSubject): FilledForm {
  switch (outcome) {
    case "information_only":
      return {
        informationKind: "no_concern",
        whatWasTried: "",
        line: "Named on the notice, and was not there when the police came.",
        historyRead: ["yes"],
      };
    case "advice":
      return {
        adviceTo: "The parent who looks after the child, by phone in the evening",
        advice: "Where to go for help, and what to do if it gets worse.",
        services: "Family information service; sleep and routines group",
        namedPerson: "yes",
        canDoIt: "yes",
        comeBack: "If nothing has changed in a month.",
        safeContact: "checked",
      };
    case "family_caf":
      return {
        agreedBy: "The child's mother",
        agreedOn: today,
        agreedHow: "By phone",
        agreedTo: "A Family CAF, and that school and health take part",
        askFirstBy: "",
        familyWants: "Calmer mornings and somebody to talk to.",
        needs: "Attendance, routines at home, and money.",
        strengths: "Family and school trust each other.",
        leadPractitioner: "",
        stepUp: `If ${child} is hurt, or the family stops taking part.`,
        stayInvolved: "yes",
      };
    case "assessment":
      return {
        primaryNeed: "N1",
        questions: `What is ${child}'s day like, and what can the parents change with help?`,
        firstVisitBy: inDays(today, 3),
        workerRisks: "Nothing is known.",
        earlierAssessment: "",
      };
    case "strategy_discussion":
      return {
        harmSuspected: `Harm to ${child} as described in the contact, within the last day.`,
        protection: ["parent_agreement"],
        protectionDetail: "Stays at school until somebody comes.",
        urgency: "today",
        invited: [...invited],
        coreMissingBecause: "",
      };
  }
}
