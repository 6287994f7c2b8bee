import { z } from "zod";
import { anyOf, oneOf, oneOrNone, together } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { familyMustNotBeTold, worriesIn } from "./worries.ts";
import { professionalMore as plProfessionalMore } from "./pl/professional-more.ts";

export const toldAnswers = ["yes", "no", "not_yet", "not_known"] as const;
export type ToldAnswer = (typeof toldAnswers)[number];

export const agreementAnswers = ["yes", "no", "not_asked"] as const;
export type AgreementAnswer = (typeof agreementAnswers)[number];

/** Why the parents were not told: the accepted reasons first. */
export const untoldReasons = ["risk", "police", "not_reached", "other"] as const;
export type UntoldReason = (typeof untoldReasons)[number];

const childAnswers = ["yes", "no", "too_young", "not_known"] as const;

/**
 * Whether the family knows. The page turns round where telling them could put the child in danger: it then says not to
 * tell them yet. The way it was put is kept, and a worry that is ticked later asks it again the other way.
 */
export const parents = defineQuestion({
  id: "parents",
  wordingVersion: 1,
  room: "contact",
  fields: [
    {
      kind: "radios",
      name: "told",
      options: toldAnswers,
      reveals: {
        yes: [
          { kind: "textarea", name: "said", max: 2000, rows: 3 },
          { kind: "radios", name: "agree", options: agreementAnswers },
        ],
        no: [
          { kind: "checkboxes", name: "reasons", options: untoldReasons },
          { kind: "textarea", name: "reasonDetail", max: 1000, rows: 2 },
        ],
      },
    },
    { kind: "radios", name: "childTold", options: childAnswers },
    { kind: "textarea", name: "childSaid", max: 2000, rows: 3 },
  ],
  schema: () =>
    z
      .object({
        told: oneOf(toldAnswers, "told"),
        said: optionalText(2000),
        agree: oneOrNone(agreementAnswers),
        reasons: anyOf(untoldReasons),
        reasonDetail: optionalText(1000),
        childTold: oneOrNone(childAnswers),
        childSaid: optionalText(2000),
        asked: z.enum(["plain", "tell-nobody"]).optional(),
      })
      .superRefine(({ told, reasons, reasonDetail, asked }, problems) => {
        if (told === "no" && asked !== "tell-nobody" && reasons?.length === 0 && reasonDetail == null)
          problems.addIssue({ code: "custom", path: ["reasons"], message: "reasons" });
      }, together),
  variant: (answers) => (familyMustNotBeTold(answers) ? "tell-nobody" : null),
  stamp: (answers) => ({ asked: familyMustNotBeTold(answers) ? "tell-nobody" : "plain" }),
  notices: (answers) => {
    const fgm = worriesIn(answers).includes("fgm") ? ["fgm"] : [];
    return familyMustNotBeTold(answers) ? ["tell-nobody", ...fgm] : [];
  },
  texts: {
    professional: {
      en: {
        section: "The family",
        title: "Have you told the parents or carers that you are sending this?",
        intro: [
          "Tell them unless it could put a child or somebody else at risk, or get in the way of a police enquiry.",
          "You do not need their consent to share a concern that a child may be at risk of harm. If you are asking for family support only, the family needs to agree to it.",
        ],
        variants: {
          "tell-nobody": { title: "Do not tell the family yet", intro: [] },
        },
        notices: {
          "tell-nobody": {
            heading: "Speak to us first",
            text: [
              "With what you told us, telling the family could put the child in more danger or let evidence disappear. Do not tell them, and do not ask their consent, until you have spoken to us: {phone}.",
            ],
            urgent: true,
          },
          fgm: {
            heading: "Your own duty to tell the police about FGM",
            text: [
              "Did a girl under 18 tell you that she has had FGM, or did you see signs of it? If you are a teacher, or work in regulated health or social care, the law says that you must tell the police yourself. Call 101 by the end of the next working day.",
              "This duty is yours alone. Sending this form does not fulfil it, and nobody can do it for you. Call 999 if a girl is in danger now.",
            ],
          },
        },
        fields: {
          told: {
            label: "Do the parents or carers know that you are sending this?",
            options: {
              yes: "Yes",
              no: "No",
              not_yet: "Not yet",
              not_known: "I do not know",
            },
          },
          said: { label: "What did they say?" },
          agree: {
            label: "Do they agree to support for the family?",
            options: { yes: "Yes", no: "No", not_asked: "I have not asked, or I do not know" },
          },
          reasons: {
            label: "Why not?",
            options: {
              risk: "It could put somebody at risk",
              police: "It could get in the way of a police enquiry",
              not_reached: "I could not reach them",
              other: "Another reason",
            },
          },
          reasonDetail: { label: "Say more, if you can" },
          childTold: {
            label: "Does the child or young person know?",
            options: { yes: "Yes", no: "No", too_young: "They are too young", not_known: "I do not know" },
          },
          childSaid: {
            label: "What does the child want to happen?",
            hint: "In their own words. You can leave it empty.",
          },
        },
        errors: {
          told: "Choose whether the parents or carers know",
          reasons: "Tick why they have not been told, or write it below",
        },
      },
      pl: plProfessionalMore.parents,
    },
  },
});
