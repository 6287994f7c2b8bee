import { z } from "zod";
import { dangerAnswers } from "../intake.ts";
import { oneOf, oneOrNone } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { professional as plProfessional } from "./pl/professional.ts";
import { youngPerson as plYoungPerson } from "./pl/young-person.ts";
import { family as plFamily } from "./pl/family.ts";
import { ofPublic as plOfPublic } from "./pl/public.ts";

/** What somebody chose on the page that tells them to call 999. */
export const calledAnswers = ["called", "called_council", "cannot_call", "not_needed"] as const;
export type CalledAnswer = (typeof calledAnswers)[number];

export const danger = defineQuestion({
  id: "danger",
  wordingVersion: 1,
  room: "contact",
  fields: [{ kind: "radios", name: "danger", options: dangerAnswers }],
  schema: () => z.object({ danger: oneOf(dangerAnswers, "choose"), called999: oneOrNone(calledAnswers) }),
  texts: {
    professional: {
      en: {
        section: "Is it urgent?",
        title: "Is a child in danger right now?",
        fields: {
          danger: {
            options: { yes: "Yes", no: "No", not_sure: "I am not sure" },
            optionHints: { not_sure: "We will show you some signs to think about" },
          },
        },
        errors: {
          choose:
            "Choose yes, no or not sure, so that we know whether a child needs the police or an ambulance",
        },
      },
      pl: plProfessional.danger,
    },
    young_person: {
      en: {
        section: "Are you OK?",
        title: "Are you in danger right now?",
        intro: ["If someone is hurting you now, or you think they will soon, call 999."],
        fields: {
          danger: {
            options: { yes: "Yes", no: "No", not_sure: "I am not sure" },
          },
        },
        errors: { choose: "Choose one so we know if you need help now" },
      },
      pl: plYoungPerson.danger,
    },
    family: {
      en: {
        section: "Is it urgent?",
        title: "Is anyone in danger right now?",
        intro: ["If a child is missing, call the police first: 999, or 101 if you think that they are safe."],
        fields: {
          danger: {
            options: { yes: "Yes", no: "No", not_sure: "I am not sure" },
            optionHints: { not_sure: "We will show you some signs to think about" },
          },
        },
        errors: { choose: "Choose yes, no or not sure, so that we know if someone needs help now" },
      },
      pl: plFamily.danger,
    },
    public: {
      en: {
        section: "Is it urgent?",
        title: "Is a child in danger right now?",
        intro: [
          "If a child is missing, call the police first: 999, or 101 if you think that they are safe.",
          "If someone may end their life, call 999. Or call 111 and choose option 2.",
        ],
        fields: {
          danger: {
            options: { yes: "Yes", no: "No", not_sure: "I am not sure" },
            optionHints: { not_sure: "We will show you some signs to think about" },
          },
        },
        errors: { choose: "Choose yes, no or not sure, so that we know if a child needs help now" },
      },
      pl: plOfPublic.danger,
    },
  },
});
