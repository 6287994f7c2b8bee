import { canDoItAnswers } from "#domain/decision-fields";
import { callResults } from "#domain/call-attempts";
import { dangerAnswers } from "#domain/intake";
import { startAnswers } from "#domain/pathway";
import { advisedWho, callResultWords, familyAnswers, leadAnswers } from "#domain/pathway-records";
import {
  box,
  choices,
  clockHint,
  date,
  how,
  radios,
  select,
  sentence,
  time,
  yesOrNo,
  type WorkForm,
} from "./asking.ts";

const yes = { under: { field: "agreement", value: "yes" } };
const no = { under: { field: "agreement", value: "no" } };

/** What is written on help for a family. */
export const helpForms = {
  call: {
    title: "Record a call",
    lead: "Answered or not. Try at different times of day.",
    button: "Save the call",
    done: "The call is recorded.",
    fields: [
      radios("result", "What came of the call?", choices(callResults, callResultWords)),
      date("calledOn", "When did you call? (optional)", { hint: "Leave it empty if it was just now" }),
      time("calledAt", "At what time? (optional)", clockHint),
      box("safeBecause", "If you called at an unsafe time or left an unsafe message, why? (optional)"),
      box("note", "Anything to remember (optional)"),
    ],
  },
  "safe-calling": {
    title: "Write down how it is safe to call",
    lead: "Whoever calls next sees this before the number.",
    button: "Save how it is safe",
    done: "It is written down how it is safe to call.",
    fields: [
      sentence("number", "Which number is safe?"),
      time("from", "Safe from what time? (optional)", { hint: "Leave both empty if any time is safe" }),
      time("until", "Safe until what time? (optional)", clockHint),
      radios("message", "Is it safe to leave a message?", yesOrNo),
      sentence("saidBy", "Who told you so?"),
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
      date("askBy", "By when are they asked again?", { under: { field: "agreement", value: "not_yet" } }),
      box("refusedBecause", "What did they say?", no),
    ],
  },
  lead: {
    title: "Record what the lead practitioner answered",
    lead: "A named person says yes, or says why not. Until one has said yes, the family is with you.",
    button: "Save the answer",
    done: "The lead practitioner’s answer is recorded.",
    fields: [
      sentence("name", "Who was asked to lead?", { hint: "A person, by name" }),
      select("leadOrganisationId", "Which organisation do they work for? (optional)"),
      radios(
        "answer",
        "What did they answer?",
        choices(leadAnswers, { accepted: "Yes, they lead the help", declined: "No" }),
      ),
      box("declinedBecause", "Why not?", { under: { field: "answer", value: "declined" } }),
      date("answeredOn", "When did they answer?"),
      radios("answeredHow", "How did they answer?", how),
    ],
  },
  "family-contact": {
    title: "Record the hand-over to the family",
    lead: "The family meets whoever helps them from here. The work closes once a lead practitioner has said yes as well.",
    button: "Save the hand-over",
    done: "It is recorded that the family was spoken to.",
    fields: [
      date("contactedOn", "On which date did you speak to them?"),
      time("contactedAt", "At what time?", clockHint),
      sentence("spokeTo", "Whom did you speak to?"),
      radios("contactedHow", "How did you speak to them?", how),
      sentence("handedTo", "Who helps the family from here?", { hint: "A person who has said yes, by name" }),
      sentence("handedOverBy", "Who introduced them to the family?", {
        hint: "Whoever knew the family before",
      }),
      box("next", "What happens next?"),
      date("reviewOn", "When is it reviewed? (optional)"),
    ],
  },
  "did-it-start": {
    title: "Say whether the help has begun",
    lead: "Help that never began goes back to a manager, who looks at the risk again.",
    button: "Save the answer",
    done: "It is recorded whether the help has begun.",
    fields: [
      radios(
        "started",
        "Has the help begun?",
        choices(startAnswers, { yes: "Yes", not_yet: "Not yet: ask again", no: "No, and it will not" }),
      ),
      sentence("saidBy", "Who told you so?"),
      box("because", "If it has not, what stands in the way? (optional)"),
    ],
  },
  "step-up": {
    title: "Step up to screening",
    lead: "What you learned becomes a contact of its own with its own clock, with everything that is known. You keep this work meanwhile.",
    button: "Send to screening",
    done: "It was sent to screening, with its own clock. You keep this work meanwhile.",
    fields: [
      radios(
        "danger",
        "Is a child in danger right now?",
        choices(dangerAnswers, { yes: "Yes", no: "No", not_sure: "Not sure" }),
        { hint: "If yes, call 999 first" },
      ),
      box("learned", "What did you learn?"),
    ],
  },
} as const satisfies Record<string, WorkForm>;
