import { recordForms, type RecordKind } from "#domain/pathway-records";
import type { PathwayKind } from "#domain/pathway";

/** The first thing that is written on each kind of work. `day` is an ISO date. */
export function firstEntry(kind: PathwayKind, day: string): { kind: RecordKind; content: unknown } | null {
  switch (kind) {
    case "advice_episode":
      return {
        kind: "advice",
        content: recordForms.advice.parse({
          advisedWho: "family",
          advisedName: "The mother",
          advisedHow: "phone",
          advice: "Who can help, how to ask them, and what to do if it gets worse.",
          service: "Family information service",
          namedPerson: "",
          canDoIt: "yes",
          safeContact: "checked",
          comeBack: "",
          finished: "yes",
        }),
      };
    case "caf_redirect":
      return {
        kind: "agreement",
        content: recordForms.agreement.parse({
          agreement: "yes",
          agreedBy: "The mother",
          agreedOn: day,
          agreedHow: "phone",
          agreedTo: "A Family CAF with school and health",
          needs: "Mornings, money and somebody to talk to",
          strengths: "The family asks for help in good time",
          lead: "The school's family worker",
        }),
      };
    case "social_work_referral":
      return {
        kind: "allocation",
        content: recordForms.allocation.parse({
          worker: "A social worker of the team",
          firstVisitOn: day,
          firstVisitAt: "10:00",
          need: "N1",
          questions: "",
        }),
      };
    default:
      return null;
  }
}
