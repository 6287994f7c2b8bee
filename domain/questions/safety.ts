import { z } from "zod";
import { anyOf, together } from "./choices.ts";
import { defineQuestion } from "./question.ts";
import { optionalText } from "./typed-text.ts";
import { professionalMore as plProfessionalMore } from "./pl/professional-more.ts";

export const safetyRisks = [
  "violence_or_weapons",
  "dog",
  "address_secret",
  "do_not_phone_home",
  "phone_is_read",
  "someone_listens",
  "other",
] as const;
export type SafetyRisk = (typeof safetyRisks)[number];

const options = [...safetyRisks, "none"] as const;

/** What makes a call or a visit unsafe, and what makes it possible to understand each other. */
export const safety = defineQuestion({
  id: "safety",
  wordingVersion: 2,
  room: "contact",
  fields: [
    { kind: "checkboxes", name: "risks", options, exclusive: "none" },
    { kind: "textarea", name: "detail", max: 1000, rows: 3 },
    { kind: "text", name: "interpreter", max: 200 },
    { kind: "text", name: "communication", max: 500 },
  ],
  schema: () =>
    z
      .object({
        risks: anyOf(options),
        detail: optionalText(1000),
        interpreter: optionalText(200),
        communication: optionalText(500),
      })
      .superRefine(({ risks, detail }, problems) => {
        const refuse = (message: string) => problems.addIssue({ code: "custom", path: ["risks"], message });
        if (risks.length === 0 && detail == null) refuse("choose");
        if (risks.includes("none") && risks.length > 1) refuse("both");
      }, together)
      .transform(({ risks, ...rest }) => ({
        ...rest,
        risks: risks.filter((risk): risk is SafetyRisk => risk !== "none"),
      })),
  texts: {
    professional: {
      en: {
        section: "The family",
        title: "Keeping people safe",
        intro: ["Whoever calls or visits the family will be told what you say here."],
        fields: {
          risks: {
            label: "Is there anything that makes a call or a visit unsafe?",
            options: {
              violence_or_weapons: "Violence or weapons",
              dog: "A dog that may bite",
              address_secret: "Nobody may learn the address: a refuge, or they have moved away from somebody",
              do_not_phone_home: "Do not phone the home",
              phone_is_read: "Somebody reads the child’s or parent’s phone",
              someone_listens: "Somebody may listen or answer instead",
              other: "Something else",
              none: "Nothing that I know of",
            },
          },
          detail: { label: "What should we know, and what is a safe way to reach the family?" },
          interpreter: {
            label: "Does anybody need an interpreter? Which language?",
            hint: "British Sign Language too",
          },
          communication: { label: "Does anybody need help to read, hear, speak or understand?" },
        },
        errors: {
          choose: "Tick what could make a call or visit unsafe, or “Nothing that I know of”",
          both: "Tick either “Nothing that I know of” or the others, not both",
        },
      },
      pl: plProfessionalMore.safety,
    },
  },
});
