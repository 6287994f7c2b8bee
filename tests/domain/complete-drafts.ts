import type { Draft } from "#domain/decision-problems";
import type { Outcome } from "#domain/outcome";

const every = {
  level: "2",
  reason: "School is worried about weight loss.",
  childsLife: "Tired and hungry most mornings.",
  parentsTold: "told",
  lookAgain: "Two missed meals in a week.",
};
/** Where somebody is to help, the family is asked. */
const helped = { ...every, agreement: "yes" };
const steps = {
  whyNotHigher: "No sign of harm.",
  whyNotLower: "School cannot do this alone.",
  safeNow: "Gran is there.",
};

/** The least that is complete, as a form sends it: strings. */
export const complete: Record<Outcome, Draft> = {
  information_only: { ...every, whyNotHigher: "No sign of harm.", informationKind: "noted" },
  advice: {
    ...helped,
    ...steps,
    adviceTo: "The mother",
    advice: "Breakfast club",
    namedPerson: "yes",
    canDoIt: "yes",
    safeContact: "checked",
  },
  family_caf: {
    ...helped,
    ...steps,
    agreedBy: "Both parents",
    agreedOn: "2026-11-23",
    agreedHow: "By phone",
    agreedTo: "A first meeting",
    familyWants: "Help with money",
    needs: "Debt advice",
    strengths: "Gran",
    stepUp: "Any injury",
    stayInvolved: "yes",
  },
  assessment: {
    ...helped,
    ...steps,
    childSays: "Wants to stay at school late.",
    primaryNeed: "N1",
    questions: "Who is at home?",
    firstVisitBy: "2026-11-27",
    workerRisks: "None known",
    whoTells: "The school, today",
  },
  strategy_discussion: {
    ...helped,
    whyNotLower: "A bruise nobody can explain.",
    safeNow: "On the ward.",
    childSays: "Too young to say.",
    harmSuspected: "A bruise, today, on the arm",
    protection: ["hospital", "parent_agreement"],
    urgency: "now",
    invited: ["police-id", "health-id"],
  },
  transfer: {
    ...helped,
    safeNow: "With an aunt.",
    receivingCouncil: "Othertown",
    acceptedBy: "J. Smith",
    acceptedOn: "2026-11-24",
    acceptedAt: "3:40pm",
    whyResponsible: "The child lives there",
    protectsNow: "Anytown",
    sentHow: "Secure email",
    whatSent: "The contact",
    policeAndHealthTold: "yes",
    ifRefused: "We keep it",
  },
  already_open: {
    ...helped,
    safeNow: "Seen today.",
    worker: "A. Jones",
    toldHow: "phone",
    urgency: "today",
    newOrSame: "new",
    strategyNow: "no",
  },
};
